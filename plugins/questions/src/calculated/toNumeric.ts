import type { Locale, LocalizedText } from '@lectern/content-schemas'
import { intervalOf } from '../numeric/isAccepted.ts'
import type { Numeric, NumericAnswer } from '../numeric/schema.ts'
import type { Values } from '../shared/expression/evaluate.ts'
import { drawValues } from './drawValues.ts'
import { fillPlaceholders, hidePlaceholders, valueOfFormula } from './placeholders.ts'
import type { Calculated, CalculatedAnswer } from './schema.ts'

/** The formula that accepts every other number. */
export const everyOther = '*'

/**
 * The numeric question that a calculated one is for a seed. Its texts have hidden placeholders: `fill` puts the numbers into
 * what was rendered of them. An answer whose formula has no finite value accepts nothing.
 */
export function toNumeric({ authored, seed }: { authored: Calculated; seed: number }): {
  numeric: Numeric
  values: Values
  fill: (input: { html: string; locale: Locale }) => string
} {
  const { parameters, conditions, answers, ...common } = authored
  const { values } = drawValues({ parameters, conditions, seed })
  return {
    numeric: {
      ...common,
      stem: hidden(common.stem),
      generalFeedback: hidden(common.generalFeedback),
      answers: answers.map((answer) => toAnswer({ answer, values })),
    },
    values,
    fill: ({ html, locale }) => fillPlaceholders({ html, parameters, values, locale }),
  }
}

/** The number as the key says it: with as many digits as keep it within a tenth of its tolerance. */
export function asKey(answer: NumericAnswer): NumericAnswer {
  const { value } = answer
  const interval = intervalOf(answer)
  if (value === null || interval === null) return answer
  const slack = (interval.greatest - interval.least) / 20
  const digits = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12].find((count) => Math.abs(Number(value.toPrecision(count)) - value) <= slack)
  return digits === undefined ? answer : { ...answer, value: Number(value.toPrecision(digits)) }
}

function toAnswer({ answer, values }: { answer: CalculatedAnswer; values: Values }): NumericAnswer {
  const { formula, feedback, ...row } = answer
  const isEveryOther = formula.trim() === everyOther
  const value = isEveryOther ? Number.NaN : valueOfFormula({ formula, values })
  return {
    ...row,
    match: isEveryOther ? 'any' : 'near',
    value: Number.isFinite(value) ? value : null,
    from: null,
    to: null,
    feedback: hidden(feedback),
  }
}

function hidden(text: LocalizedText): LocalizedText {
  return Object.fromEntries(Object.entries(text).map(([locale, written]) => [locale, hidePlaceholders(written)]))
}
