/** HTML parsers and printers recurse; elements nest at most this deep. */
export const maxHtmlDepth = 400

const neverNest = new Set([
  'br',
  'img',
  'hr',
  'wbr',
  'input',
  'meta',
  'link',
  'source',
  'track',
  'p',
  'li',
  'dd',
  'dt',
  'td',
  'th',
  'tr',
  'option',
])

/** Tells from the tags alone, in linear time, whether elements nest deeper than `maxHtmlDepth`. */
export function htmlDepthExceeds(html: string): boolean {
  let depth = 0
  for (const match of html.matchAll(/<(\/?)([A-Za-z][A-Za-z0-9-]{0,40})/g)) {
    const [, closing, name] = match
    if (neverNest.has((name ?? '').toLowerCase())) continue
    depth = closing ? Math.max(0, depth - 1) : depth + 1
    if (closing === '' && isSelfClosing(html, match.index)) depth -= 1
    if (depth > maxHtmlDepth) return true
  }
  return false
}

/** `<path … />`: looks at the end of the tag, at most 2,000 characters away. */
function isSelfClosing(html: string, start: number): boolean {
  const end = html.slice(start, start + 2_000).indexOf('>')
  return end > 0 && html[start + end - 1] === '/'
}
