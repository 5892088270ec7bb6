import type { RichText } from '@lectern/content-schemas'
import { escapeHtml } from './escapeHtml.ts'
import type { Note, RenderState } from './renderState.ts'

type FootnoteInput = { label?: string | null | undefined; content?: RichText | null | undefined; state: RenderState }

/**
 * The number in the text. The note itself is put beside the block that the number stands in (`withNotes`). A further reference to
 * the same label has the same number; a note inside a note, or a label that stands for nothing, shows the label.
 */
export function renderFootnote({ label, content, state }: FootnoteInput): string {
  const { notes, context } = state
  const known = label ? notes.numbers.get(label) : undefined
  if (notes.inside || (known === undefined && !content)) return label ? `<sup>${escapeHtml(label)}</sup>` : ''
  if (known !== undefined && !content) return reference({ number: known, id: '', word: context.messages.footnote })
  const number = notes.all.length + 1
  if (label) notes.numbers.set(label, number)
  const note: Note = { number, html: '' }
  notes.all.push(note)
  notes.open.push(note)
  if (content) note.html = renderContent({ content, state })
  return reference({ number, id: ` id="ref-${number}"`, word: context.messages.footnote })
}

function renderContent({ content, state }: { content: RichText; state: RenderState }): string {
  const outer = state.nested
  state.nested = true
  state.notes.inside = true
  const html = state.children(content.root)
  state.nested = outer
  state.notes.inside = false
  return html
}

function reference({ number, id, word }: { number: number; id: string; word: string }): string {
  const label = escapeHtml(`${word} ${number}`)
  return `<sup class="note-ref"><a${id} href="#note-${number}" role="doc-noteref" aria-label="${label}">${number}</a></sup>`
}

/** A block of the text with its notes beside it: in the margin where there is one, else opened in place by its number. */
export function withNotes({ html, state }: { html: string; state: RenderState }): string {
  const { footnote, backToText } = state.context.messages
  const notes = state.notes.open.map(
    ({ number, html: text }) =>
      `<aside class="note" id="note-${number}" role="note" aria-label="${escapeHtml(`${footnote} ${number}`)}"><span class="note-number" aria-hidden="true">${number}</span>${text}<a class="note-back" href="#ref-${number}" aria-label="${escapeHtml(backToText)}">↩</a></aside>`,
  )
  state.notes.open = []
  return notes.length === 0 ? html : `<div class="noted">${html}<div class="notes">${notes.join('')}</div></div>`
}

/** All notes once more as a list at the end, for paper, where nothing opens. */
export function renderNoteList(state: RenderState): string {
  const { all } = state.notes
  if (all.length === 0) return ''
  const items = all.map(({ html }) => `<li>${html.replace(/ id="[^"]*"/g, '')}</li>`)
  return `<ol class="notes-printed">${items.join('')}</ol>`
}
