import { failure, type GradedPart, type GradeInput, type GradeResult, type Result, success } from '@lectern/content-schemas'
import { isBlankOf } from '../shared/blank.ts'
import { feedbackOf } from '../shared/present.ts'
import { cleanText } from '../shortText/matchAnswer.ts'
import { isAccepted } from './isAccepted.ts'
import { parseNumber, parseQuantity, type Quantity } from './parseNumber.ts'
import {
  maxNumberLength,
  type Numeric,
  type NumericAnswer,
  type NumericResponse,
  type NumericUnit,
  numericSchema,
} from './schema.ts'

/**
 * Refuses what is no number (see `parseQuantity`), a unit where none is asked for (UNIT_NOT_ASKED), and one that cannot
 * be converted (UNIT_UNKNOWN). Where units are marked, an unknown typed unit is an answer, and wrong.
 */
export function parseNumeric({ authored, input }: { authored: Numeric; input: unknown }): Result<NumericResponse | null> {
  if (isBlankOf({ input, key: 'text' })) return success(null)
  const parsed = numericSchema.response.safeParse(input)
  if (!parsed.success) {
    return failure({ code: 'RESPONSE_INVALID', message: `A response is a number of at most ${maxNumberLength} characters.` })
  }
  const { unit } = parsed.data
  const text = cleanText(parsed.data.text)
  if (text === '') return success(null)
  const quantity = readQuantity({ authored, response: { text, unit } })
  if (!quantity.ok) return quantity
  if (unit !== undefined && !(isChosen(authored) && authored.units.some(({ id }) => id === unit))) {
    return failure({ code: 'UNIT_UNKNOWN', message: 'The question has no such unit.' })
  }
  const isUnknown = quantity.value.unit !== '' && !findUnit({ authored, typed: quantity.value.unit })
  if (authored.unit === 'optional' && isUnknown) {
    return failure({ code: 'UNIT_UNKNOWN', message: 'This unit cannot be converted.' })
  }
  return success(unit === undefined ? { text } : { text, unit })
}

/**
 * The number is converted to the base unit and compared with every answer; the best fraction counts. Where the unit is
 * marked, a number that is right but for its unit earns its fraction less the penalty, and never less than 0.
 */
export function gradeNumeric({ authored, response, locale }: GradeInput<Numeric, NumericResponse>): GradeResult {
  const quantity = readQuantity({ authored, response })
  if (!quantity.ok) throw new Error('grade was given a response that parse did not accept.')
  const { value, unit: typed } = quantity.value
  const unit = authored.units.find(({ id }) => id === response.unit) ?? findUnit({ authored, typed })
  const isUnitGiven = unit !== undefined || authored.unit !== 'required'
  const converted = isUnitGiven ? bestOf({ answers: authored.answers, value: value / (unit?.multiplier ?? 1) }) : undefined
  const unconverted = authored.unit === 'required' ? bestOf({ answers: authored.answers, value }) : undefined
  const reduced = unconverted ? withPenalty({ fraction: unconverted.fraction, authored }) : 0
  const isUnitWrong = !isUnitGiven || (converted?.fraction ?? 0) < reduced
  const best = isUnitWrong ? unconverted : converted
  const earned = Math.max(0, best?.fraction ?? 0)
  const fraction = isUnitWrong ? reduced : earned
  const unitPart: GradedPart = { part: 'unit', fraction: roundedOff(fraction - earned), state: isUnitWrong ? 'wrong' : 'right' }
  return {
    fraction,
    parts: [
      { part: 'text', fraction: earned, state: earned >= 1 ? 'right' : earned > 0 ? 'partly' : 'wrong' },
      ...(authored.unit === 'required' ? [unitPart] : []),
    ],
    feedback: [
      ...(best ? feedbackOf({ text: best.feedback, locale, part: 'text' }) : []),
      ...feedbackOf({ text: authored.generalFeedback, locale }),
    ],
  }
}

/** What makes two names of units the same: µ and μ, m² and m2, with and without spaces. Capitals differ: mW is not MW. */
export function unitKey(name: string): string {
  return cleanText(name).normalize('NFKC').replace(/\s/gu, '')
}

function readQuantity({ authored, response }: { authored: Numeric; response: NumericResponse }): Result<Quantity> {
  const style = { decimalMark: authored.decimalMark, thousands: authored.thousands }
  if (authored.unit !== 'none' && !isChosen(authored)) return parseQuantity({ text: response.text, ...style })
  const number = parseNumber({ text: response.text, ...style })
  return number.ok ? success({ value: number.value, unit: '' }) : number
}

function isChosen({ unit, unitInput }: Numeric): boolean {
  return unit !== 'none' && unitInput === 'chosen'
}

function findUnit({ authored, typed }: { authored: Numeric; typed: string }): NumericUnit | undefined {
  const key = unitKey(typed)
  if (key === '') return undefined
  return authored.units.find(({ name }) => Object.values(name).some((written) => unitKey(written) === key))
}

/** Strictly greater, so that of equals the first one written counts. */
function bestOf({ answers, value }: { answers: NumericAnswer[]; value: number }): NumericAnswer | undefined {
  return answers
    .filter((answer) => isAccepted({ answer, value }))
    .reduce<NumericAnswer | undefined>((best, answer) => (best && best.fraction >= answer.fraction ? best : answer), undefined)
}

function withPenalty({ fraction, authored }: { fraction: number; authored: Numeric }): number {
  const cost = authored.unitPenaltyOf === 'answer' ? fraction * authored.unitPenalty : authored.unitPenalty
  return roundedOff(Math.max(0, fraction - cost))
}

/** Fractions have seven places everywhere; a difference of two has a tail of noise. */
function roundedOff(fraction: number): number {
  return Math.round(fraction * 1e7) / 1e7 + 0
}
