import { z } from 'zod'

/** Elements that may hold gaps; any other that does becomes a `span`. */
export const gapTags = [
  ...['p', 'div', 'span', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
]

/** A text with gaps in it: safe HTML, a gap by its id, or an element that holds gaps. In reading order. */
export type GapNode = { html: string } | { gap: string } | { tag: string; children: GapNode[] }

export const gapNodeSchema: z.ZodType<GapNode> = z.lazy(() =>
  z.union([
    z.strictObject({ html: z.string() }),
    z.strictObject({ gap: z.string() }),
    z.strictObject({ tag: z.enum(gapTags), children: z.array(gapNodeSchema) }),
  ]),
)

/** The gaps of a text in reading order. */
export function gapsIn(nodes: GapNode[]): string[] {
  return nodes.flatMap((node) => ('gap' in node ? [node.gap] : 'children' in node ? gapsIn(node.children) : []))
}
