import { type RichTextNode, textFormat } from '@lectern/content-schemas'
import type { RootContent } from 'hast'
import type { PhrasingContent } from 'mdast'
import { isPlainLabel } from './footnotes.ts'
import { toInlineTex } from './formula.ts'
import { escapeHtml, isVoidElement, openTagOf, readHtml } from './html.ts'
import { isRichText } from './isRichText.ts'
import { fileAddress, textField, type WriteContext } from './writeContext.ts'

/** Where the text stands: headings and cells cannot hold a line end, and a bar ends a cell. */
export type Place = { singleLine: boolean; inCell: boolean }

type Delimiters = { type: 'strong' | 'emphasis' | 'delete' } | { tag: string }

const wrappers: readonly { bit: number; markdown?: 'strong' | 'emphasis' | 'delete'; tag: string }[] = [
  { bit: textFormat.bold, markdown: 'strong', tag: 'strong' },
  { bit: textFormat.italic, markdown: 'emphasis', tag: 'em' },
  { bit: textFormat.strikethrough, markdown: 'delete', tag: 'del' },
  { bit: textFormat.underline, tag: 'u' },
  { bit: textFormat.subscript, tag: 'sub' },
  { bit: textFormat.superscript, tag: 'sup' },
  { bit: textFormat.highlight, tag: 'mark' },
]
const allBits = wrappers.reduce((bits, { bit }) => bits | bit, 0)

/** Lexical running text as Markdown's. Formats that Markdown cannot say there become HTML tags. */
export function toPhrasing(nodes: readonly RichTextNode[], context: WriteContext, place: Place): PhrasingContent[] {
  return writeRun({ nodes, done: 0, before: '', after: '', context, place })
}

type Run = {
  nodes: readonly RichTextNode[]
  /** Format bits that a wrapper around the run already says. */
  done: number
  /** The characters around the run, empty at the ends of the text. */
  before: string
  after: string
  context: WriteContext
  place: Place
}

/** Line ends before raw HTML would be lost (the serializer guards against HTML blocks), so a break there is HTML too. */
function writeRun(run: Run): PhrasingContent[] {
  const { nodes, done, context, place } = run
  const result: PhrasingContent[] = []
  let index = 0
  while (index < nodes.length) {
    const node = nodes[index]
    if (!node) break
    const before = index === 0 ? run.before : lastCharacter(nodes[index - 1], done)
    const span = longestSpan(nodes, index, done)
    if (span) {
      const inner = nodes.slice(index, span.end)
      const after = span.end === nodes.length ? run.after : firstCharacter(nodes[span.end], done)
      const delimiters = chooseDelimiters({ inner, bit: span.bit, done, before, after })
      result.push(...wrapSpan({ delimiters, inner, bit: span.bit, run }))
      index = span.end
    } else {
      result.push(
        ...writeNode({
          node,
          next: nodes[index + 1],
          previous: nodes[index - 1],
          context,
          place,
          done,
          beforePrevious: nodes[index - 2],
        }),
      )
      index += 1
    }
  }
  return result.map((node, position) => (node.type === 'break' && result[position + 1]?.type === 'html' ? html('<br>') : node))
}

function wrapSpan({
  delimiters,
  inner,
  bit,
  run,
}: {
  delimiters: Delimiters
  inner: readonly RichTextNode[]
  bit: number
  run: Run
}): PhrasingContent[] {
  const rest = { nodes: inner, done: run.done | bit, context: run.context, place: run.place }
  if ('tag' in delimiters) {
    const children = writeRun({ ...rest, before: '>', after: '<' })
    return [html(`<${delimiters.tag}>`), ...children, html(`</${delimiters.tag}>`)]
  }
  const mark = markOf(delimiters.type)
  const children = writeRun({ ...rest, before: mark, after: mark })
  return [{ type: delimiters.type, children }]
}

/** The format that the most nodes from `start` on share, and where that span ends. */
function longestSpan(nodes: readonly RichTextNode[], start: number, done: number): { bit: number; end: number } | null {
  const first = nodes[start]
  const own = first ? formatOf(first) & ~done : 0
  if (own === 0 || (first && isTransparent(first))) return null
  let best: { bit: number; end: number } | null = null
  for (const { bit } of wrappers) {
    if ((own & bit) === 0) continue
    let end = start + 1
    for (let index = start + 1; index < nodes.length; index += 1) {
      const node = nodes[index]
      if (!node || (formatOf(node) & bit) === 0) break
      if (!isTransparent(node)) end = index + 1
    }
    if (!best || end > best.end) best = { bit, end }
  }
  return best
}

