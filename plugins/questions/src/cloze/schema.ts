import { defineQuestionSchema, type LocalizedText, type QuestionSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, fractionSchema, onlyVersionOne, rowIdSchema, stemShape } from '../shared/authored.ts'
import { type GapNode, gapNodeSchema } from '../shared/gapNodes.ts'
import type { GapResponse } from '../shared/gapResponse.ts'
import { gapResponseSchema, maxGaps } from '../shared/gapResponseSchema.ts'

/**
 * An accepted answer of a gap: for a text as in a short answer (`*` for any characters), for a number `3`, `3:0.1`,
 * `2.9..3.1` or `*`, for a choice an option. `fraction` is of the gap; below 0 in choices only.
 */
export type ClozeAnswer = { id: string; text: LocalizedText; fraction: number; feedback: LocalizedText }

/** `name` is what stands in the marker: the gap `1` is where the text has `[[1]]`. The mark is shared by `weight`. */
export type ClozeGap = {
  id: string
  name: string
  kind: 'text' | 'number' | 'choice'
  weight: number
  answers: ClozeAnswer[]
  caseSensitive: boolean
  ignoreDiacritics: boolean
  editDistance: 0 | 1 | 2
  shuffle: boolean
}

/** The stem is the text with the markers. */
export type Cloze = { stem: LocalizedText; generalFeedback: LocalizedText; gaps: ClozeGap[] }

/** `gaps` are in reading order; `options` are of choices only, in the order to show. */
export type ClozeView = {
  nodes: GapNode[]
  gaps: { id: string; kind: ClozeGap['kind']; options: { id: string; text: string }[] }[]
}
/** Typed text, or the id of the chosen option. */
export type ClozeResponse = GapResponse

const kindSchema = z.enum(['text', 'number', 'choice'])

export const clozeSchema: QuestionSchema<Cloze, ClozeView, ClozeResponse> = defineQuestionSchema({
  type: 'cloze',
  version: 1,
  authored: z.object({
    ...stemShape,
    gaps: emptyAsDefault(
      z
        .array(
          z.object({
            id: rowIdSchema,
            name: emptyAsDefault(z.string().max(32), ''),
            kind: emptyAsDefault(kindSchema, 'text'),
            weight: emptyAsDefault(z.number().min(0).max(1000), 1),
            answers: emptyAsDefault(
              z
                .array(
                  z.object({
                    id: rowIdSchema,
                    text: authoredText(1000),
                    fraction: fractionSchema,
                    feedback: authoredText(20_000),
                  }),
                )
                .max(100),
              [],
            ),
            caseSensitive: emptyAsDefault(z.boolean(), false),
            ignoreDiacritics: emptyAsDefault(z.boolean(), false),
            editDistance: emptyAsDefault(z.literal([0, 1, 2]), 0),
            shuffle: emptyAsDefault(z.boolean(), true),
          }),
        )
        .max(maxGaps),
      [],
    ),
  }),
  view: z.object({
    nodes: z.array(gapNodeSchema),
    gaps: z.array(
      z.object({ id: z.string(), kind: kindSchema, options: z.array(z.object({ id: z.string(), text: z.string() })) }),
    ),
  }),
  response: gapResponseSchema,
  upgrade: onlyVersionOne,
})
