'use client'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'

/** The type of a question by its label, as the menu of blocks names it. */
export function QuestionTypeCell({ cellData }: { cellData?: unknown }) {
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const body = getEntityConfig({ collectionSlug: 'questions' })?.fields.find((field) => 'name' in field && field.name === 'body')
  const block = body?.type === 'blocks' ? body.blocks.find(({ slug }) => slug === cellData) : undefined
  return <span>{block?.labels?.singular ? getTranslation(block.labels.singular, i18n) : String(cellData ?? '–')}</span>
}
