import type { RichText, RichTextNode } from '@lectern/content-schemas'

/** Factories for Lexical nodes in the serialized form that Payload's editor opens (Lexical 0.50, Payload 3.90). */

const element = { direction: null, format: '', indent: 0, version: 1 } as const

export function rootNode(children: RichTextNode[]): RichText {
  return { root: { type: 'root', children, ...element } }
}

export function paragraphNode({ children, align = '' }: { children: RichTextNode[]; align?: string }): RichTextNode {
  return { type: 'paragraph', children, ...element, format: align, textFormat: 0, textStyle: '' }
}

export function headingNode({ level, children }: { level: number; children: RichTextNode[] }): RichTextNode {
  return { type: 'heading', tag: `h${level}`, children, ...element }
}

export function textNode({ text, format }: { text: string; format: number }): RichTextNode {
  return { type: 'text', text, format, detail: 0, mode: 'normal', style: '', version: 1 }
}

export function linebreakNode(): RichTextNode {
  return { type: 'linebreak', version: 1 }
}

export function quoteNode(children: RichTextNode[]): RichTextNode {
  return { type: 'quote', children, ...element }
}

export function ruleNode(): RichTextNode {
  return { type: 'horizontalrule', version: 1 }
}

export type ListType = 'bullet' | 'number' | 'check'

export function listNode({
  listType,
  start,
  children,
}: {
  listType: ListType
  start: number
  children: RichTextNode[]
}): RichTextNode {
  return { type: 'list', listType, start, tag: listType === 'number' ? 'ol' : 'ul', children, ...element }
}

export function listItemNode({
  value,
  checked,
  children,
}: {
  value: number
  checked: boolean | undefined
  children: RichTextNode[]
}): RichTextNode {
  return { type: 'listitem', value, ...(checked === undefined ? {} : { checked }), children, ...element }
}

export function tableNode(rows: RichTextNode[]): RichTextNode {
  return { type: 'table', children: rows, ...element }
}

export function tableRowNode(cells: RichTextNode[]): RichTextNode {
  return { type: 'tablerow', children: cells, ...element }
}

/** `header` marks a cell of the head row (Lexical: header state 1, "row"). */
export function tableCellNode({ header, children }: { header: boolean; children: RichTextNode[] }): RichTextNode {
  return {
    type: 'tablecell',
    headerState: header ? 1 : 0,
    colSpan: 1,
    rowSpan: 1,
    backgroundColor: null,
    children,
    ...element,
  }
}

export function linkNode({
  id,
  url,
  title,
  children,
}: {
  id: string
  url: string
  title: string | undefined
  children: RichTextNode[]
}): RichTextNode {
  const fields = { url, newTab: false, linkType: 'custom', ...(title ? { title } : {}) }
  return { type: 'link', id, fields, children, ...element, version: 3 }
}

export function blockNode(fields: Record<string, unknown>): RichTextNode {
  return { type: 'block', fields: { ...fields, blockName: '' }, format: '', version: 2 }
}

export function inlineBlockNode(fields: Record<string, unknown>): RichTextNode {
  return { type: 'inlineBlock', fields, version: 1 }
}

export function isInlineNode(node: RichTextNode): boolean {
  return ['text', 'linebreak', 'tab', 'link', 'autolink', 'inlineBlock'].includes(node.type)
}

/** Makes ids that depend on nothing but the order and the content: 24 hexadecimal digits, like Payload's own. */
export function createIdSequence(): (content: string) => string {
  let ordinal = 0
  return (content) => {
    ordinal += 1
    const seed = `${ordinal}\n${content}`
    return [0x811c9dc5, 0x01000193, 0x9e3779b9].map((basis) => hash32(seed, basis)).join('')
  }
}

/** FNV-1a with a final mix, as eight hexadecimal digits. */
function hash32(text: string, basis: number): string {
  let hash = basis
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  hash ^= hash >>> 13
  return (hash >>> 0).toString(16).padStart(8, '0')
}
