import type { RichText, RichTextNode } from '@lectern/content-schemas'
import type { BlockContent, ListItem, PhrasingContent, RootContent, TableRow } from 'mdast'
import { alertKinds } from './alert.ts'
import { isRichText } from './isRichText.ts'
import { writeMarker } from './markers.ts'
import { isInlineNode } from './nodes.ts'
import { splitAtDoubleBreaks } from './splitAtDoubleBreaks.ts'
import { fileAddress, textField, type WriteContext } from './writeContext.ts'
import { toPhrasing, writeImage } from './writeInline.ts'

/** Blocks of a document, quote, item or callout. Running text that stands between blocks becomes paragraphs. */
export function toBlocks(nodes: readonly RichTextNode[], context: WriteContext): BlockContent[] {
  const result: BlockContent[] = []
  let run: RichTextNode[] = []
  const closeRun = () => {
    for (const paragraph of splitAtDoubleBreaks(run)) {
      const children = toPhrasing(paragraph, context, { singleLine: false, inCell: false })
      if (children.length > 0) result.push({ type: 'paragraph', children })
    }
    run = []
  }
  for (const node of nodes) {
    if (isInlineNode(node)) run.push(node)
    else {
      closeRun()
      result.push(...toBlock(node, context))
    }
  }
  closeRun()
  return result
}

function toBlock(node: RichTextNode, context: WriteContext): BlockContent[] {
  const children = node.children ?? []
  switch (node.type) {
    case 'paragraph': {
      const phrasing = toPhrasing(children, context, { singleLine: false, inCell: false })
      return phrasing.length === 0 ? [] : [{ type: 'paragraph', children: phrasing }]
    }
    case 'heading': {
      const phrasing = toPhrasing(children, context, { singleLine: true, inCell: false })
      return phrasing.length === 0 ? [] : [{ type: 'heading', depth: headingDepth(node.tag), children: phrasing }]
    }
    case 'horizontalrule':
      return [{ type: 'thematicBreak' }]
    case 'quote':
      return [{ type: 'blockquote', children: toBlocks(children, context) }]
    case 'list':
      return [toList(node, context)]
    case 'table':
      return [toTable(node, context)]
    case 'block':
      return toSpecialBlock(node.fields ?? {}, context)
    case 'upload':
      return typeof node.value === 'string' ? imageParagraph({ media: node.value }, context) : []
    default:
      return toBlocks(children, context)
  }
}

function toList(node: RichTextNode, context: WriteContext): BlockContent {
  const ordered = node.listType === 'number'
  const items = (node.children ?? []).map((child): ListItem => {
    const checked = typeof child.checked === 'boolean' ? child.checked : null
    const blocks = toBlocks(child.children ?? [], context)
    return { type: 'listItem', checked, spread: !isTight(blocks), children: blocks }
  })
  const start = ordered && typeof node.start === 'number' ? { start: node.start } : {}
  return { type: 'list', ordered, ...start, spread: items.some(({ spread }) => spread), children: items }
}

/** Items that are one paragraph, or a paragraph and a list under it, are written without blank lines. */
function isTight(blocks: readonly BlockContent[]): boolean {
  const [first, second, ...rest] = blocks
  return second === undefined || (rest.length === 0 && first !== undefined && isText(first) && canInterrupt(second))
}

/** A paragraph that begins with a tag might be read as an HTML block, which goes on to the next blank line. */
function isText(block: BlockContent): boolean {
  return block.type === 'paragraph' && block.children[0]?.type !== 'html'
}

/** Whether a list can follow a paragraph without a blank line: CommonMark wants it to begin with 1 and not to be empty. */
function canInterrupt(block: BlockContent): boolean {
  if (block.type !== 'list' || (block.ordered && block.start !== 1)) return false
  const first = block.children[0]?.children[0]
  return first !== undefined && (first.type === 'list' ? canInterrupt(first) : first.type === 'paragraph')
}

