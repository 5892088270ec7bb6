import { z } from 'zod'

const question = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('single'),
    text: z.string(),
    options: z.array(z.string()).min(2),
    correct: z.int().min(0),
    feedback: z.array(z.string().nullable()).optional(),
  }),
  z.object({
    type: z.literal('blanks'),
    text: z.string(),
    blanks: z.array(z.string()),
    feedback: z.array(z.string().nullable()).optional(),
  }),
])

/** The records of a catalogue in NDJSON, one a line; a course before its modules, a module before its lessons. */
export const catalogRecordSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('course'),
    slug: z.string(),
    title: z.string(),
    intro: z.array(z.string()),
    modules: z.array(z.string()),
  }),
  z.object({ kind: z.literal('module'), slug: z.string(), course: z.string(), title: z.string(), intro: z.array(z.string()) }),
  z.object({
    kind: z.literal('lesson'),
    id: z.string(),
    slug: z.string(),
    module: z.string(),
    order: z.int(),
    title: z.string(),
    videoId: z.string().nullish(),
    body: z.string(),
    questions: z.array(question),
  }),
])
export type CatalogRecord = z.infer<typeof catalogRecordSchema>
export type CatalogLesson = Extract<CatalogRecord, { kind: 'lesson' }>
export type CatalogQuestion = CatalogLesson['questions'][number]

/** The longest line that is read, in characters. */
const maxLineLength = 5 * 1024 * 1024

/** Null for a line that is no record. */
export function parseRecord(text: string): CatalogRecord | null {
  if (text.length > maxLineLength) return null
  try {
    return catalogRecordSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** A name of the catalogue as a slug: `2022/responsive-web-design` → `2022-responsive-web-design`. */
export function toCatalogSlug(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 120)
    .replace(/^-|-$/g, '')
  return slug === '' ? 'x' : slug
}

/** Paragraphs with inline HTML as one plain summary of at most 4,000 characters. */
export function toSummary(intro: readonly string[]): string {
  return intro
    .map((paragraph) => paragraph.replace(/<[^<>]{0,500}>/g, ''))
    .join('\n\n')
    .slice(0, 4000)
}
