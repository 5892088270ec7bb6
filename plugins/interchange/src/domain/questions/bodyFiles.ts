import type { Image, Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

/**
 * A body with every picture renamed: what a file writes as `{ file: path }` becomes what `file` answers, and so do the
 * addresses of pictures in Markdown, which texts of questions are. Null keeps one as it is.
 */
export function mapBodyFiles({ value, file }: { value: unknown; file: (path: string) => string | null }): unknown {
  if (typeof value === 'string') return mapMarkdownImages({ markdown: value, address: file })
  if (Array.isArray(value)) return value.map((inner) => mapBodyFiles({ value: inner, file }))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [first] = entries
  if (entries.length === 1 && first?.[0] === 'file' && typeof first[1] === 'string') return file(first[1]) ?? value
  return Object.fromEntries(entries.map(([key, inner]) => [key, mapBodyFiles({ value: inner, file })]))
}

/** Markdown with other addresses of its pictures; everything else stays as it was written. */
export function mapMarkdownImages({ markdown, address }: { markdown: string; address: (url: string) => string | null }): string {
  if (!markdown.includes('](')) return markdown
  let mapped = ''
  let from = 0
  for (const { url, position } of imagesOf(fromMarkdown(markdown))) {
    const start = position?.start.offset
    const end = position?.end.offset
    const target = address(url)
    if (start === undefined || end === undefined || target === null) continue
    const source = markdown.slice(start, end)
    const at = source.lastIndexOf(`](${url}`)
    if (at === -1) continue
    mapped += `${markdown.slice(from, start)}${source.slice(0, at + 2)}${target}${source.slice(at + 2 + url.length)}`
    from = end
  }
  return mapped + markdown.slice(from)
}

function imagesOf(node: Nodes): Image[] {
  if (node.type === 'image') return [node]
  return 'children' in node ? node.children.flatMap(imagesOf) : []
}
