import type { BlockContent, Blockquote, DefinitionContent, Paragraph } from 'mdast'

export const alertKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const
export type AlertKind = (typeof alertKinds)[number]

export type Alert = { kind: AlertKind; title: string | undefined; children: (BlockContent | DefinitionContent)[] }

/**
 * A quote that begins with `[!NOTE]` (as GitHub has it; a title may follow on the line). The source decides, so that an
 * escaped `\[!NOTE]` stays a quote. Null for an ordinary quote.
 */
export function readAlert(quote: Blockquote, source: string): Alert | null {
  const first = quote.children[0]
  const start = first?.position?.start.offset
  if (first?.type !== 'paragraph' || start === undefined) return null
  const marker = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/i.exec(source.slice(start, start + 14))
  const kind = alertKinds.find((one) => one === marker?.[1]?.toLowerCase())
  const text = first.children[0]
  if (!marker || !kind || text?.type !== 'text') return null
  const lineEnd = text.value.search(/[\r\n]/)
  const coversLine = lineEnd !== -1 || first.children.length === 1 || first.children[1]?.type === 'break'
  if (!coversLine) return null
  const title = text.value.slice(marker[0].length, lineEnd === -1 ? undefined : lineEnd).trim()
  const rest = lineEnd === -1 ? '' : text.value.slice(lineEnd + 1)
  const remaining: Paragraph = { ...first, children: [{ ...text, value: rest }, ...first.children.slice(1)] }
  return { kind, title: title || undefined, children: [remaining, ...quote.children.slice(1)] }
}
