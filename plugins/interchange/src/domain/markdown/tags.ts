import { textFormat } from '@lectern/content-schemas'

/** HTML tags by what becomes of them. */

/** Tags that Lexical can say as a text format. */
export const formatOfTag: Readonly<Record<string, number>> = {
  b: textFormat.bold,
  strong: textFormat.bold,
  i: textFormat.italic,
  em: textFormat.italic,
  s: textFormat.strikethrough,
  strike: textFormat.strikethrough,
  del: textFormat.strikethrough,
  u: textFormat.underline,
  ins: textFormat.underline,
  code: textFormat.code,
  kbd: textFormat.code,
  samp: textFormat.code,
  tt: textFormat.code,
  sub: textFormat.subscript,
  sup: textFormat.superscript,
  mark: textFormat.highlight,
}

/** Tags that are dropped with everything in them. */
export const forbiddenTags: readonly string[] = [
  'script',
  'style',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'noscript',
  'template',
  'textarea',
  'select',
  'svg',
  'math',
  'title',
  'head',
  'link',
  'meta',
  'base',
  'xmp',
  'plaintext',
  'noembed',
  'noframes',
]

/** Tags kept as HTML in running text. */
export const inlineHtmlTags: readonly string[] = [
  'abbr',
  'audio',
  'bdi',
  'bdo',
  'cite',
  'dfn',
  'q',
  'ruby',
  'small',
  'time',
  'var',
  'video',
]

/** Tags whose presence at the start of a line always opens an HTML block in CommonMark ("kind 6"), of those kept. */
export const blockTags: readonly string[] = [
  'blockquote',
  'center',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'li',
  'ol',
  'p',
  'section',
  'source',
  'summary',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'track',
  'ul',
]

const otherKept = ['a', 'br', 'caption', 'img', 'picture', 'pre', 'rp', 'rt', 'span', 'wbr']

/** Elements that survive in an HTML block. */
export const keptTags: readonly string[] = [...Object.keys(formatOfTag), ...inlineHtmlTags, ...blockTags, ...otherKept]

/** Known elements that are taken away while their content stays. */
const unwrappedTags =
  'acronym address area article aside basefont bgsound big blink body button canvas col colgroup data datalist dialog dir fieldset font footer form header hgroup html image input isindex keygen label legend listing main map marquee menu menuitem meter multicol nav nobr optgroup option output param progress rb rtc search slot spacer'

const known = new Set([...keptTags, ...forbiddenTags, ...unwrappedTags.split(' ')])

/** A tag of HTML; anything else in angle brackets (`<your key>`) is text that the author meant to be seen. */
export function isKnownTag(name: string): boolean {
  return known.has(name.toLowerCase())
}

/** The name of the tag that `html` begins with, and which end of the element it is. Null for comments and the like. */
export function readTag(html: string): { name: string; closing: boolean } | null {
  const match = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)/.exec(html)
  return match ? { name: (match[2] ?? '').toLowerCase(), closing: match[1] === '/' } : null
}
