import { type Edition, editionStructureSchema, type SqlRunner } from '@lectern/kernel'

/** The current editions, by slug, and where the pages of their lessons and tests are. */
export type Editions = {
  all: Edition[]
  byCourse: ReadonlyMap<string, Edition>
  /** Path of each lesson's page by lesson id. */
  lessonPaths: ReadonlyMap<string, string>
}

export async function loadEditions({ sql }: { sql: SqlRunner }): Promise<Editions> {
  const rows = await sql.rows<{ id: string; number: string | number; course_id: string; published_at: Date; structure: unknown }>(
    {
      text: `select "id", "number", "course_id", "published_at", "structure" from "editions" where "current" order by "structure" -> 'course' ->> 'slug' collate "C"`,
    },
  )
  const all = rows.map((row) => ({
    id: row.id,
    number: Number(row.number),
    course: row.course_id,
    publishedAt: row.published_at.toISOString(),
    structure: editionStructureSchema.parse(row.structure),
  }))
  const lessons = all.flatMap(({ structure }) => structure.modules.flatMap((module) => module.lessons))
  return {
    all,
    byCourse: new Map(all.map((edition) => [edition.course, edition])),
    lessonPaths: new Map(lessons.map(({ id, path }) => [id, path])),
  }
}
