import type { Element, ElementContent, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { htmlDepthExceeds } from './htmlDepth.ts'
import { blockTags, forbiddenTags, isKnownTag, keptTags } from './tags.ts'
import { TooDeepError } from './tooDeep.ts'
import { isSafeImage, isSafeLink } from './urls.ts'

/** What the sanitizer took away, in words. */
export type Removal = { what: string }

const anyAttributes = defaultSchema.attributes?.['*'] ?? []

/** GitHub's schema, with pictures, sound and film in it, without ids and names (they could shadow the page's own). */
const schema: Schema = {
  ...defaultSchema,
  tagNames: [...keptTags],
  strip: [...forbiddenTags],
  clobber: [],
  attributes: {
    ...defaultSchema.attributes,
    '*': anyAttributes.filter((name) => !['id', 'name', 'action', 'method', 'accessKey', 'tabIndex'].includes(String(name))),
    a: ['href', 'title'],
    audio: ['src', 'controls', 'loop', 'muted', 'preload'],
    source: ['src', 'type', 'media'],
    track: ['src', 'kind', 'srcLang', 'label'],
    video: ['src', 'controls', 'loop', 'muted', 'poster', 'preload', 'width', 'height'],
    img: ['src', 'alt', 'title', 'width', 'height'],
  },
  protocols: {
    ...defaultSchema.protocols,
    href: ['http', 'https', 'mailto', 'tel', 'lesson'],
    src: ['http', 'https'],
    poster: ['http', 'https'],
  },
}

/** Parses and sanitizes a fragment. Angle brackets that are no HTML (`<your key>`) come out as text. */
export function readHtml(html: string): { tree: Root; removals: Removal[] } {
  if (htmlDepthExceeds(html)) throw new TooDeepError()
  const escaped = html.replace(/<(?=\/?([A-Za-z][A-Za-z0-9-]*))/g, (bracket, name: string) =>
    isKnownTag(name) ? bracket : '&lt;',
  )
  const parsed = fromHtml(escaped, { fragment: true })
  const removals: Removal[] = []
  for (const node of parsed.children) findRemovals(node, removals)
  const clean = sanitize(parsed, schema)
  const tree: Root = clean.type === 'root' ? clean : { type: 'root', children: isRootContent(clean) ? [clean] : [] }
  return { tree, removals }
}

/**
 * The HTML as it is stored: sanitized and stable (storing it again changes nothing). Null when nothing is left.
 * `flow` HTML begins with a tag that opens an HTML block in Markdown, if need be a `div` around all of it.
 */
export function canonicalHtml({ tree, flow }: { tree: Root; flow: boolean }): string | null {
  let html = printHtml(tree)
  for (let round = 0; round < 3; round += 1) {
    const again = printHtml(readHtml(html).tree)
    if (again === html) break
    html = again
  }
  html = flow ? html.trim() : html.replace(/\s+/g, ' ')
  if (html.trim() === '') return null
  if (!flow) return html
  const first = /^<([a-z0-9]+)[\s>]/.exec(html)?.[1] ?? ''
  return blockTags.includes(first) ? html : `<div>${html}</div>`
}

/** Prints nodes that `readHtml` has cleaned. */
export function printHtml(node: Root | RootContent): string {
  return toHtml(node, { allowDangerousCharacters: false, characterReferences: { useNamedReferences: false } })
}

/** An opening tag as Markdown passes it through anywhere: no pipe (table cells) and no line end in it. */
export function openTagOf(element: Element): string {
  const empty: Element = { ...element, children: [] }
  const printed = printHtml(empty)
  const end = printed.endsWith(`</${element.tagName}>`) ? printed.length - element.tagName.length - 3 : printed.length
  return printed
    .slice(0, end)
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '&#124;')
}

export function isVoidElement(element: Element): boolean {
  return ['img', 'br', 'wbr', 'hr', 'source', 'track'].includes(element.tagName)
}

export function textOf(node: Root | RootContent | ElementContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A property as text, or undefined when it is not there. */
export function attributeOf(element: Element, name: string): string | undefined {
  const value = element.properties[name]
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : undefined
}

function findRemovals(node: RootContent, removals: Removal[]): void {
  if (node.type !== 'element') return
  if (forbiddenTags.includes(node.tagName)) {
    removals.push({ what: `<${node.tagName}> with its content` })
    return
  }
  if (!keptTags.includes(node.tagName)) removals.push({ what: `the tag <${node.tagName}>` })
  for (const [name, value] of Object.entries(node.properties)) {
    if (/^on/i.test(name)) removals.push({ what: `the event handler ${name}` })
    const isUnsafe = (name === 'href' && !isSafeLink(String(value))) || (name === 'src' && !isSafeImage(String(value)))
    if (isUnsafe) removals.push({ what: `an unsafe address in <${node.tagName}>` })
  }
  for (const child of node.children) findRemovals(child, removals)
}

function isRootContent(node: { type: string }): node is RootContent {
  return node.type !== 'root'
}