/** Markdown's marks where they certainly mean what is meant, else HTML. */
function chooseDelimiters({
  inner,
  bit,
  done,
  before,
  after,
}: {
  inner: readonly RichTextNode[]
  bit: number
  done: number
  before: string
  after: string
}): Delimiters {
  const wrapper = wrappers.find((one) => one.bit === bit)
  if (!wrapper) throw new Error(`No wrapper for the format ${bit}.`)
  if (!wrapper.markdown) return { tag: wrapper.tag }
  const mark = markOf(wrapper.markdown)
  const first = firstCharacter(inner[0], done | bit)
  const last = lastCharacter(inner.at(-1), done | bit)
  const isPlain = (character: string) => !/[\s\p{P}\p{S}]/u.test(character) && !isSpace(character)
  const outsideOk = (character: string) => character === '' || isSpace(character) || (!isPlain(character) && character !== mark)
  const isClear = outsideOk(before) && outsideOk(after) && !isSpace(first) && !isSpace(last) && first !== mark && last !== mark
  return isClear ? { type: wrapper.markdown } : { tag: wrapper.tag }
}

function markOf(type: 'strong' | 'emphasis' | 'delete'): string {
  return { strong: '*', emphasis: '_', delete: '~' }[type]
}

function isSpace(character: string): boolean {
  return character === '' || /\s/.test(character)
}

/** Nodes without text of their own take part in any format around them. */
function isTransparent(node: RichTextNode): boolean {
  return node.type === 'linebreak' || node.type === 'inlineBlock' || node.type === 'tab'
}

function formatOf(node: RichTextNode): number {
  if (isTransparent(node)) return allBits
  if (node.type === 'text') return typeof node.format === 'number' ? node.format & allBits : 0
  const children = node.children ?? []
  const hasText = children.some((child) => !isTransparent(child))
  return hasText ? children.reduce((bits, child) => bits & formatOf(child), allBits) : 0
}

/** The first character that Markdown shows of a node: of a mark or bracket when it begins with one. */
function firstCharacter(node: RichTextNode | undefined, done: number): string {
  if (!node) return ''
  if (node.type === 'linebreak') return ' '
  if (node.type !== 'text') return '['
  const format = Number(node.format ?? 0)
  const open = wrappers.find(({ bit }) => (format & bit & ~done) !== 0)
  if (open) return open.markdown ? markOf(open.markdown) : '<'
  return format & textFormat.code ? '`' : (node.text ?? '').charAt(0)
}

function lastCharacter(node: RichTextNode | undefined, done: number): string {
  if (!node) return ''
  if (node.type !== 'text') return node.type === 'linebreak' ? ' ' : ')'
  const format = Number(node.format ?? 0)
  const isMarked = (format & (allBits | textFormat.code) & ~done) !== 0
  return isMarked ? firstCharacter(node, done) : (node.text ?? '').slice(-1)
}

function writeNode({
  node,
  next,
  previous,
  context,
  place,
  done,
  beforePrevious,
}: {
  node: RichTextNode
  next: RichTextNode | undefined
  previous: RichTextNode | undefined
  context: WriteContext
  place: Place
  done: number
  beforePrevious: RichTextNode | undefined
}): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return writeText({ node, previous, beforePrevious })
    case 'tab':
      return [{ type: 'text', value: ' ' }]
    case 'linebreak': {
      const isSingle =
        next?.type !== 'linebreak' && previous?.type !== 'linebreak' && previous !== undefined && next !== undefined
      return isSingle && !place.singleLine ? [{ type: 'break' }] : [html('<br>')]
    }
    case 'link':
    case 'autolink':
      return writeLink(node, context, place, done)
    case 'inlineBlock':
      return writeInlineBlock({ node, next, context, place })
    default:
      return toPhrasing(node.children ?? [], context, place)
  }
}

/** Where the first character would be read with what stands before it, it is written as a reference. */
function writeText({
  node,
  previous,
  beforePrevious,
}: {
  node: RichTextNode
  previous: RichTextNode | undefined
  beforePrevious: RichTextNode | undefined
}): PhrasingContent[] {
  const text = node.text ?? ''
  if (text === '') return []
  if (Number(node.format ?? 0) & textFormat.code) return [{ type: 'inlineCode', value: text }]
  const afterFormula = isInlineBlock(previous, 'formula') && /^\d/.test(text)
  const startsLine = beforePrevious === undefined || beforePrevious.type === 'linebreak'
  const wouldDefine = isInlineBlock(previous, 'footnote') && startsLine && text.startsWith(':')
  if (!afterFormula && !wouldDefine) return [{ type: 'text', value: text }]
  return [html(`&#${text.charCodeAt(0)};`), { type: 'text', value: text.slice(1) }]
}

function isInlineBlock(node: RichTextNode | undefined, blockType: string): boolean {
  return node?.type === 'inlineBlock' && node.fields?.blockType === blockType
}

function writeLink(node: RichTextNode, context: WriteContext, place: Place, done: number): PhrasingContent[] {
  const children = writeRun({
    nodes: node.children ?? [],
    done,
    before: '[',
    after: ']',
    context,
    place,
  })
  const url = linkAddress(node.fields)
  if (url === undefined || children.length === 0) return children
  const title = textField(node.fields, 'title')
  if (!title && isBareAddress(url) && plainText(node) === url) return [html(`<${context.linkFor(url)}>`)]
  return [{ type: 'link', url: context.linkFor(url), title: title ?? null, children: children.filter(isLinkable) }]
}

