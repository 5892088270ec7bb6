'use client'

import { useTranslation } from '@payloadcms/ui'

/** A number as the language writes it; a dash where there is none yet. */
export function NumberCell({ cellData }: { cellData?: unknown }) {
  const { i18n } = useTranslation()
  const shown = typeof cellData === 'number' ? new Intl.NumberFormat(i18n.language).format(cellData) : '–'
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{shown}</span>
}
