import { failure, type GradeInput, type GradeResult, type Result, success } from '@lectern/content-schemas'
import { isBlankOf } from '../shared/blank.ts'
import type { Expression } from '../shared/expression/expression.ts'
import { learnerFunctions } from '../shared/expression/functions.ts'
import { parseExpression } from '../shared/expression/parseExpression.ts'
import { feedbackOf } from '../shared/present.ts'
import { cleanText } from '../shortText/matchAnswer.ts'
import { hasForm } from './hasForm.ts'
import { isSame, valuesAt } from './isSame.ts'
import { samplePoints } from './samplePoints.ts'
import { type Algebraic, type AlgebraicAnswer, type AlgebraicResponse, algebraicSchema, maxFormulaLength } from './schema.ts'
import { algebraicWords } from './words.ts'

/** The formula that accepts every other expression. */
export const everyOther = '*'

/** What is no expression in the question's variables and functions is refused with a code of `parseExpression`. */
export function parseAlgebraic({ authored, input }: { authored: Algebraic; input: unknown }): Result<AlgebraicResponse | null> {
  if (isBlankOf({ input, key: 'text' })) return success(null)
  const parsed = algebraicSchema.response.safeParse(input)
  if (!parsed.success) {
    return failure({
      code: 'RESPONSE_INVALID',
      message: `A response is an expression of at most ${maxFormulaLength} characters.`,
    })
  }
  const text = cleanText(parsed.data.text)
  if (text === '') return success(null)
  const read = readFormula({ authored, text })
  return read.ok ? success({ text }) : read
}

/**
 * Of the answers that are the same expression the one that earns most counts; where it has not the form asked for, it earns
 * `formFraction` of its share. `*` counts when no other does.
 */
export function gradeAlgebraic({ authored, response, locale }: GradeInput<Algebraic, AlgebraicResponse>): GradeResult {
  const read = readFormula({ authored, text: response.text })
  if (!read.ok) throw new Error('grade was given a response that parse did not accept.')
  const best = bestAnswer({ authored, given: read.value })
  const fraction = best?.earned ?? 0
  const words = algebraicWords(locale)
  const formWords = authored.form === 'expanded' ? words.notExpanded : words.notFactored
  return {
    fraction,
    parts: [{ part: 'text', fraction, state: fraction >= 1 ? 'right' : fraction > 0 ? 'partly' : 'wrong' }],
    feedback: [
      ...(best?.hasForm === false ? [{ part: 'text', html: formWords }] : []),
      ...(best ? feedbackOf({ text: best.answer.feedback, locale, part: 'text' }) : []),
      ...feedbackOf({ text: authored.generalFeedback, locale }),
    ],
  }
}

/** Reads a text as learners may write it: decimal comma, the question's variables, the functions it allows. */
export function readFormula({
  authored,
  text,
}: {
  authored: Pick<Algebraic, 'variables' | 'functions'>
  text: string
}): Result<Expression> {
  const functions = new Map([...learnerFunctions].filter(([name]) => authored.functions.includes(name)))
  return parseExpression({ text, decimalComma: true, variables: new Set(authored.variables.map(({ name }) => name)), functions })
}

type Candidate = { answer: AlgebraicAnswer; earned: number; hasForm: boolean }

function bestAnswer({ authored, given }: { authored: Algebraic; given: Expression }): Candidate | undefined {
  const { answers, form, tolerance } = authored
  const points = samplePoints(authored.variables)
  const givenAt = valuesAt({ expression: given, points })
  const met = answers.flatMap((answer): Candidate[] => {
    const expected = answer.formula.trim() === everyOther ? null : readFormula({ authored, text: answer.formula })
    if (!expected?.ok) return []
    if (!isSame({ expected: valuesAt({ expression: expected.value, points }), given: givenAt, points, tolerance })) return []
    const fits = hasForm({ form, given, expected: expected.value, points })
    const share = Math.max(0, answer.fraction)
    // Fractions have seven places everywhere.
    return [{ answer, earned: fits ? share : Math.round(share * authored.formFraction * 1e7) / 1e7, hasForm: fits }]
  })
  const rest = answers.filter(({ formula }) => formula.trim() === everyOther)
  const candidates =
    met.length > 0 ? met : rest.map((answer) => ({ answer, earned: Math.max(0, answer.fraction), hasForm: true }))
  return candidates.reduce<Candidate | undefined>((best, next) => (best && best.earned >= next.earned ? best : next), undefined)
}
