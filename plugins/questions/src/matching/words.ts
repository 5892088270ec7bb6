import type { Locale } from '@lectern/content-schemas'

const words = {
  en: { legend: 'Choose the answer that belongs to each row', empty: 'Choose…' },
  ru: { legend: 'Выберите для каждой строки её ответ', empty: 'Выберите…' },
  ar: { legend: 'اختر لكل سطر الإجابة التي تخصّه', empty: 'اختر…' },
}

/** What a matching question says to learners. */
export function wordsOf(locale: Locale): typeof words.en {
  return words[locale]
}
