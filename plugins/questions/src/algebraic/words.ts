import type { Locale } from '@lectern/content-schemas'

const en = {
  legend: 'Your answer, an expression',
  howTo: 'Write powers as x^2 and fractions with brackets: (1+2)/(3·4).',
  variables: (names: string) => `Variables: ${names}.`,
  functions: (names: string) => `Functions: ${names}.`,
  expanded: 'Multiply out all brackets.',
  factored: 'Write it as a product.',
  notExpanded: 'The value is right, but there are brackets to multiply out or like terms to put together.',
  notFactored: 'The value is right, but it can be taken apart into more factors.',
}

const ru: typeof en = {
  legend: 'Ваш ответ выражением',
  howTo: 'Степени пишите как x^2, дроби — со скобками: (1+2)/(3·4).',
  variables: (names) => `Переменные: ${names}.`,
  functions: (names) => `Функции: ${names}.`,
  expanded: 'Раскройте все скобки.',
  factored: 'Разложите на множители.',
  notExpanded: 'Значение верно, но нужно раскрыть скобки или привести подобные.',
  notFactored: 'Значение верно, но можно разложить на большее число множителей.',
}

const ar: typeof en = {
  legend: 'إجابتك على شكل عبارة رياضية',
  howTo: 'اكتب القوى هكذا x^2 والكسور بأقواس: (1+2)/(3·4).',
  variables: (names) => `المتغيرات: ${names}.`,
  functions: (names) => `الدوال: ${names}.`,
  expanded: 'انشر كل الأقواس.',
  factored: 'اكتبها على شكل جداء.',
  notExpanded: 'القيمة صحيحة، لكن بقيت أقواس تُنشر أو حدود متشابهة تُجمع.',
  notFactored: 'القيمة صحيحة، لكن يمكن تحليلها إلى عوامل أكثر.',
}

/** What an algebraic question says to learners, by language. */
export function algebraicWords(locale: Locale): typeof en {
  return { en, ru, ar }[locale]
}
