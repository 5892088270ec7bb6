import { type RichTextNode, textFormat } from '@lectern/content-schemas'
import type { Html, Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast'
import { lineOf, type ReadContext } from './context.ts'
import { maxNesting } from './depth.ts'
import { convertReference } from './footnotes.ts'
import { convertInlineFormula } from './formula.ts'
import { attributeOf, canonicalHtml, readHtml } from './html.ts'
import { inlineBlockNode, linebreakNode, linkNode, textNode } from './nodes.ts'
import { normalizeInline, normalizeLinkText } from './normalizeInline.ts'
import { phrasingToHtml } from './phrasingToHtml.ts'
import { forbiddenTags, formatOfTag, inlineHtmlTags, isKnownTag, readTag } from './tags.ts'
import { guardDepth } from './tooDeep.ts'

type Walk = { context: ReadContext; format: number; depth: number }

/** Running text of one paragraph, heading or cell as Lexical nodes, in the one form that is stored. */
export function toInlineNodes(nodes: PhrasingContent[], context: ReadContext): RichTextNode[] {
  return normalizeInline(walk(nodes, { context, format: 0, depth: 0 }))
}

/** A picture's fields. Null when its address is not safe. */
export function imageFields({
  url,
  alt,
  caption,
  width,
  line,
  context,
}: {
  url: string
  alt: string | null | undefined
  caption?: string | null | undefined
  width?: number | undefined
  line: number
  context: ReadContext
}): Record<string, unknown> | null {
  const file = context.image(url, line)
  if (!file) return null
  const altText = flatten(alt)
  const captionText = flatten(caption)
  return {
    id: context.idFor(`image ${altText}`),
    blockType: 'image',
    ...file,
    ...(altText ? { alt: altText } : {}),
    ...(captionText ? { caption: captionText } : {}),
    ...(width ? { width } : {}),
  }
}

function walk(nodes: PhrasingContent[], state: Walk): RichTextNode[] {
  guardDepth(state.depth, maxNesting)
  const closings = matchTags(nodes)
  const result: RichTextNode[] = []
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]
    if (!node) continue
    if (node.type !== 'html') {
      result.push(...convert(node, state))
      continue
    }
    const closing = closings.get(index)
    const inner = closing === undefined ? undefined : nodes.slice(index + 1, closing)
    const converted = convertTag(node, inner, state)
    result.push(...converted.nodes)
    if (converted.consumed && closing !== undefined) index = closing
  }
  return result
}

function convert(node: Exclude<PhrasingContent, Html>, state: Walk): RichTextNode[] {
  const { context, format } = state
  const deeper = { ...state, depth: state.depth + 1 }
  switch (node.type) {
    case 'text':
      return [textNode({ text: node.value.replace(/\s*[\r\n]\s*|\t/g, ' '), format })]
    case 'inlineCode':
      return [textNode({ text: node.value.replace(/[\r\n\t]/g, ' '), format: format | textFormat.code })]
    case 'break':
      return [linebreakNode()]
    case 'strong':
      return walk(node.children, { ...deeper, format: format | textFormat.bold })
    case 'emphasis':
      return walk(node.children, { ...deeper, format: format | textFormat.italic })
    case 'delete':
      return walk(node.children, { ...deeper, format: format | textFormat.strikethrough })
    case 'link':
    case 'linkReference':
      return convertLink(node, deeper)
    case 'image':
    case 'imageReference': {
      const target = node.type === 'image' ? node : definitionOf(node, context)
      const fields = imageFields({ url: target.url, alt: node.alt, caption: target.title, line: lineOf(node), context })
      return fields ? [inlineBlockNode(fields)] : altText(node, format)
    }
    case 'inlineMath':
      return convertInlineFormula(node, context)
    case 'footnoteReference':
      return convertReference({ node, format, context })
    default:
      return []
  }
}

function convertLink(node: Link | LinkReference, state: Walk): RichTextNode[] {
  const target = node.type === 'link' ? node : definitionOf(node, state.context)
  const url = state.context.link(target.url, lineOf(node))
  const children = walk(node.children, state)
  return url === null ? children : toLink({ url, title: flatten(target.title), children, context: state.context })
}

function toLink({
  url,
  title,
  children,
  context,
}: {
  url: string
  title: string
  children: RichTextNode[]
  context: ReadContext
}): RichTextNode[] {
  // A note can be opened and so stands behind a link, not in it.
  const notes = children.filter(isFootnote)
  const content = normalizeLinkText(children.filter((child) => !isFootnote(child)))
  const only = content.length === 1 ? content[0] : undefined
  if (only?.type === 'inlineBlock' && only.fields?.blockType === 'image' && !title) {
    return [{ ...only, fields: { ...only.fields, href: url } }, ...notes]
  }
  if (content.length === 0) {
    context.warn('LINK_EMPTY', 1, `A link to ${url.slice(0, 80)} without text was dropped.`)
    return notes
  }
  // Lexical has no link inside a link; the outer one cannot be kept around an inner one.
  if (content.some((child) => child.type === 'link')) return [...content, ...notes]
  return [linkNode({ id: context.idFor(`link ${url}`), url, title: title || undefined, children: content }), ...notes]
}

function isFootnote(node: RichTextNode): boolean {
  return node.type === 'inlineBlock' && node.fields?.blockType === 'footnote'
}

type Converted = { nodes: RichTextNode[]; consumed: boolean }