function toTable(node: RichTextNode, context: WriteContext): BlockContent {
  const rows = (node.children ?? []).map(
    (row): TableRow => ({
      type: 'tableRow',
      children: (row.children ?? []).map((cell) => ({ type: 'tableCell', children: toCell(cell, context) })),
    }),
  )
  const align = (node.children?.[0]?.children ?? []).map((cell) => alignOf(cell.children?.[0]?.format))
  return { type: 'table', align, children: rows }
}

/** A cell is one line: its paragraphs are parted by line breaks. */
function toCell(cell: RichTextNode, context: WriteContext): PhrasingContent[] {
  const paragraphs = (cell.children ?? []).map((child) => {
    const nodes = isInlineNode(child) ? [child] : (child.children ?? [])
    return toPhrasing(nodes, context, { singleLine: true, inCell: true })
  })
  const lineBreak: PhrasingContent = { type: 'html', value: '<br>' }
  return paragraphs.flatMap((paragraph, index) => (index === 0 ? paragraph : [lineBreak, ...paragraph]))
}

function alignOf(format: unknown): 'left' | 'center' | 'right' | null {
  if (format === 'center' || format === 'right' || format === 'left') return format
  return null
}

function toSpecialBlock(fields: Record<string, unknown>, context: WriteContext): BlockContent[] {
  switch (fields.blockType) {
    case 'callout':
      return [toCallout(fields, context)]
    case 'code': {
      const lang = textField(fields, 'language') ?? null
      return [
        { type: 'code', lang, meta: lang ? (textField(fields, 'meta') ?? null) : null, value: textField(fields, 'code') ?? '' },
      ]
    }
    case 'image':
      return imageParagraph(fields, context)
    case 'formula': {
      const value = (textField(fields, 'tex') ?? '').trim()
      return value === '' ? [] : [{ type: 'math', value }]
    }
    case 'html':
      return htmlBlock(passThrough(textField(fields, 'html') ?? ''))
    case 'test': {
      const test = idOf(fields.test)
      return test === undefined ? [] : htmlBlock(writeMarker({ kind: 'test', key: context.testFor(test) }))
    }
    case 'embed': {
      const url = textField(fields, 'url')
      return url === undefined ? [] : htmlBlock(writeMarker({ kind: 'embed', url, title: textField(fields, 'title') }))
    }
    case 'download': {
      const file = fileAddress(fields, context)
      return file === undefined ? [] : htmlBlock(writeMarker({ kind: 'download', file, label: textField(fields, 'label') }))
    }
    default:
      return []
  }
}

function toCallout(fields: Record<string, unknown>, context: WriteContext): BlockContent {
  const kind = alertKinds.find((one) => one === fields.kind) ?? 'note'
  const title = textField(fields, 'title')
  const marker: PhrasingContent = { type: 'html', value: `[!${kind.toUpperCase()}]` }
  const head: BlockContent = { type: 'paragraph', children: title ? [marker, { type: 'text', value: ` ${title}` }] : [marker] }
  const content = isRichText(fields.content) ? toBlocks(fields.content.root.children ?? [], context) : []
  return { type: 'blockquote', children: [head, ...content] }
}

function imageParagraph(fields: Record<string, unknown>, context: WriteContext): BlockContent[] {
  const children = writeImage(fields, context)
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}

function htmlBlock(value: string): BlockContent[] {
  return value === '' ? [] : [{ type: 'html', value }]
}

/** An HTML block ends at a blank line: line ends before one are written as references. */
function passThrough(html: string): string {
  return html.replace(/\r/g, '').replace(/\n(?=[ \t]*\n)/g, '&#10;')
}

function headingDepth(tag: unknown): 1 | 2 | 3 | 4 | 5 | 6 {
  const depths = [1, 2, 3, 4, 5, 6] as const
  return depths.find((depth) => tag === `h${depth}`) ?? 2
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'string' && value !== '') return value
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : undefined
}

export function toRootContent(richText: RichText, context: WriteContext): RootContent[] {
  const blocks = toBlocks(richText.root.children ?? [], context)
  const notes = [...context.footnotes].map(
    ([label, nodes]): RootContent => ({
      type: 'footnoteDefinition',
      identifier: label,
      label,
      children: toBlocks(nodes, context),
    }),
  )
  return [...blocks, ...notes]
}
