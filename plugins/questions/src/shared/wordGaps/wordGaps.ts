import type { LocalizedText } from '@lectern/content-schemas'
import { z } from 'zod'
import { authoredText, emptyAsDefault, rowIdSchema, stemShape } from '../authored.ts'
import { type GapNode, gapNodeSchema } from '../gapNodes.ts'

/**
 * A word to choose. `name` is what stands in the markers of the gaps where it is right; a word without one belongs in no
 * gap. A gap offers the words of the group of its right one.
 */
export type GapWord = { id: string; name: string; text: LocalizedText; group: number; feedback: LocalizedText }

/** The stem is the text with the markers. `order` is that in which the words are shown. */
export type WordGaps = {
  stem: LocalizedText
  generalFeedback: LocalizedText
  words: GapWord[]
  order: 'shuffled' | 'alphabetical'
}

/** `gaps` are in reading order; `group` says which words a gap takes. */
export type WordGapsView = {
  nodes: GapNode[]
  gaps: { id: string; group: number }[]
  groups: { group: number; words: { id: string; text: string }[] }[]
}

export const maxWords = 100
export const maxGroups = 20

export const wordGapsShape = {
  ...stemShape,
  words: emptyAsDefault(
    z
      .array(
        z.object({
          id: rowIdSchema,
          name: emptyAsDefault(z.string().max(32), ''),
          text: authoredText(300),
          group: emptyAsDefault(z.int().min(1).max(maxGroups), 1),
          feedback: authoredText(20_000),
        }),
      )
      .max(maxWords),
    [],
  ),
  order: emptyAsDefault(z.enum(['shuffled', 'alphabetical']), 'shuffled'),
}

export const wordGapsViewShape = {
  nodes: z.array(gapNodeSchema),
  gaps: z.array(z.object({ id: z.string(), group: z.int() })),
  groups: z.array(z.object({ group: z.int(), words: z.array(z.object({ id: z.string(), text: z.string() })) })),
}
