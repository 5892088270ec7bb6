import { locales, type Result } from '@lectern/content-schemas'
import { markersOf } from '../shared/gapText.ts'
import { toGapResponse } from '../shared/plain/plainGaps.ts'
import type { Cloze, ClozeResponse } from './schema.ts'

/** An object from the name of each gap (`1` for `[[1]]`) to what stands in it, or a list in reading order. */
export function fromPlain({ authored, plain }: { authored: Cloze; plain: unknown }): Result<ClozeResponse> {
  const markers = locales.flatMap((locale) => markersOf(authored.stem[locale] ?? ''))
  const inOrder = [...new Set(markers)].flatMap((name) => authored.gaps.find((gap) => gap.name === name) ?? [])
  const gaps = inOrder.map(({ id, name, kind, answers }) => ({
    id,
    text: {},
    other: [name],
    ...(kind === 'choice' ? { options: answers } : {}),
  }))
  return toGapResponse({ plain, gaps })
}
