import { localizedTextSchema } from '@lectern/content-schemas'
import { type EditionMaterial, type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'

const rowSchema = z.object({
  id: z.uuid(),
  lesson: z.uuid().nullable(),
  title: localizedTextSchema,
  kind: z.string(),
  url: z.string().nullable(),
  media: z.uuid().nullable(),
})

export type PublishedMaterials = { course: EditionMaterial[]; byLesson: ReadonlyMap<string, EditionMaterial[]> }

/** The published materials of a course and of the lessons in these modules, in the order of their making. */
export async function readMaterials({
  req,
  course,
  modules,
}: {
  req: OperationRequest
  course: string
  modules: string[]
}): Promise<PublishedMaterials> {
  const sql = await sqlOf(req)
  const rows = z.array(rowSchema).parse(await sql.rows({ text: materialQuery, values: [modules, course] }))
  const byLesson = new Map<string, EditionMaterial[]>()
  for (const row of rows) if (row.lesson) byLesson.set(row.lesson, [...(byLesson.get(row.lesson) ?? []), toMaterial(row)])
  return { course: rows.filter(({ lesson }) => lesson === null).map(toMaterial), byLesson }
}

function toMaterial({ id, title, kind, url, media }: z.infer<typeof rowSchema>): EditionMaterial {
  return { id, title, url: kind === 'link' ? url : null, media: kind === 'file' ? media : null }
}

const materialQuery = `
  select m."id", m."lesson_id" as lesson, m."kind", m."url", m."media_id" as media,
         coalesce((select jsonb_object_agg(x."_locale", x."title") filter (where x."title" is not null) from "materials_locales" x where x."_parent_id" = m."id"), '{}') as title
  from "materials" m left join "lessons" l on l."id" = m."lesson_id"
  where m."_status" = 'published' and (l."module_id" = any($1) or (m."lesson_id" is null and m."course_id" = $2))
  order by m."created_at", m."id"`
