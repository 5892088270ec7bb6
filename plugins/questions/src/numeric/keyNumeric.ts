import { type Locale, pickText, type ReviewKey } from '@lectern/content-schemas'
import { escapeHtml, joinAnswers } from '../shared/key.ts'
import type { Numeric, NumericAnswer } from './schema.ts'
import { numericWords, writeNumber } from './words.ts'

/** The right numbers with their tolerance, in the base unit. */
export function keyNumeric({ authored, locale }: { authored: Numeric; locale: Locale }): ReviewKey {
  const base = authored.unit === 'none' ? undefined : authored.units.find(({ multiplier }) => multiplier === 1)
  const unit = base ? ` ${pickText({ text: base.name, locale })}` : ''
  const answers = authored.answers
    .filter(({ fraction }) => fraction === 1)
    .map((answer) => escapeHtml(`${sayAnswer({ answer, locale })}${unit}`))
  return { html: answers.length === 0 ? '—' : joinAnswers({ answers, relation: 'or', locale }) }
}

/** `3.14 ± 0.01`, `5 ± 2 %`, `from 1 to 2`. */
export function sayAnswer({
  answer,
  locale,
}: {
  answer: Omit<NumericAnswer, 'id' | 'fraction' | 'feedback'>
  locale: Locale
}): string {
  const { match, value, tolerance, toleranceType, from, to } = answer
  const write = (number: number) => writeNumber({ value: Number(number.toPrecision(12)), locale })
  if (match === 'range') return from === null || to === null ? '—' : numericWords(locale).between(write(from), write(to))
  if (match === 'any' || value === null) return '—'
  if (tolerance === 0) return write(value)
  if (toleranceType === 'absolute') return `${write(value)} ± ${write(tolerance)}`
  if (toleranceType === 'relative') return `${write(value)} ± ${write(tolerance * 100)} %`
  return numericWords(locale).between(write(value / (1 + tolerance)), write(value * (1 + tolerance)))
}
