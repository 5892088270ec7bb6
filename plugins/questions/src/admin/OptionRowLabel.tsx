'use client'

import { useRowLabel, useTranslation } from '@payloadcms/ui'

const words = {
  en: { empty: 'no text yet', right: 'right', partly: 'partly right', wrong: 'wrong' },
  ru: { empty: 'пока без текста', right: 'верно', partly: 'частично верно', wrong: 'неверно' },
}

/** Heading of a row: number, beginning of the text, and what it is worth as sign, word and percentage. */
export function OptionRowLabel() {
  const { data, rowNumber } = useRowLabel<{ text?: unknown; fraction?: unknown }>()
  const { i18n } = useTranslation()
  const say = i18n.language === 'ru' ? words.ru : words.en
  const text = typeof data?.text === 'string' ? data.text.trim() : ''
  const fraction = typeof data?.fraction === 'number' ? data.fraction : 0
  const percent = Math.round(fraction * 10_000) / 100
  const shortText = text.length > 60 ? `${text.slice(0, 59)}…` : text
  return (
    <span>
      {(rowNumber ?? 0) + 1}. {shortText || say.empty}
      {' — '}
      {fraction >= 1 ? `✓ ${say.right}` : fraction > 0 ? `½ ${say.partly}` : `✗ ${say.wrong}`}, {percent} %
    </span>
  )
}
