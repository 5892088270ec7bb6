import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, fractionSchema, onlyVersionOne, rowIdSchema, stemShape } from '../shared/authored.ts'

/** A letter that expressions may have. Expressions are the same when they are so for its values from `min` to `max`. */
export type Variable = { id: string; name: string; min: number; max: number; whole: boolean }

/** `formula` is a right expression, or `*` for every other. `fraction` 0…1. */
export type AlgebraicAnswer = { id: string; formula: string; fraction: number; feedback: LocalizedText }

export type Algebraic = {
  stem: LocalizedText
  generalFeedback: LocalizedText
  variables: Variable[]
  /** Names of functions that learners may write. */
  functions: string[]
  answers: AlgebraicAnswer[]
  form: 'any' | 'expanded' | 'factored'
  /** What an expression that is the same but has another form than asked for earns of its answer's share, 0…1. */
  formFraction: number
  /** How much values may differ, as a share of the value: 0 is not at all; 0.001 accepts rounded coefficients. */
  tolerance: number
}

export type AlgebraicView = { stem: string; maxLength: number; form: Algebraic['form']; variables: string[]; functions: string[] }
export type AlgebraicResponse = { text: string }

export const maxFormulaLength = 300
export const maxVariables = 10
export const maxExpressions = 20

export const algebraicSchema: QuestionSchema<Algebraic, AlgebraicView, AlgebraicResponse> = defineQuestionSchema({
  type: 'algebraic',
  version: 1,
  authored: z.object({
    ...stemShape,
    variables: emptyAsDefault(
      z
        .array(
          z.object({
            id: rowIdSchema,
            name: emptyAsDefault(z.string().max(100), ''),
            min: emptyAsDefault(z.number(), -10),
            max: emptyAsDefault(z.number(), 10),
            whole: emptyAsDefault(z.boolean(), false),
          }),
        )
        .max(maxVariables),
      [],
    ),
    functions: emptyAsDefault(z.array(z.string().max(20)).max(50), []),
    answers: emptyAsDefault(
      z
        .array(
          z.object({
            id: rowIdSchema,
            formula: emptyAsDefault(z.string().max(1000), ''),
            fraction: fractionSchema,
            feedback: authoredText(20_000),
          }),
        )
        .max(maxExpressions),
      [],
    ),
    form: emptyAsDefault(z.enum(['any', 'expanded', 'factored']), 'any'),
    formFraction: emptyAsDefault(z.number().min(0).max(1), 0),
    tolerance: emptyAsDefault(z.number().min(0).max(0.1), 0),
  }),
  view: z.object({
    stem: z.string(),
    maxLength: z.int(),
    form: z.enum(['any', 'expanded', 'factored']),
    variables: z.array(z.string()),
    functions: z.array(z.string()),
  }),
  response: z.object({ text: z.string().max(maxFormulaLength) }),
  upgrade: onlyVersionOne,
})
