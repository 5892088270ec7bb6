import { addJob, sqlOf } from '@lectern/kernel'
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionConfig, Config, PayloadRequest } from 'payload'
import { publishCourseJob } from '../jobs.ts'

/** Set by importers, which publish once at the end. */
export const skipPublishing = 'lecternSkipPublishing'

/** Short enough that an editor sees the site renewed, long enough that "publish all" makes one edition. */
const delaySeconds = 1

/**
 * Whatever is published or taken back in one of these collections gives the courses it belongs to a new edition. The job
 * is part of the editor's transaction, so that it exists exactly if the change does.
 */
export function publishOnChange(config: Config): Config {
  return { ...config, collections: (config.collections ?? []).map((collection) => withHooks(collection)) }
}

type Changed = Record<string, unknown>
type CoursesOf = (change: { doc: Changed; req: PayloadRequest }) => Promise<string[]>

const coursesOf: Record<string, CoursesOf> = {
  courses: async ({ doc }) => idsOf(doc.id),
  modules: async ({ doc, req }) => [...idsOf(doc.course), ...(await coursesListing({ module: idsOf(doc.id)[0], req }))],
  lessons: async ({ doc, req }) => [...idsOf(doc.course), ...(await coursesListing({ module: idsOf(doc.module)[0], req }))],
  tests: async ({ doc }) => idsOf(doc.course),
  materials: async ({ doc, req }) => [...idsOf(doc.course), ...(await courseOfLesson({ lesson: idsOf(doc.lesson)[0], req }))],
  questions: ({ doc, req }) => coursesTesting({ question: idsOf(doc.id)[0], tags: doc.tags, req }),
}

function withHooks(collection: CollectionConfig): CollectionConfig {
  const find = coursesOf[collection.slug]
  if (!find) return collection
  const afterChange: CollectionAfterChangeHook = async ({ doc, previousDoc, req, context }) => {
    const concernsReaders = doc._status === 'published' || previousDoc?._status === 'published'
    if (concernsReaders && !context[skipPublishing]) await requestEditions({ courses: await find({ doc, req }), req })
    return doc
  }
  const afterDelete: CollectionAfterDeleteHook = async ({ doc, req, context }) => {
    if (!context[skipPublishing]) await requestEditions({ courses: await find({ doc, req }), req })
    return doc
  }
  return {
    ...collection,
    hooks: {
      ...collection.hooks,
      afterChange: [...(collection.hooks?.afterChange ?? []), afterChange],
      afterDelete: [...(collection.hooks?.afterDelete ?? []), afterDelete],
    },
  }
}

async function requestEditions({ courses, req }: { courses: string[]; req: PayloadRequest }): Promise<void> {
  for (const course of new Set(courses)) {
    await addJob({ req, name: publishCourseJob, payload: { course }, jobKey: `${publishCourseJob}:${course}`, delaySeconds })
  }
}

async function coursesListing({ module, req }: { module: string | undefined; req: PayloadRequest }): Promise<string[]> {
  if (!module) return []
  const { docs } = await req.payload.find({
    collection: 'courses',
    where: { modules: { contains: module } },
    select: { slug: true },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  return docs.map(({ id }) => String(id))
}

async function courseOfLesson({ lesson, req }: { lesson: string | undefined; req: PayloadRequest }): Promise<string[]> {
  if (!lesson) return []
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ course: string }>({
    text: `select "course_id"::text as course from "lessons" where "id" = $1`,
    values: [lesson],
  })
  return rows.map(({ course }) => course)
}

/** Courses whose tests name the question, may draw it by its tags now, or could when they were published. */
async function coursesTesting({
  question,
  tags,
  req,
}: {
  question: string | undefined
  tags: unknown
  req: PayloadRequest
}): Promise<string[]> {
  if (!question) return []
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ course: string }>({
    text: `select "course_id"::text as course from "tests" where "items" @> $1::jsonb
           union
           select t."course_id"::text from "tests" t
           where t."items" @> '[{"blockType": "draw"}]'
             and exists (select 1 from jsonb_array_elements(t."items") i where i ->> 'blockType' = 'draw' and i -> 'tags' <@ $2::jsonb)
           union
           select "course" from "edition_tests" where "current" and "items" @> $3::jsonb`,
    values: [
      JSON.stringify([{ question }]),
      JSON.stringify(Array.isArray(tags) ? tags : []),
      JSON.stringify([{ pool: [{ question }] }]),
    ],
  })
  return rows.map(({ course }) => course)
}

function idsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string') return [value.id]
  return []
}
