import { type Locale, type Practice, pickText } from '@lectern/content-schemas'
import { type OperationRequest, renderMarkdown, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import type { PublishedQuestion, PublishedSection } from '../domain/paper.ts'
import { gradingErrors } from '../errors.ts'
import { gateRefusal } from './gateRefusal.ts'
import { currentTest, type PublishedTest } from './publishedTest.ts'
import { type LoadedVersion, toLoadedVersion, versionRowSchema } from './toLoadedVersion.ts'

/**
 * A practice test with the keys of its questions, for who takes part in the course. A question that any current graded test has, or
 * may draw, is left out whatever was published when: no key of a graded test leaves the server. Questions that ask for files are
 * left out, because only a server keeps files.
 *
 * Throws TEST_NOT_FOUND, the code of the course gate (403), TEST_IS_GRADED.
 */
export async function readPractice({
  req,
  test,
  learner,
  locale,
}: {
  req: OperationRequest
  test: string
  learner: string
  locale: Locale
}): Promise<Practice> {
  const published = await currentTest({ req, test })
  const refusal = await gateRefusal({ req, learner, course: published.course })
  if (refusal !== null) throw gradingErrors.gateClosed(refusal)
  if (published.settings.kind !== 'practice') throw gradingErrors.testIsGraded()
  const placed = placedQuestions({ test: published, locale })
  const graded = await readGraded({ req, questions: placed.map(({ question }) => question) })
  const versions = await loadVersions({ req, versions: placed.map(({ version }) => version) })
  return {
    test,
    title: pickText({ text: published.title, locale }),
    items: placed.flatMap(({ question, version, section }, at) => {
      const loaded = versions.get(version)
      if (!loaded || graded.has(question) || loaded.type.files) return []
      return [{ item: `q${at + 1}`, type: loaded.type.schema.type, authored: loaded.authored, section }]
    }),
  }
}

type Placed = PublishedQuestion & { section: Practice['items'][number]['section'] }

/** The test's own questions, each with the section that it stands in. Draws are not for practice. */
function placedQuestions({ test, locale }: { test: PublishedTest; locale: Locale }): Placed[] {
  let section: Placed['section'] = null
  return test.items.flatMap((item, at) => {
    if (!('kind' in item)) return [{ ...item, section }]
    if (item.kind === 'section') section = toSection({ item, id: `s${at}`, locale })
    return []
  })
}

function toSection({ item, id, locale }: { item: PublishedSection; id: string; locale: Locale }): NonNullable<Placed['section']> {
  return {
    id,
    title: pickText({ text: item.title, locale }),
    instructions: renderMarkdown(pickText({ text: item.instructions, locale })),
  }
}

/** Those of the questions that a current test for marks has as its own or may draw. */
async function readGraded({ req, questions }: { req: OperationRequest; questions: string[] }): Promise<ReadonlySet<string>> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ question: string }>({
    name: 'grading.gradedQuestions',
    text: `select q.question from unnest($1::text[]) as q(question)
           where exists (
             select 1 from "edition_tests" e
             where e."current" and coalesce(e."settings" ->> 'kind', 'graded') <> 'practice'
               and (e."items" @> jsonb_build_array(jsonb_build_object('question', q.question))
                 or e."items" @> jsonb_build_array(jsonb_build_object('pool', jsonb_build_array(jsonb_build_object('question', q.question))))))`,
    values: [questions],
  })
  return new Set(rows.map(({ question }) => question))
}

async function loadVersions({
  req,
  versions,
}: {
  req: OperationRequest
  versions: string[]
}): Promise<ReadonlyMap<string, LoadedVersion>> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'grading.versions',
    text: `select "id", "type", "type_version", "body" from "question_versions" where "id" = any($1::uuid[])`,
    values: [versions],
  })
  const loaded = z
    .array(versionRowSchema)
    .parse(rows)
    .map((row) => toLoadedVersion({ req, row }))
  return new Map(loaded.map((version) => [version.id, version]))
}
