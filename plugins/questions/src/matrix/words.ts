import type { Locale } from '@lectern/content-schemas'

const en = { one: 'Choose one column in each row', many: 'Choose every column that fits in each row' }
const ru: typeof en = { one: 'Выберите в каждой строке один столбец', many: 'Выберите в каждой строке все подходящие столбцы' }
const ar: typeof en = { one: 'اختر عمودًا واحدًا في كل سطر', many: 'اختر في كل سطر كل الأعمدة المناسبة' }

/** What a matrix says to learners. */
export function wordsOf(locale: Locale): typeof en {
  return { en, ru, ar }[locale]
}
