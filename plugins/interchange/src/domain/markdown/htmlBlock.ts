import type { RichTextNode } from '@lectern/content-schemas'
import type { Element, ElementContent, RootContent } from 'hast'
import type { Html } from 'mdast'
import { asParagraph } from './asParagraph.ts'
import { lineOf, type ReadContext } from './context.ts'
import { attributeOf, canonicalHtml, readHtml } from './html.ts'
import { imageAttributes, imageFields, linkFromHtml } from './inline.ts'
import { type Marker, parseMarker } from './markers.ts'
import { blockNode, inlineBlockNode, linebreakNode, textNode } from './nodes.ts'
import { normalizeInline } from './normalizeInline.ts'
import { formatOfTag } from './tags.ts'

/** A block of raw HTML: a lectern marker, native nodes where Lexical has them, else an `html` block. */
export function convertHtmlBlock(node: Html, context: ReadContext): RichTextNode[] {
  const line = lineOf(node)
  const marker = parseMarker(node.value)
  if (marker === 'invalid') {
    context.warn('MARKER_INVALID', line, 'This lectern marker cannot be read; it was left out.')
    return []
  }
  if (marker) return markerBlock(marker, line, context)

  const { tree, removals } = readHtml(node.value)
  for (const removal of removals) context.warn('HTML_REMOVED', line, `Removed ${removal.what}.`)
  const paragraphs = asParagraphs(tree.children)
  if (paragraphs.every((paragraph) => paragraph.every(isNative))) {
    return paragraphs.flatMap((paragraph) =>
      asParagraph(normalizeInline(paragraph.flatMap((child) => toNative(child, 0, line, context)))),
    )
  }
  collectAddresses(tree.children, line, context)
  const html = canonicalHtml({ tree, flow: true })
  return html === null ? [] : [blockNode({ id: context.idFor(`html ${html}`), blockType: 'html', html })]
}

function markerBlock(marker: Marker, line: number, context: ReadContext): RichTextNode[] {
  if (marker.kind === 'test') {
    const test = context.test(marker.key, line)
    return [blockNode({ id: context.idFor(`test ${marker.key}`), blockType: 'test', test })]
  }
  if (marker.kind === 'embed') {
    const url = context.link(marker.url, line)
    const title = marker.title ? { title: marker.title } : {}
    return url === null ? [] : [blockNode({ id: context.idFor(`embed ${url}`), blockType: 'embed', url, ...title })]
  }
  const file = context.image(marker.file, line)
  const label = marker.label ? { label: marker.label } : {}
  return file === null
    ? []
    : [blockNode({ id: context.idFor(`download ${marker.label ?? ''}`), blockType: 'download', ...file, ...label })]
}

/** Top-level `<p>` elements are paragraphs of their own; what stands between them is one too. */
function asParagraphs(nodes: RootContent[]): RootContent[][] {
  const result: RootContent[][] = []
  let open: RootContent[] = []
  for (const node of nodes) {
    if (node.type === 'element' && node.tagName === 'p') {
      result.push(open, node.children)
      open = []
    } else open.push(node)
  }
  return [...result, open]
}

function isNative(node: RootContent): boolean {
  if (node.type === 'text') return true
  if (node.type !== 'element') return false
  if (node.tagName === 'br' || node.tagName === 'img') return true
  const hasFormat = formatOfTag[node.tagName] !== undefined || node.tagName === 'a' || node.tagName === 'span'
  return hasFormat && node.children.every(isNative)
}

function toNative(node: RootContent | ElementContent, format: number, line: number, context: ReadContext): RichTextNode[] {
  if (node.type === 'text') return [textNode({ text: node.value.replace(/\s+/g, ' '), format })]
  if (node.type !== 'element') return []
  if (node.tagName === 'br') return [linebreakNode()]
  if (node.tagName === 'img') return imageOf(node, line, context)
  const inner = (added: number) => node.children.flatMap((child) => toNative(child, format | added, line, context))
  if (node.tagName !== 'a') return inner(formatOfTag[node.tagName] ?? 0)
  return linkFromHtml({ href: attributeOf(node, 'href'), title: attributeOf(node, 'title'), children: inner(0), line, context })
}

function imageOf(node: Element, line: number, context: ReadContext): RichTextNode[] {
  const fields = imageFields({ ...imageAttributes(node), line, context })
  return fields ? [inlineBlockNode(fields)] : []
}

/** Addresses inside kept HTML are checked like all others, though they stay as they are. */
function collectAddresses(nodes: readonly (RootContent | ElementContent)[], line: number, context: ReadContext): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue
    const href = attributeOf(node, 'href')
    const src = attributeOf(node, 'src')
    if (href) context.links.push({ url: href, line })
    if (src) context.images.push({ url: src, line })
    collectAddresses(node.children, line, context)
  }
}
