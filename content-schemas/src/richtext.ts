import { z } from 'zod'

/**
 * A node of a Lexical document, as the CMS stores it and the snapshot carries it. Known `type`s:
 * root, paragraph, heading(tag h1–h6), text(text, format bit set), linebreak, tab, list(listType
 * bullet|number|check, start), listitem(checked, value), quote, link/autolink(fields {url, newTab, linkType,
 * doc}), horizontalrule, table/tablerow/tablecell(headerState, colSpan, rowSpan), upload, block(fields
 * {blockType, …}), inlineBlock(fields {blockType, …}). A reader must survive any other type.
 */
export type RichTextNode = {
  type: string
  children?: RichTextNode[] | undefined
  text?: string | undefined
  format?: number | string | undefined
  fields?: Record<string, unknown> | undefined
  [key: string]: unknown
}

export type RichText = { root: RichTextNode }

/** Bits of `format` on a text node, as Lexical defines them. */
export const textFormat = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
  highlight: 128,
} as const

export const richTextNodeSchema: z.ZodType<RichTextNode> = z.lazy(() =>
  z.looseObject({
    type: z.string(),
    children: z.array(richTextNodeSchema).optional(),
    text: z.string().optional(),
    fields: z.record(z.string(), z.unknown()).optional(),
  }),
)

/** Checks the outline only: walking every node of a large catalogue with zod costs more than rendering it. */
export const richTextSchema: z.ZodType<RichText> = z.object({
  root: z.custom<RichTextNode>((value) => isRichTextNode(value), 'not a rich text root'),
})

export function isRichTextNode(value: unknown): value is RichTextNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/**
 * The fields of the blocks that lesson text may hold (`block` and `inlineBlock` nodes; `blockType` tells which).
 * In the CMS `media` and `test` are ids; in a snapshot they are replaced by `mediaRef` and `testRef` records.
 */
export const lessonBlockSchemas = {
  /** `kind` as in GitHub alerts; `content` is rich text. */
  callout: z.object({
    blockType: z.literal('callout'),
    kind: z.enum(['note', 'tip', 'important', 'warning', 'caution']),
    title: z.string().nullish(),
    content: richTextSchema,
  }),
  code: z.object({
    blockType: z.literal('code'),
    language: z.string().nullish(),
    /** What follows the language in the fence's info string, kept for round trips. */
    meta: z.string().nullish(),
    code: z.string(),
  }),
  image: z.object({
    blockType: z.literal('image'),
    media: z.string().nullish(),
    /** A remote picture is linked by address when it is not in the media library. */
    url: z.string().nullish(),
    alt: z.string().nullish(),
    caption: z.string().nullish(),
    width: z.number().nullish(),
    /** Set when the picture links somewhere. */
    href: z.string().nullish(),
  }),
  embed: z.object({ blockType: z.literal('embed'), url: z.string(), title: z.string().nullish() }),
  download: z.object({ blockType: z.literal('download'), media: z.string().nullish(), label: z.string().nullish() }),
  test: z.object({ blockType: z.literal('test'), test: z.string() }),
  /** TeX between dollars: a line of its own as a block, in a line of text otherwise; `display` sets it large there too. */
  formula: z.object({ blockType: z.literal('formula'), tex: z.string(), display: z.boolean().nullish() }),
  /** A note to the word before it. Without `content` it refers once more to the note that has the same label. */
  footnote: z.object({ blockType: z.literal('footnote'), label: z.string().nullish(), content: richTextSchema.nullish() }),
  /** Sanitized HTML that has no richer form here (`<details>`, `<video>`, …). */
  html: z.object({ blockType: z.literal('html'), html: z.string() }),
} as const

export type LessonBlockType = keyof typeof lessonBlockSchemas
export type LessonBlock<T extends LessonBlockType = LessonBlockType> = z.infer<(typeof lessonBlockSchemas)[T]>
