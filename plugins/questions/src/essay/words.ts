import type { Locale } from '@lectern/content-schemas'

const plural = (locale: Locale, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }) => {
  const rules = new Intl.PluralRules(locale)
  const number = new Intl.NumberFormat(locale)
  return (count: number) => `${number.format(count)} ${forms[rules.select(count)] ?? forms.other}`
}
const enWords = plural('en', { one: 'word', other: 'words' })
const ruWords = plural('ru', { one: 'слово', few: 'слова', many: 'слов', other: 'слова' })
const arWords = plural('ar', { one: 'كلمة', two: 'كلمتان', few: 'كلمات', many: 'كلمة', other: 'كلمة' })
const enPoints = plural('en', { one: 'point', other: 'points' })
const ruPoints = plural('ru', { one: 'балл', few: 'балла', many: 'баллов', other: 'балла' })

const arPoints = plural('ar', { one: 'درجة', two: 'درجتان', few: 'درجات', many: 'درجة', other: 'درجة' })

const en = {
  legend: 'Your text',
  format: 'Plain text or Markdown.',
  byHand: 'A person marks this answer.',
  marking: 'How it is marked',
  rubric: 'What it is marked by',
  words: enWords,
  points: enPoints,
  atLeast: (count: number) => `at least ${enWords(count)}`,
  atMost: (count: number) => `at most ${enWords(count)}`,
  missing: (count: number) => `${enWords(count)} to go`,
  over: (count: number) => `${enWords(count)} more than asked for`,
  tooLong: (count: number) =>
    `Too long by ${enWords(count)}. What you see is not saved; the last text within the limit is. Shorten it.`,
}

const ru: typeof en = {
  legend: 'Ваш текст',
  format: 'Простой текст или Markdown.',
  byHand: 'Этот ответ проверяет человек.',
  marking: 'Как это оценивается',
  rubric: 'По чему оценивается',
  words: ruWords,
  points: ruPoints,
  atLeast: (count) => `не меньше: ${ruWords(count)}`,
  atMost: (count) => `не больше: ${ruWords(count)}`,
  missing: (count) => `ещё нужно: ${ruWords(count)}`,
  over: (count) => `больше, чем просили, на ${ruWords(count)}`,
  tooLong: (count) =>
    `Слишком длинно, лишнее: ${ruWords(count)}. То, что вы видите, не сохранено; сохранён последний текст в пределах нормы. Сократите его.`,
}

const ar: typeof en = {
  legend: 'نصّك',
  format: 'نص عادي أو Markdown.',
  byHand: 'يصحّح هذه الإجابة شخص.',
  marking: 'كيف تُصحَّح',
  rubric: 'على أي أساس تُصحَّح',
  words: arWords,
  points: arPoints,
  atLeast: (count) => `الحد الأدنى: ${arWords(count)}`,
  atMost: (count) => `الحد الأقصى: ${arWords(count)}`,
  missing: (count) => `ينقص: ${arWords(count)}`,
  over: (count) => `زيادة على المطلوب: ${arWords(count)}`,
  tooLong: (count) => `النص أطول من المسموح، الزيادة: ${arWords(count)}. ما تراه غير محفوظ؛ المحفوظ آخر نص ضمن الحد. اختصره.`,
}

/** What an essay says to learners. */
export function wordsOf(locale: Locale): typeof en {
  const all: Record<Locale, typeof en> = { en, ru, ar }
  return all[locale]
}
