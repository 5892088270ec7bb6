import type { Locale } from '@lectern/content-schemas'

const words = {
  en: { legend: 'Choose what fits best in each row; there is no right answer' },
  ru: { legend: 'Выберите в каждой строке самое подходящее; верного ответа нет' },
  ar: { legend: 'اختر في كل سطر ما يناسبك أكثر؛ لا توجد إجابة صحيحة' },
}

/** What a survey says to learners. */
export function wordsOf(locale: Locale): typeof words.en {
  return words[locale]
}
