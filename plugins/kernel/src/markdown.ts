import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/** Enough for every distinct text of the questions that are being taken at one time. */
const cacheLimit = 20_000
const cache = new Map<string, string>()

/**
 * Markdown of a question's text → safe HTML: raw HTML in it is shown as text, and addresses other than http, https and
 * mailto lose their link. A text of one paragraph comes without `<p>`, so that it fits a label.
 */
export function renderMarkdown(markdown: string): string {
  const known = cache.get(markdown)
  if (known !== undefined) return known
  const html = unwrapSingleParagraph(micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] }))
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(markdown, html)
  return html
}

function unwrapSingleParagraph(html: string): string {
  const match = /^<p>([\s\S]*)<\/p>$/.exec(html.trim())
  const inner = match?.[1]
  return inner === undefined || inner.includes('<p>') ? html.trim() : inner
}
