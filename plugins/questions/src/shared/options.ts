import type { LocalizedText } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, fractionSchema, rowIdSchema, stemShape } from './authored.ts'

/** One option of a choice question. `fraction` is its share of the mark, −1…1; above 0 it is right or partly right. */
export type Option = { id: string; text: LocalizedText; fraction: number; feedback: LocalizedText }

/** The most options that a question may have and a response may name. */
export const maxOptions = 100

export const optionSchema = z.object({
  id: rowIdSchema,
  text: authoredText(20_000),
  fraction: fractionSchema,
  feedback: authoredText(20_000),
})

/** What both choice types are written as. `shuffle`: each attempt draws its own order of the options. */
export const choiceShape = {
  ...stemShape,
  options: emptyAsDefault(z.array(optionSchema).max(maxOptions), []),
  shuffle: emptyAsDefault(z.boolean(), true),
}

/** What a learner sees of either choice type; `html` is safe. */
export const choiceViewSchema = z.object({
  stem: z.string(),
  options: z.array(z.object({ id: z.string(), html: z.string() })),
})
export type ChoiceView = z.infer<typeof choiceViewSchema>

export type ChoiceBody = { stem: LocalizedText; generalFeedback: LocalizedText; options: Option[]; shuffle: boolean }
