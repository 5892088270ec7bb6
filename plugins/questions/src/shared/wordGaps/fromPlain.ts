import type { Result } from '@lectern/content-schemas'
import type { GapResponse } from '../gapResponse.ts'
import { toGapResponse } from '../plain/plainGaps.ts'
import { gapsOfWords } from './gapsOfWords.ts'
import type { WordGaps } from './wordGaps.ts'

/** The texts of the words in the order of the gaps, or an object from the number of each gap, 1 for the first, to its word. */
export function wordGapsFromPlain({ authored, plain }: { authored: WordGaps; plain: unknown }): Result<GapResponse> {
  const gaps = gapsOfWords(authored).map(({ id, word }, at) => ({
    id,
    text: {},
    other: [String(at + 1)],
    options: authored.words.filter(({ group }) => group === word.group).map(({ id, text }) => ({ id, text })),
  }))
  return toGapResponse({ plain, gaps })
}
