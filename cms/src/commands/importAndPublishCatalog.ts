import type { Locale } from '@lectern/content-schemas'
import { type CatalogReport, importCatalog } from '@lectern/interchange'
import { registriesOf } from '@lectern/kernel'
import { publishCourse } from '@lectern/publishing'
import type { Payload } from 'payload'

/** What a catalogue import is doing: lessons read so far, then courses given an edition. */
export type CatalogProgress = { step: 'lessons' | 'editions'; done: number }

/** Imports a catalogue in batches and gives every course of it its edition. A second run skips what has not changed. */
export async function importAndPublishCatalog({
  payload,
  file,
  locale,
  draft,
  onProgress,
}: {
  payload: Payload
  file: string
  locale: Locale
  draft: boolean
  onProgress: (progress: CatalogProgress) => void
}): Promise<CatalogReport & { editions: number }> {
  const report = await importCatalog({
    req: { payload },
    file,
    questionTypes: registriesOf(payload).questionTypes,
    locale,
    status: draft ? 'draft' : 'published',
    onProgress: ({ lessons }) => onProgress({ step: 'lessons', done: lessons }),
  })
  let editions = 0
  for (const [index, course] of (draft ? [] : report.courses).entries()) {
    const { outcome } = await publishCourse({ req: { payload }, course })
    if (outcome === 'published') editions += 1
    onProgress({ step: 'editions', done: index + 1 })
  }
  return { ...report, editions }
}
