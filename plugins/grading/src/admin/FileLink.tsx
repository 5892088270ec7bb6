'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

const words = { en: 'Download', ru: 'Скачать' }

/** On the page of a handed-in file: its download. */
export function FileLink() {
  const { id } = useDocumentInfo()
  return id ? <Download id={String(id)} /> : null
}

/** In the list of handed-in files: the download of each. */
export function FileLinkCell({ rowData }: DefaultCellComponentProps) {
  return <Download id={String(rowData.id)} />
}

function Download({ id }: { id: string }) {
  const { i18n } = useTranslation()
  return (
    <a href={`/api/attempt-files/${id}/download`} download>
      {i18n.language === 'ru' ? words.ru : words.en}
    </a>
  )
}
