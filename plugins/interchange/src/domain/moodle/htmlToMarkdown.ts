import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { defaultSchema, sanitize } from 'hast-util-sanitize'
import { toMdast } from 'hast-util-to-mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { toString as toPlainString } from 'mdast-util-to-string'

/** HTML → Markdown as texts of questions are: scripts, frames and unsafe addresses go, what Markdown has no form for is its text. */
export function htmlToMarkdown(html: string): string {
  const markdown = toMarkdown(readHtml(html), { extensions: [gfmToMarkdown()], bullet: '-', emphasis: '*', rule: '-' })
  return markdown.trim()
}

/** HTML → the words in it, for texts that are compared or shown as they are. */
export function htmlToPlain(html: string): string {
  return toPlainString(readHtml(html)).replace(/\s+/g, ' ').trim()
}

function readHtml(html: string): Extract<ReturnType<typeof toMdast>, { type: 'root' }> {
  const clean = sanitize(fromHtml(html, { fragment: true }), defaultSchema) as Root // a fragment's root stays one
  const tree = toMdast(clean)
  return tree.type === 'root' ? tree : { type: 'root', children: [] }
}
