'use client'

import { useRowLabel, useTranslation } from '@payloadcms/ui'

const words = {
  en: { empty: 'no text yet', right: 'right', partly: 'partly right', wrong: 'wrong' },
  ru: { empty: 'пока без текста', right: 'верно', partly: 'частично верно', wrong: 'неверно' },
}

type Row = {
  text?: unknown
  answer?: unknown
  fraction?: unknown
  name?: unknown
  value?: unknown
  tolerance?: unknown
  from?: unknown
  to?: unknown
  formula?: unknown
  min?: unknown
  max?: unknown
}

/**
 * Heading of a row: number, beginning of the text, the answer that belongs to it, and what it is worth as sign, word and
 * percentage; a row without an answer or a share of the mark has the text alone.
 */
export function OptionRowLabel() {
  const { data, rowNumber } = useRowLabel<Row>()
  const { i18n } = useTranslation()
  const say = i18n.language === 'ru' ? words.ru : words.en
  const text = nameOf(data ?? {}) || say.empty
  const answer = shorten(data?.answer)
  const fraction = typeof data?.fraction === 'number' ? data.fraction : null
  return (
    <span>
      {(rowNumber ?? 0) + 1}. {answer ? `${text} → ${answer}` : text}
      {fraction === null ? null : ` — ${worthOf({ fraction, say })}`}
    </span>
  )
}

/** The row's text; for a row with a name in markers also that, for an accepted number what it accepts, for a parameter its range. */
function nameOf({ text, name, value, tolerance, from, to, formula, min, max }: Row): string {
  if (typeof formula === 'string') return shorten(formula)
  if (typeof min === 'number' && typeof max === 'number') return `${shorten(name)}: ${min}…${max}`
  if (typeof name === 'string' && name.trim() !== '') return `[[${shorten(name)}]] ${shorten(text)}`.trim()
  if (typeof value === 'number') return tolerance ? `${value} ± ${tolerance}` : String(value)
  if (typeof from === 'number' && typeof to === 'number') return `${from}…${to}`
  return shorten(text)
}

function worthOf({ fraction, say }: { fraction: number; say: typeof words.en }): string {
  const percent = Math.round(fraction * 10_000) / 100
  return `${fraction >= 1 ? `✓ ${say.right}` : fraction > 0 ? `½ ${say.partly}` : `✗ ${say.wrong}`}, ${percent} %`
}

function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : ''
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