/** Converts one raw tag. `inner` is what stands between it and its closing tag, undefined when it has none. */
function convertTag(node: Html, inner: PhrasingContent[] | undefined, state: Walk): Converted {
  const { context, format } = state
  const line = lineOf(node)
  const tag = readTag(node.value)
  if (!tag) {
    if (/^<!--\s*lectern:/.test(node.value)) context.warn('MARKER_INLINE', line, 'A lectern marker must stand alone on its line.')
    return { nodes: [], consumed: false }
  }
  if (!isKnownTag(tag.name)) return { nodes: [textNode({ text: node.value.replace(/\s+/g, ' '), format })], consumed: false }
  if (forbiddenTags.includes(tag.name)) {
    if (!tag.closing) context.warn('HTML_REMOVED', line, `Removed <${tag.name}> with its content.`)
    return { nodes: [], consumed: true }
  }
  if (tag.closing) return { nodes: [], consumed: false }
  if (tag.name === 'br') return { nodes: [linebreakNode()], consumed: false }
  if (tag.name === 'img') return { nodes: convertImageTag(node, context), consumed: false }
  if (/\son[a-z]+\s*=/i.test(node.value)) context.warn('HTML_REMOVED', line, `Removed an event handler from <${tag.name}>.`)
  if (!inner) return { nodes: [], consumed: false }
  const added = formatOfTag[tag.name]
  const deeper = { ...state, depth: state.depth + 1 }
  if (added !== undefined) return { nodes: walk(inner, { ...deeper, format: format | added }), consumed: true }
  if (tag.name === 'a') return { nodes: convertAnchor(node, inner, deeper), consumed: true }
  if (inlineHtmlTags.includes(tag.name)) {
    const html = phrasingToHtml(inner)
    if (html !== null) return { nodes: htmlBlock(`${node.value}${html}</${tag.name}>`, line, context), consumed: true }
  }
  return { nodes: [], consumed: false }
}

function convertAnchor(node: Html, inner: PhrasingContent[], state: Walk): RichTextNode[] {
  const first = readHtml(`${node.value}x</a>`).tree.children[0]
  const element = first?.type === 'element' ? first : undefined
  const href = element && attributeOf(element, 'href')
  const line = lineOf(node)
  if (href === undefined && /\shref\s*=/i.test(node.value)) {
    state.context.warn('URL_UNSAFE', line, 'An unsafe address was dropped; its text was kept.')
  }
  const title = element && attributeOf(element, 'title')
  return linkFromHtml({ href, title, children: walk(inner, state), line, context: state.context })
}

/** An `<a>` as a link node; without an address only its content. */
export function linkFromHtml({
  href,
  title,
  children,
  line,
  context,
}: {
  href: string | undefined
  title: string | undefined
  children: RichTextNode[]
  line: number
  context: ReadContext
}): RichTextNode[] {
  const url = href === undefined ? null : context.link(href, line)
  return url === null ? children : toLink({ url, title: flatten(title), children, context })
}

function convertImageTag(node: Html, context: ReadContext): RichTextNode[] {
  const { tree, removals } = readHtml(node.value)
  for (const removal of removals) context.warn('HTML_REMOVED', lineOf(node), `Removed ${removal.what}.`)
  const element = tree.children[0]
  if (element?.type !== 'element') return []
  const fields = imageFields({ ...imageAttributes(element), line: lineOf(node), context })
  return fields ? [inlineBlockNode(fields)] : []
}

export function imageAttributes(element: Parameters<typeof attributeOf>[0]): {
  url: string
  alt: string | undefined
  caption: string | undefined
  width: number | undefined
} {
  const width = Number.parseInt(attributeOf(element, 'width') ?? '', 10)
  return {
    url: attributeOf(element, 'src') ?? '',
    alt: attributeOf(element, 'alt'),
    caption: attributeOf(element, 'title'),
    width: width > 0 && width < 10_000 ? width : undefined,
  }
}

function htmlBlock(source: string, line: number, context: ReadContext): RichTextNode[] {
  const { tree, removals } = readHtml(source)
  for (const removal of removals) context.warn('HTML_REMOVED', line, `Removed ${removal.what}.`)
  const html = canonicalHtml({ tree, flow: false })
  return html === null ? [] : [inlineBlockNode({ id: context.idFor(`html ${html}`), blockType: 'html', html })]
}

function altText(node: Image | ImageReference, format: number): RichTextNode[] {
  const alt = flatten(node.alt)
  return alt ? [textNode({ text: alt, format })] : []
}

function definitionOf(
  node: LinkReference | ImageReference,
  context: ReadContext,
): { url: string; title?: string | null | undefined } {
  return context.definitions.get(node.identifier) ?? { url: '' }
}

/** Which closing tag belongs to which opening tag among siblings, by index. Linear. */
function matchTags(nodes: PhrasingContent[]): ReadonlyMap<number, number> {
  const open = new Map<string, number[]>()
  const closings = new Map<number, number>()
  nodes.forEach((node, index) => {
    const tag = node.type === 'html' ? readTag(node.value) : null
    if (!tag) return
    const stack = open.get(tag.name) ?? []
    open.set(tag.name, stack)
    const opening = tag.closing ? stack.pop() : undefined
    if (opening !== undefined) closings.set(opening, index)
    if (!tag.closing) stack.push(index)
  })
  return closings
}

function flatten(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
