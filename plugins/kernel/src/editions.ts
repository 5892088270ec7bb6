import { completionRuleSchema, courseAccessSchema, localizedTextSchema, testKindSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import type { OperationRequest } from './request.ts'
import { type SqlRunner, sqlOf } from './sql.ts'

/**
 * An edition is a course as it was published: its structure, without the texts of the lessons and without questions.
 * Publishing writes editions, everything else reads them. Texts are by language.
 */
export const editionTestSchema = z.object({
  id: z.uuid(),
  key: z.string(),
  title: localizedTextSchema,
  placement: z.enum(['before', 'after', 'embedded']),
  kind: testKindSchema.default('graded'),
  questions: z.int(),
  passPercent: z.number(),
  maxAttempts: z.int().nullable(),
  timeLimitSeconds: z.int().nullable(),
})
export const editionMaterialSchema = z.object({
  id: z.uuid(),
  title: localizedTextSchema,
  url: z.string().nullable(),
  media: z.uuid().nullable(),
})
export type EditionMaterial = z.infer<typeof editionMaterialSchema>
export const editionLessonSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  /** `<course>/<module>/<lesson>` of its page; the course is the one that owns the module. */
  path: z.string(),
  title: localizedTextSchema,
  summary: localizedTextSchema,
  kind: z.enum(['lesson', 'assignment']),
  minutes: z.int().nullable(),
  preview: z.boolean(),
  access: z.enum(['public', 'protected']),
  completion: completionRuleSchema,
  tests: z.array(editionTestSchema),
  materials: z.array(editionMaterialSchema),
  /** Digest of its text by language; the text is in `lesson_contents`. */
  contents: z.record(z.string(), z.string()),
})
export const editionModuleSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  /** False when the module belongs to another course, below which its pages are. */
  owned: z.boolean(),
  title: localizedTextSchema,
  summary: localizedTextSchema,
  lessons: z.array(editionLessonSchema),
})
export const editionStructureSchema = z.object({
  course: z.object({
    id: z.uuid(),
    slug: z.string(),
    title: localizedTextSchema,
    summary: localizedTextSchema,
    level: z.string().nullable(),
    subject: z.object({ slug: z.string(), title: localizedTextSchema }).nullable(),
    tags: z.array(z.string()),
    authors: z.array(z.string()),
    licence: z.string().nullable(),
    source: z.string().nullable(),
    access: courseAccessSchema,
    price: z.object({ amount: z.int(), currency: z.string() }).nullable(),
    prerequisites: z.array(z.uuid()),
    hue: z.number().nullable(),
    cover: z.string().nullable(),
  }),
  /** Materials of the course as a whole. */
  materials: z.array(editionMaterialSchema),
  modules: z.array(editionModuleSchema),
})
export type EditionStructure = z.infer<typeof editionStructureSchema>
export type EditionLesson = z.infer<typeof editionLessonSchema>
export type Edition = { id: string; number: number; course: string; publishedAt: string; structure: EditionStructure }

/** Editions never change, so they are kept; which one is current is asked each time, by an indexed read. */
const cache = new Map<string, Edition>()
const cacheLimit = 200

/** The current edition of each of these courses that has one, by course id. One query, and one more for what is not kept. */
export async function currentEditions({
  req,
  courses,
}: {
  req: OperationRequest
  courses: string[]
}): Promise<Map<string, Edition>> {
  if (courses.length === 0) return new Map()
  const sql = await sqlOf(req)
  const heads = await sql.rows<{ id: string }>({
    name: 'kernel.currentEditions',
    text: `select "id" from "editions" where "course_id" = any($1) and "current"`,
    values: [courses],
  })
  const known = heads.flatMap(({ id }) => cache.get(id) ?? [])
  const missing = heads.map(({ id }) => id).filter((id) => !cache.has(id))
  const loaded = missing.length > 0 ? await loadEditions({ sql, ids: missing }) : []
  return new Map([...known, ...loaded].map((edition) => [edition.course, edition]))
}

type EditionRow = { id: string; number: string | number; course_id: string; published_at: Date; structure: unknown }

async function loadEditions({ sql, ids }: { sql: SqlRunner; ids: string[] }): Promise<Edition[]> {
  const rows = await sql.rows<EditionRow>({
    name: 'kernel.editions',
    text: `select "id", "number", "course_id", "published_at", "structure" from "editions" where "id" = any($1)`,
    values: [ids],
  })
  return rows.map((row) => {
    const edition: Edition = {
      id: row.id,
      number: Number(row.number),
      course: row.course_id,
      publishedAt: row.published_at.toISOString(),
      structure: editionStructureSchema.parse(row.structure),
    }
    remember(edition)
    return edition
  })
}

function remember(edition: Edition): void {
  const oldest = cache.keys().next().value
  if (cache.size >= cacheLimit && oldest !== undefined) cache.delete(oldest)
  cache.set(edition.id, edition)
}
