import type { RichTextNode } from '@lectern/content-schemas'
import type { FootnoteDefinition, FootnoteReference } from 'mdast'
import { type Footnotes, lineOf, type ReadContext } from './context.ts'
import { inlineBlockNode, paragraphNode, rootNode, textNode } from './nodes.ts'
import { normalizeInline } from './normalizeInline.ts'

export function createFootnotes(definitions: readonly FootnoteDefinition[]): Footnotes {
  const byIdentifier = new Map<string, FootnoteDefinition>()
  for (const definition of definitions) {
    if (!byIdentifier.has(definition.identifier)) byIdentifier.set(definition.identifier, definition)
  }
  return { definitions, byIdentifier, labels: labelsOf([...byIdentifier.values()]), used: new Set(), insideNote: false }
}

/**
 * A reference as an inline block. The first one holds the text of the note, further ones its label alone. Inside a note, and where a
 * note is empty, a reference stays text.
 */
export function convertReference({
  node,
  format,
  context,
}: {
  node: FootnoteReference
  format: number
  context: ReadContext
}): RichTextNode[] {
  const { footnotes } = context
  const definition = footnotes.byIdentifier.get(node.identifier)
  const label = definition && footnotes.labels.get(definition)
  const asText = [textNode({ text: `[^${node.label ?? node.identifier}]`, format })]
  if (!definition || label === undefined) return asText
  if (footnotes.insideNote) {
    context.warn('FOOTNOTE_NESTED', lineOf(node), `A note inside a note stays text: [^${node.label ?? node.identifier}].`)
    return asText
  }
  if (footnotes.used.has(definition))
    return [inlineBlockNode({ id: context.idFor(`again ${label}`), blockType: 'footnote', label })]
  if (!hasContent(definition)) {
    context.warn('FOOTNOTE_EMPTY', lineOf(definition), `The footnote ${label} has no text.`)
    return asText
  }
  footnotes.used.add(definition)
  const id = context.idFor(`footnote ${label}`)
  footnotes.insideNote = true
  const content = context.toFlow(definition.children)
  footnotes.insideNote = false
  if (content.length === 0) return asText
  return [inlineBlockNode({ id, blockType: 'footnote', label, content: rootNode(content) })]
}

/** Notes that nothing refers to, as text at the end of the document, so that none is lost. */
export function convertUnused(context: ReadContext): RichTextNode[] {
  return context.footnotes.definitions.flatMap((definition) => {
    if (context.footnotes.used.has(definition) || !hasContent(definition)) return []
    const label = definition.label ?? definition.identifier
    const twice = context.footnotes.byIdentifier.get(definition.identifier) !== definition
    const message = twice ? `The label ${label} stands for another footnote already.` : `Nothing refers to the footnote ${label}.`
    context.warn(twice ? 'FOOTNOTE_DUPLICATE' : 'FOOTNOTE_UNUSED', lineOf(definition), `${message} It was kept as text.`)
    context.footnotes.insideNote = true
    const [first, ...rest] = context.toFlow(definition.children)
    context.footnotes.insideNote = false
    const start = textNode({ text: `[^${label}]: `, format: 0 })
    if (first?.type !== 'paragraph')
      return [paragraphNode({ children: normalizeInline([start]) }), ...(first ? [first] : []), ...rest]
    return [paragraphNode({ children: normalizeInline([start, ...(first.children ?? [])]) }), ...rest]
  })
}

function hasContent(definition: FootnoteDefinition): boolean {
  return definition.children.some((child) => child.type !== 'footnoteDefinition' && child.type !== 'definition')
}

/** Labels of letters, digits and hyphens, each once: what else a label holds is not written alike in every place. */
function labelsOf(definitions: readonly FootnoteDefinition[]): ReadonlyMap<FootnoteDefinition, string> {
  const taken = new Set(definitions.map(({ identifier }) => identifier))
  return new Map(
    definitions.map((definition) => {
      const label = definition.label ?? definition.identifier
      if (isPlainLabel(label)) return [definition, label]
      const base =
        label
          .replace(/[^\p{L}\p{N}]+/gu, '-')
          .replace(/^-|-$/g, '')
          .slice(0, 40) || 'note'
      let name = base
      for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${base}-${count}`
      taken.add(name.toLowerCase())
      return [definition, name]
    }),
  )
}

/** Whether a label reads back as it is written. */
export function isPlainLabel(label: string): boolean {
  return /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,58}[\p{L}\p{N}])?$/u.test(label)
}
