import { completionRuleSchema, localizedTextSchema } from '@lectern/content-schemas'
import { type EditionLesson, type EditionMaterial, type EditionStructure, type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import type { PublishedMaterials } from './readMaterials.ts'
import type { PublishedTest } from './readTests.ts'
import type { ContentDigests } from './storeLessonContents.ts'
import { countQuestions } from './testItems.ts'

type EditionModule = EditionStructure['modules'][number]

const moduleRowSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  owner: z.uuid(),
  owner_slug: z.string(),
  owner_access: z.string(),
  title: localizedTextSchema,
  summary: localizedTextSchema,
})
const lessonRowSchema = z.object({
  id: z.uuid(),
  module: z.uuid(),
  slug: z.string(),
  kind: z.enum(['lesson', 'assignment']),
  minutes: z.coerce.number().nullable(),
  preview: z.boolean().nullable(),
  completion: z.unknown(),
  title: localizedTextSchema,
  summary: localizedTextSchema,
})

/**
 * The published modules of an edition with their lessons, in order. A module of another course is left out when that
 * course is not published, since its pages do not exist then.
 */
export async function readModules({
  req,
  course,
  modules,
  contents,
  tests,
  materials,
}: {
  req: OperationRequest
  course: string
  modules: string[]
  contents: ContentDigests
  tests: PublishedTest[]
  materials: PublishedMaterials
}): Promise<EditionModule[]> {
  const sql = await sqlOf(req)
  const moduleRows = z.array(moduleRowSchema).parse(await sql.rows({ text: moduleQuery, values: [modules, course] }))
  const lessonRows = z.array(lessonRowSchema).parse(await sql.rows({ text: lessonQuery, values: [modules] }))
  const lessonsByModule = Map.groupBy(lessonRows, ({ module }) => module)
  const testsByLesson = Map.groupBy(tests, ({ lesson }) => lesson)
  const byId = new Map(moduleRows.map((row) => [row.id, row]))
  return modules.flatMap((id) => {
    const module = byId.get(id)
    if (!module) return []
    const lessons = (lessonsByModule.get(id) ?? []).map((row) =>
      toLesson({
        row,
        module,
        contents: contents.get(row.id) ?? {},
        tests: testsByLesson.get(row.id) ?? [],
        materials: materials.byLesson.get(row.id) ?? [],
      }),
    )
    return [{ id, slug: module.slug, owned: module.owner === course, title: module.title, summary: module.summary, lessons }]
  })
}

function toLesson({
  row,
  module,
  contents,
  tests,
  materials,
}: {
  row: z.infer<typeof lessonRowSchema>
  module: z.infer<typeof moduleRowSchema>
  contents: Record<string, string>
  tests: PublishedTest[]
  materials: EditionMaterial[]
}): EditionLesson {
  const preview = row.preview ?? false
  const rule = completionRuleSchema.safeParse(row.completion)
  return {
    id: row.id,
    slug: row.slug,
    path: `${module.owner_slug}/${module.slug}/${row.slug}`,
    title: row.title,
    summary: row.summary,
    kind: row.kind,
    minutes: row.minutes,
    preview,
    access: module.owner_access === 'open' || preview ? 'public' : 'protected',
    completion: rule.success ? rule.data : { kind: row.kind === 'assignment' ? 'done' : 'viewed' },
    contents,
    materials,
    tests: tests.map(({ id, key, title, placement, kind, settings, items }) => ({
      id,
      key,
      title,
      placement,
      kind,
      questions: countQuestions(items),
      passPercent: settings.passPercent,
      maxAttempts: settings.maxAttempts,
      timeLimitSeconds: settings.timeLimitSeconds,
    })),
  }
}

const texts = (table: string, column: string, parent: string) =>
  `coalesce((select jsonb_object_agg(x."_locale", x."${column}") filter (where x."${column}" is not null) from "${table}_locales" x where x."_parent_id" = ${parent}."id"), '{}') as ${column}`

const moduleQuery = `
  select m."id", m."slug", c."id" as owner, c."slug" as owner_slug, c."access"::text as owner_access,
         ${texts('modules', 'title', 'm')}, ${texts('modules', 'summary', 'm')}
  from "modules" m join "courses" c on c."id" = m."course_id"
  where m."id" = any($1) and m."_status" = 'published' and (c."id" = $2 or c."_status" = 'published')`

const lessonQuery = `
  select l."id", l."module_id" as module, l."slug", l."kind"::text, l."minutes", l."preview", l."completion",
         ${texts('lessons', 'title', 'l')}, ${texts('lessons', 'summary', 'l')}
  from "lessons" l where l."module_id" = any($1) and l."_status" = 'published'
  order by l."module_id", l."order", l."slug"`
