import { escapeHtml } from './escapeHtml.ts'
import { type LinkTargets, safeUrl } from './safeUrl.ts'

const allowed: Record<string, readonly string[]> = {
  a: ['href', 'title'],
  abbr: ['title'],
  audio: ['src', 'controls'],
  b: [],
  bdi: [],
  blockquote: [],
  br: [],
  caption: [],
  cite: [],
  code: [],
  dd: [],
  del: [],
  details: ['open'],
  dfn: [],
  div: [],
  dl: [],
  dt: [],
  em: [],
  figcaption: [],
  figure: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  i: [],
  img: ['src', 'alt', 'width', 'height'],
  ins: [],
  kbd: [],
  li: [],
  mark: [],
  ol: ['start'],
  p: [],
  pre: [],
  q: [],
  rp: [],
  rt: [],
  ruby: [],
  s: [],
  samp: [],
  small: [],
  source: ['src', 'type'],
  span: ['lang', 'dir'],
  strong: [],
  sub: [],
  summary: [],
  sup: [],
  table: [],
  tbody: [],
  td: ['colspan', 'rowspan'],
  tfoot: [],
  th: ['colspan', 'rowspan', 'scope'],
  thead: [],
  tr: [],
  track: ['src', 'kind', 'srclang', 'label'],
  u: [],
  ul: [],
  var: [],
  video: ['src', 'controls', 'width', 'height', 'poster'],
  wbr: [],
}
const empty = new Set(['br', 'hr', 'img', 'source', 'track', 'wbr'])
/** Elements whose content is not text for a reader. */
const dropped =
  /<(script|style|iframe|object|embed|template|noscript|textarea|title|svg|math|select|xmp|noembed|noframes|plaintext)\b[\s\S]*?(?:<\/\1\s*>|$)/gi
const addresses = new Set(['href', 'src', 'poster'])

/**
 * Second line behind the importer's own sanitizing. Everything is written anew from an allow-list, so nothing passes
 * unread: unknown tags vanish (their text stays), unknown attributes vanish, what was left open is closed.
 */
export function sanitizeHtml({ html, targets }: { html: string; targets: LinkTargets }): string {
  const source = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(dropped, '')
  const open: string[] = []
  let out = ''
  let last = 0
  for (const match of source.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/gi)) {
    out += escapeText(source.slice(last, match.index))
    last = match.index + match[0].length
    const name = (match[2] ?? '').toLowerCase()
    const attributes = allowed[name]
    if (!attributes) continue
    if (match[1]) {
      const depth = open.lastIndexOf(name)
      if (depth === -1) continue
      for (const unclosed of open.splice(depth).reverse()) out += `</${unclosed}>`
      continue
    }
    out += `<${name}${writeAttributes({ raw: match[3] ?? '', names: attributes, targets })}>`
    if (!empty.has(name)) open.push(name)
  }
  out += escapeText(source.slice(last))
  for (const unclosed of open.reverse()) out += `</${unclosed}>`
  return out
}

function writeAttributes({ raw, names, targets }: { raw: string; names: readonly string[]; targets: LinkTargets }): string {
  let out = ''
  const seen = new Set<string>()
  for (const match of raw.matchAll(/([a-z][a-z-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/gi)) {
    const name = (match[1] ?? '').toLowerCase()
    if (!names.includes(name) || seen.has(name)) continue
    seen.add(name)
    const value = decodeEntities((match[2] ?? '').replace(/^(["'])([\s\S]*)\1$/, '$2'))
    if (addresses.has(name)) {
      const url = safeUrl({ url: value, targets })
      if (url) out += ` ${name}="${escapeHtml(url)}"`
    } else {
      out += match[2] === undefined ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`
    }
  }
  return out
}

/** Entities that are written out stay entities; every other special character is escaped. */
function escapeText(text: string): string {
  return text
    .replace(/&(?!(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});)/gi, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  colon: ':',
  tab: '',
  newline: '',
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{1,30}));?/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(String(hexadecimal), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
