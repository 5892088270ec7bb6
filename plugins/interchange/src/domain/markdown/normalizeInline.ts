import { type RichTextNode, textFormat } from '@lectern/content-schemas'

/**
 * The one form in which running text is stored: neighbours of equal format merged, nothing empty, no spaces around
 * line breaks or at the ends, no line break at the ends. Markdown can say every text of this form.
 */
export function normalizeInline(nodes: RichTextNode[]): RichTextNode[] {
  return settle(nodes, (current) => trimEnds(mergeText(trimAtBreaks(current))))
}

/** The same for the text of a link, whose outer spaces separate words and stay. */
export function normalizeLinkText(nodes: RichTextNode[]): RichTextNode[] {
  return settle(nodes, (current) => mergeText(trimAtBreaks(current)))
}

function settle(nodes: RichTextNode[], step: (nodes: RichTextNode[]) => RichTextNode[]): RichTextNode[] {
  let current = nodes
  for (;;) {
    const next = step(current)
    if (next.length === current.length && next.every((node, index) => node === current[index])) return next
    current = next
  }
}

function mergeText(nodes: RichTextNode[]): RichTextNode[] {
  const result: RichTextNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && node.text === '') continue
    if (last?.type === 'text' && node.type === 'text' && last.format === node.format) {
      result[result.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` }
    } else result.push(node)
  }
  return result
}

function trimAtBreaks(nodes: RichTextNode[]): RichTextNode[] {
  return nodes.map((node, index) => {
    const atStart = nodes[index - 1]?.type === 'linebreak'
    const atEnd = nodes[index + 1]?.type === 'linebreak'
    return trimText(node, { atStart, atEnd })
  })
}

function trimEnds(nodes: RichTextNode[]): RichTextNode[] {
  const start = nodes.findIndex((node) => node.type !== 'linebreak')
  const end = nodes.findLastIndex((node) => node.type !== 'linebreak')
  if (start === -1) return []
  const kept = start === 0 && end === nodes.length - 1 ? nodes : nodes.slice(start, end + 1)
  return kept.map((node, index) => trimText(node, { atStart: index === 0, atEnd: index === kept.length - 1 }))
}

function trimText(node: RichTextNode, { atStart, atEnd }: { atStart: boolean; atEnd: boolean }): RichTextNode {
  if (node.type !== 'text' || isCode(node)) return node
  let text = node.text ?? ''
  if (atStart) text = text.replace(/^ +/, '')
  if (atEnd) text = trimEndSpaces(text)
  return text === node.text ? node : { ...node, text }
}

/** `/ +$/` backtracks over every run of spaces; this does not. */
function trimEndSpaces(text: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === ' ') end -= 1
  return text.slice(0, end)
}

function isCode(node: RichTextNode): boolean {
  return typeof node.format === 'number' && (node.format & textFormat.code) !== 0
}
