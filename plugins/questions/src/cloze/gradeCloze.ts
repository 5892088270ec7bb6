import { failure, type GradedPart, type GradeInput, type GradeResult, type Result, success } from '@lectern/content-schemas'
import { isAccepted } from '../numeric/isAccepted.ts'
import { readNumbers } from '../numeric/numbersText.ts'
import { parseNumber } from '../numeric/parseNumber.ts'
import { isBlankOf } from '../shared/blank.ts'
import { givenIn, maxGapLength } from '../shared/gapResponse.ts'
import { gapResponseSchema } from '../shared/gapResponseSchema.ts'
import { sumShares } from '../shared/gapShares.ts'
import { feedbackOf } from '../shared/present.ts'
import { bestAnswer } from '../shortText/bestAnswer.ts'
import { cleanText } from '../shortText/matchAnswer.ts'
import type { Cloze, ClozeAnswer, ClozeGap, ClozeResponse } from './schema.ts'

const numberStyle = { decimalMark: 'any', thousands: false } as const

/** Refuses a gap or an option that is not there, and what is no number in a gap for numbers; `details.part` is the gap. */
export function parseCloze({ authored, input }: { authored: Cloze; input: unknown }): Result<ClozeResponse | null> {
  if (isBlankOf({ input, key: 'gaps' })) return success(null)
  const parsed = gapResponseSchema.safeParse(input)
  if (!parsed.success) {
    return failure({
      code: 'RESPONSE_INVALID',
      message: `A response has a text of at most ${maxGapLength} characters for each gap.`,
    })
  }
  const entries: [string, string][] = []
  for (const [id, given] of Object.entries(parsed.data.gaps)) {
    const gap = authored.gaps.find((candidate) => candidate.id === id)
    if (!gap) return failure({ code: 'GAP_UNKNOWN', message: 'The question has no such gap.' })
    const read = readGiven({ gap, given })
    if (!read.ok) return failure({ ...read.error, details: { part: id } })
    if (read.value !== '') entries.push([id, read.value])
  }
  return success(entries.length === 0 ? null : { gaps: Object.fromEntries(entries) })
}

/**
 * Each gap earns the fraction of its answer times its share of all weights, as in Moodle. A wrong choice may cost what
 * other gaps earned, but the whole is never below 0.
 */
export function gradeCloze({ authored, response, locale }: GradeInput<Cloze, ClozeResponse>): GradeResult {
  const total = authored.gaps.reduce((sum, { weight }) => sum + weight, 0)
  const marked = authored.gaps.map((gap) => {
    const given = givenIn({ response, gap: gap.id })
    const answer = given === '' ? undefined : answerOf({ gap, given })
    const fraction = gap.kind === 'choice' ? (answer?.fraction ?? 0) : Math.max(0, answer?.fraction ?? 0)
    const share = total === 0 ? 0 : (fraction * gap.weight) / total
    const part: GradedPart = { part: gap.id, fraction: share, state: given === '' ? 'missed' : stateOf(fraction) }
    return { part, feedback: answer ? feedbackOf({ text: answer.feedback, locale, part: gap.id }) : [] }
  })
  return {
    fraction: sumShares(marked.map(({ part }) => part.fraction)),
    parts: marked.map(({ part }) => part),
    feedback: [...marked.flatMap(({ feedback }) => feedback), ...feedbackOf({ text: authored.generalFeedback, locale })],
  }
}

function readGiven({ gap, given }: { gap: ClozeGap; given: string }): Result<string> {
  if (gap.kind === 'choice') {
    if (given === '' || gap.answers.some(({ id }) => id === given)) return success(given)
    return failure({ code: 'OPTION_UNKNOWN', message: 'The gap has no such option.' })
  }
  const text = cleanText(given)
  if (gap.kind === 'text' || text === '') return success(text)
  const number = parseNumber({ text, ...numberStyle })
  return number.ok ? success(text) : number
}

function answerOf({ gap, given }: { gap: ClozeGap; given: string }): ClozeAnswer | undefined {
  if (gap.kind === 'choice') return gap.answers.find(({ id }) => id === given)
  if (gap.kind === 'text') return bestAnswer({ ...gap, given })
  const number = parseNumber({ text: given, ...numberStyle })
  if (!number.ok) throw new Error('grade was given a response that parse did not accept.')
  const accepting = gap.answers.filter(({ text }) =>
    Object.values(text).some(
      (written) => written.trim() !== '' && isAccepted({ answer: readNumbers(written), value: number.value }),
    ),
  )
  return accepting.reduce<ClozeAnswer | undefined>(
    (best, answer) => (best && best.fraction >= answer.fraction ? best : answer),
    undefined,
  )
}

function stateOf(fraction: number): GradedPart['state'] {
  if (fraction >= 1) return 'right'
  return fraction > 0 ? 'partly' : 'wrong'
}