function isBareAddress(url: string): boolean {
  return /^https?:\/\/[\w./~%?=&#+:,;!-]+$/.test(url)
}

/** The text of a link when it is one piece without format. */
function plainText(node: RichTextNode): string | undefined {
  const only = node.children?.length === 1 ? node.children[0] : undefined
  return only?.type === 'text' && !only.format ? only.text : undefined
}

function isLinkable(node: PhrasingContent): boolean {
  return node.type !== 'link' && node.type !== 'linkReference'
}

/** A link to a document of the CMS is written by the id of the document. */
function linkAddress(fields: Record<string, unknown> | undefined): string | undefined {
  const doc = fields?.doc
  if (fields?.linkType !== 'internal' || typeof doc !== 'object' || doc === null || !('value' in doc))
    return textField(fields, 'url')
  const { value } = doc
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return `lesson-id:${String(id)}`
}

function writeInlineBlock({
  node,
  next,
  context,
  place,
}: {
  node: RichTextNode
  next: RichTextNode | undefined
  context: WriteContext
  place: Place
}): PhrasingContent[] {
  const fields = node.fields ?? {}
  switch (fields.blockType) {
    case 'image':
      return writeImage(fields, context)
    case 'formula':
      return writeFormula({ fields, next, place })
    case 'footnote':
      return writeFootnote(fields, context)
    default:
      return readHtml(textField(fields, 'html') ?? '').tree.children.flatMap(writeHastNode)
  }
}

/** A comment parts two formulas that meet, whose dollars would run together. A bar would end the cell of a table. */
function writeFormula({
  fields,
  next,
  place,
}: {
  fields: Record<string, unknown>
  next: RichTextNode | undefined
  place: Place
}): PhrasingContent[] {
  const tex = toInlineTex(textField(fields, 'tex') ?? '')
  if (tex === '') return []
  const mark = fields.display === true ? '$$' : '$'
  const inPlace = place.inCell ? tex.replace(/(\\?)\|/g, (bar, slash) => (slash ? bar : '\\vert ')) : tex
  const source = html(`${mark}${inPlace}${mark}`)
  return isInlineBlock(next, 'formula') ? [source, html('<!-- -->')] : [source]
}

/** The reference; the note itself is written at the end of the document. */
function writeFootnote(fields: Record<string, unknown>, context: WriteContext): PhrasingContent[] {
  const children = isRichText(fields.content) ? (fields.content.root.children ?? []) : []
  const wanted = textField(fields, 'label')
  const label = children.length > 0 ? freeLabel(wanted, context.footnotes) : wanted
  if (label === undefined) return []
  if (children.length > 0) context.footnotes.set(label, children)
  return [{ type: 'footnoteReference', identifier: label, label }]
}

function freeLabel(wanted: string | undefined, taken: ReadonlyMap<string, unknown>): string {
  const base = wanted !== undefined && isPlainLabel(wanted) ? wanted : String(taken.size + 1)
  const names = new Set([...taken.keys()].map((name) => name.toLowerCase()))
  let label = base
  for (let count = 2; names.has(label.toLowerCase()); count += 1) label = `${base}-${count}`
  return label
}

/** A picture, with its link around it. A width needs HTML. */
export function writeImage(fields: Record<string, unknown>, context: WriteContext): PhrasingContent[] {
  const url = fileAddress(fields, context)
  if (url === undefined) return []
  const alt = textField(fields, 'alt') ?? ''
  const title = textField(fields, 'caption') ?? null
  const href = textField(fields, 'href')
  const width = typeof fields.width === 'number' ? fields.width : undefined
  if (width === undefined) {
    const image: PhrasingContent = { type: 'image', url, alt, title }
    return href === undefined ? [image] : [{ type: 'link', url: context.linkFor(href), title: null, children: [image] }]
  }
  const caption = title === null ? '' : ` title="${escapeAttribute(title)}"`
  const tag = html(`<img src="${escapeAttribute(url)}" alt="${escapeAttribute(alt)}"${caption} width="${width}">`)
  return href === undefined ? [tag] : [html(`<a href="${escapeAttribute(context.linkFor(href))}">`), tag, html('</a>')]
}

/** Kept HTML in running text: tags pass through, text is escaped as Markdown. */
function writeHastNode(node: RootContent): PhrasingContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value }]
  if (node.type !== 'element') return []
  const open = html(openTagOf(node))
  if (isVoidElement(node)) return [open]
  return [open, ...node.children.flatMap(writeHastNode), html(`</${node.tagName}>`)]
}

function escapeAttribute(text: string): string {
  return escapeHtml(text)
    .replaceAll('|', '&#124;')
    .replace(/\s*\n\s*/g, ' ')
}

function html(value: string): PhrasingContent {
  return { type: 'html', value }
}
