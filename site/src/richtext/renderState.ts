import type { RichTextNode } from '@lectern/content-schemas'
import type { RichTextContext, TocEntry } from './context.ts'
import { escapeHtml } from './escapeHtml.ts'

/** Footnotes of one document. `open` are those of the block that is being rendered, `all` those so far in order. */
export type NoteState = { open: Note[]; all: Note[]; numbers: Map<string, number>; inside: boolean }
export type Note = { number: number; html: string }

/** State of one document: `render` goes down into nested rich text without losing unique ids. */
export type RenderState = {
  context: RichTextContext
  slug: (text: string) => string
  contents: TocEntry[]
  /** Nested text (callouts) gives no entries to the table of contents. */
  nested: boolean
  /** Counts the tables of the document from 1, so that each has a name of its own. */
  nextTable: () => number
  notes: NoteState
  children: (node: RichTextNode) => string
}

/** What stands where something cannot be shown. */
export function unknownNotice(type: string, { messages }: RichTextContext): string {
  return `<p class="notice">${escapeHtml(messages.unknown.replace('{type}', type))}</p>`
}
