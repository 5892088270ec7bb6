import { createHash } from 'node:crypto'
import {
  type EditionStructure,
  emit,
  inTransaction,
  newId,
  type OperationRequest,
  pinQuestionVersions,
  sqlOf,
} from '@lectern/kernel'
import { readCourse } from './readCourse.ts'
import { readMaterials } from './readMaterials.ts'
import { readModules } from './readModules.ts'
import { type PublishedTest, readTests } from './readTests.ts'
import { storeLessonContents } from './storeLessonContents.ts'
import type { NamedQuestion, PinnedQuestion, TestItem } from './testItems.ts'

export type PublishResult =
  | { outcome: 'published'; edition: string; number: number; problems: string[] }
  | { outcome: 'unchanged'; edition: string }
  | { outcome: 'withdrawn' }
  | { outcome: 'not-published' }

/**
 * Makes a new edition of a course out of what is published of it now; drafts stay out. Nothing happens when that equals
 * the current edition. A course that is no longer published loses its current edition. Of several callers at once, one
 * after the other looks and finds the work done.
 */
export async function publishCourse({ req, course }: { req: OperationRequest; course: string }): Promise<PublishResult> {
  return inTransaction(req, async () => {
    const sql = await sqlOf(req)
    await sql.rows({ text: `select "id" from "courses" where "id" = $1 for update`, values: [course] })
    const current = await sql.rows<{ id: string; digest: string; number: string | number }>({
      text: `select "id", "digest", "number" from "editions" where "course_id" = $1 and "current"`,
      values: [course],
    })
    const titlePage = await readCourse({ req, course })
    if (!titlePage) return withdraw({ req, course, current: current[0]?.id })
    const contents = await storeLessonContents({ req, modules: titlePage.modules })
    const tests = await readTests({ req, modules: titlePage.modules, course })
    const materials = await readMaterials({ req, course, modules: titlePage.modules })
    const modules = await readModules({ req, course, modules: titlePage.modules, contents, tests: tests.tests, materials })
    const structure: EditionStructure = { course: titlePage.course, modules, materials: materials.course }
    const versions = await pinQuestionVersions({ req, questions: tests.questions })
    const published = tests.tests.map((test) => withVersions({ test, versions }))
    const digest = createHash('sha256')
      .update(JSON.stringify([structure, published]))
      .digest('hex')
    if (current[0]?.digest === digest) return { outcome: 'unchanged', edition: current[0].id }
    const stored = await storeEdition({ req, course, structure, tests: published, digest })
    await emit({ req, name: 'course.published@1', key: stored.edition, data: { course, ...stored } })
    return { outcome: 'published', ...stored, problems: tests.problems }
  })
}

type PinnedTest = Omit<PublishedTest, 'items'> & { items: TestItem<PinnedQuestion>[] }

function withVersions({ test, versions }: { test: PublishedTest; versions: ReadonlyMap<string, string> }): PinnedTest {
  const pin = <Question extends NamedQuestion>(named: Question): Question & { version: string } => {
    const version = versions.get(named.question)
    if (!version) throw new Error(`The question ${named.question} was not pinned.`)
    return { ...named, version }
  }
  return {
    ...test,
    items: test.items.map((item) => {
      if (!('kind' in item)) return pin(item)
      return item.kind === 'draw' ? { ...item, pool: item.pool.map(pin) } : item
    }),
  }
}

async function withdraw({
  req,
  course,
  current,
}: {
  req: OperationRequest
  course: string
  current: string | undefined
}): Promise<PublishResult> {
  if (!current) return { outcome: 'not-published' }
  const sql = await sqlOf(req)
  await sql.rows({ text: `update "edition_tests" set "current" = false where "course" = $1 and "current"`, values: [course] })
  await sql.rows({ text: `update "editions" set "current" = false where "course_id" = $1 and "current"`, values: [course] })
  await emit({ req, name: 'course.withdrawn@1', key: current, data: { course, edition: current } })
  return { outcome: 'withdrawn' }
}

async function storeEdition({
  req,
  course,
  structure,
  tests,
  digest,
}: {
  req: OperationRequest
  course: string
  structure: EditionStructure
  tests: PinnedTest[]
  digest: string
}): Promise<{ edition: string; number: number }> {
  const sql = await sqlOf(req)
  const edition = newId()
  await sql.rows({ text: `update "edition_tests" set "current" = false where "course" = $1 and "current"`, values: [course] })
  await sql.rows({ text: `update "editions" set "current" = false where "course_id" = $1 and "current"`, values: [course] })
  const rows = await sql.rows<{ number: string | number }>({
    text: `insert into "editions" ("id", "course_id", "number", "current", "published_at", "digest", "structure")
           select $1, $2, coalesce(max("number"), 0) + 1, true, now(), $3, $4 from "editions" where "course_id" = $2
           returning "number"`,
    values: [edition, course, digest, JSON.stringify(structure)],
  })
  await sql.rows({
    text: `insert into "edition_tests" ("id", "edition", "test", "course", "lesson", "key", "title", "settings", "items", "kind", "overall_feedback", "current")
           select row."id", $1, row."test", $2, row."lesson", row."key", row."title", row."settings", row."items", row."kind", row."overallFeedback", true
           from jsonb_to_recordset($3::jsonb)
             as row("id" uuid, "test" text, "lesson" text, "key" text, "title" jsonb, "settings" jsonb, "items" jsonb, "kind" text, "overallFeedback" jsonb)`,
    values: [
      edition,
      course,
      JSON.stringify(
        tests.map(({ id, lesson, key, title, settings, items, kind, overallFeedback }) => ({
          id: newId(),
          test: id,
          lesson,
          key,
          title,
          settings,
          items,
          kind,
          overallFeedback,
        })),
      ),
    ],
  })
  return { edition, number: Number(rows[0]?.number ?? 1) }
}
