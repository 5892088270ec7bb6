import { failure, type GradedPart, type GradeInput, type GradeResult, type Result, success } from '@lectern/content-schemas'
import { isBlankOf } from '../blank.ts'
import { type GapResponse, givenIn } from '../gapResponse.ts'
import { gapResponseSchema } from '../gapResponseSchema.ts'
import { sumShares } from '../gapShares.ts'
import { feedbackOf } from '../present.ts'
import { gapsOfWords } from './gapsOfWords.ts'
import type { WordGaps } from './wordGaps.ts'

/** Refuses a gap that is not there, a word that its group has not, and (unless `reuse`) a word in two gaps. */
export function parseWordGaps({
  authored,
  input,
  reuse,
}: {
  authored: WordGaps
  input: unknown
  reuse: boolean
}): Result<GapResponse | null> {
  if (isBlankOf({ input, key: 'gaps' })) return success(null)
  const parsed = gapResponseSchema.safeParse(input)
  if (!parsed.success) return failure({ code: 'RESPONSE_INVALID', message: 'A response names a word for each gap.' })
  const gaps = gapsOfWords(authored)
  const filled = Object.entries(parsed.data.gaps).filter(([, word]) => word !== '')
  for (const [id, given] of filled) {
    const gap = gaps.find((candidate) => candidate.id === id)
    if (!gap) return failure({ code: 'GAP_UNKNOWN', message: 'The question has no such gap.' })
    if (!authored.words.some((word) => word.id === given && word.group === gap.word.group)) {
      return failure({ code: 'WORD_UNKNOWN', message: 'The gap has no such word.', details: { part: id } })
    }
  }
  if (!reuse && new Set(filled.map(([, word]) => word)).size < filled.length) {
    return failure({ code: 'WORD_USED_TWICE', message: 'Each word goes into one gap only.' })
  }
  return success(filled.length === 0 ? null : { gaps: Object.fromEntries(filled) })
}

/** Every gap is worth the same; its right word earns that, anything else nothing. */
export function gradeWordGaps({ authored, response, locale }: GradeInput<WordGaps, GapResponse>): GradeResult {
  const gaps = gapsOfWords(authored)
  const parts = gaps.map(({ id, word }): GradedPart => {
    const given = givenIn({ response, gap: id })
    if (given === word.id) return { part: id, fraction: 1 / gaps.length, state: 'right' }
    return { part: id, fraction: 0, state: given === '' ? 'missed' : 'wrong' }
  })
  const feedback = gaps.flatMap(({ id }) => {
    const chosen = authored.words.find((word) => word.id === givenIn({ response, gap: id }))
    return chosen ? feedbackOf({ text: chosen.feedback, locale, part: id }) : []
  })
  return {
    fraction: sumShares(parts.map(({ fraction }) => fraction)),
    parts,
    feedback: [...feedback, ...feedbackOf({ text: authored.generalFeedback, locale })],
  }
}
