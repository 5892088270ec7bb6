import {
  type FeedbackBand,
  type LocalizedText,
  localizedTextSchema,
  type TestKind,
  type TestSettings,
  testSettingsSchema,
} from '@lectern/content-schemas'
import { type OperationRequest, readAuthored, registriesOf, resolveUploads, sqlOf } from '@lectern/kernel'
import type { Field } from 'payload'
import { z } from 'zod'
import { type QuestionUses, readUses } from './readUses.ts'
import {
  countMissing,
  countQuestions,
  type DrawRow,
  itemRowSchema,
  type NamedQuestion,
  readPoolsOf,
  type TestItem,
} from './testItems.ts'

/** The rules as learners see them, and the code that they have to give. Editions keep both; no learner route sends the code. */
export type PublishedSettings = TestSettings & { accessCode?: string }

export type PublishedTest = {
  id: string
  lesson: string | null
  key: string
  title: LocalizedText
  placement: 'before' | 'after' | 'embedded'
  kind: TestKind
  settings: PublishedSettings
  items: TestItem<NamedQuestion>[]
  overallFeedback: FeedbackBand<LocalizedText>[]
}
export type PublishedQuestion = { id: string; type: string; typeVersion: number; body: unknown }

const testRowSchema = z.object({
  id: z.uuid(),
  lesson: z.uuid().nullable(),
  key: z.string(),
  placement: z.enum(['before', 'after', 'embedded']),
  title: localizedTextSchema,
  settings: z.looseObject({ kind: z.string().optional(), accessCode: z.string().optional() }),
  items: z.array(itemRowSchema),
  overallFeedback: z.array(z.object({ fromPercent: z.coerce.number(), text: localizedTextSchema.nullable() })),
})
const questionRowSchema = z.object({
  id: z.uuid(),
  type: z.string(),
  version: z.coerce.number(),
  body: z.array(z.looseObject({ blockType: z.string() })).length(1),
})

/**
 * The published tests of these modules with the published questions they need. A question that is a draft, of a type that
 * is not installed, whose body does not fit its type, or whose picture is gone is left out, and `problems` says so; a test
 * without questions too. Draws come with all questions of the bank that they may take; one whose pool is too small is a
 * problem, and draws what there is.
 */
export async function readTests({ req, modules, course }: { req: OperationRequest; modules: string[]; course: string }): Promise<{
  tests: PublishedTest[]
  questions: PublishedQuestion[]
  problems: string[]
}> {
  const sql = await sqlOf(req)
  const testRows = z.array(testRowSchema).parse(await sql.rows({ text: testQuery, values: [modules, course] }))
  const itemRows = testRows.flatMap(({ items }) => items)
  const pools = await readPoolsOf({ req, items: itemRows })
  const fixed = itemRows.flatMap((item) => (item.blockType === 'fixedQuestion' ? [item.question] : []))
  const wanted = [...new Set([...fixed, ...[...pools.values()].flat()])]
  const uses = await readUses({ req, questions: wanted })
  const questionRows = z.array(questionRowSchema).parse(await sql.rows({ text: questionQuery, values: [wanted] }))
  const problems: string[] = []
  const questions = new Map<string, PublishedQuestion>()
  const resolved = await resolveUploads({
    req,
    bodies: questionRows.map((row) => ({ fields: fieldsOf({ req, row }), body: row.body[0] ?? {} })),
  })
  for (const [at, row] of questionRows.entries()) {
    const { body, missing } = resolved[at] ?? { body: {}, missing: [] }
    const problem = unfitness({ req, row, body, missing })
    if (problem) problems.push(`question ${row.id}: ${problem}`)
    else questions.set(row.id, { id: row.id, type: row.type, typeVersion: row.version, body })
  }
  const tests = testRows
    .map((row) => toTest({ req, row, pools, uses, questions, problems }))
    .filter(({ items }) => countQuestions(items) > 0)
  return { tests, questions: [...questions.values()], problems }
}

type QuestionRow = z.infer<typeof questionRowSchema>

function fieldsOf({ req, row }: { req: OperationRequest; row: QuestionRow }): Field[] {
  return registriesOf(req.payload).questionTypes.get(row.type)?.block.fields ?? []
}

function unfitness({
  req,
  row,
  body,
  missing,
}: {
  req: OperationRequest
  row: QuestionRow
  body: unknown
  missing: string[]
}): string | null {
  const type = registriesOf(req.payload).questionTypes.get(row.type)
  if (!type) return `the question type ${row.type} is not installed`
  if (missing.length > 0) return `the file ${missing.join(', ')} is not in the media library`
  const authored = readAuthored({ type, version: row.version, body })
  return authored.ok ? null : authored.error.message
}

function toTest({
  req,
  row,
  pools,
  uses,
  questions,
  problems,
}: {
  req: OperationRequest
  row: z.infer<typeof testRowSchema>
  pools: ReadonlyMap<DrawRow, string[]>
  uses: QuestionUses
  questions: ReadonlyMap<string, PublishedQuestion>
  problems: string[]
}): PublishedTest {
  const isMarked = ({ type }: NamedQuestion) => registriesOf(req.payload).questionTypes.get(type)?.marked !== false
  const named = (question: string): NamedQuestion[] => {
    const found = questions.get(question)
    return found ? [{ question, type: found.type, typeVersion: found.typeVersion }] : []
  }
  const isPractice = row.settings.kind === 'practice'
  const items = row.items.flatMap((item): TestItem<NamedQuestion>[] => {
    if (item.blockType === 'section') return [{ kind: 'section', title: item.title ?? {}, instructions: item.instructions ?? {} }]
    if (item.blockType === 'draw') {
      if (isPractice) {
        problems.push(`test ${row.id}: practice draws no questions from the bank`)
        return []
      }
      // Practice gives keys away, so what stands there is drawn nowhere.
      const free = (pools.get(item) ?? []).filter((question) => !uses.practised.has(question))
      const pool = free.flatMap(named).filter(isMarked)
      return [{ kind: 'draw', count: item.count, maxMark: item.maxMark, preferUnseen: item.preferUnseen ?? true, pool }]
    }
    if (isPractice && uses.graded.has(item.question)) {
      problems.push(`test ${row.id}: the question ${item.question} is left out of practice, because a graded test has it`)
      return []
    }
    const found = named(item.question)
    if (found.length === 0) problems.push(`test ${row.id}: the question ${item.question} is left out`)
    return found.map((question) => ({ ...question, maxMark: isMarked(question) ? item.maxMark : 0 }))
  })
  const missing = countMissing(items)
  if (missing > 0) problems.push(`test ${row.id}: the bank has ${missing} questions too few for its draws`)
  const { id, lesson, key, placement, title } = row
  const overallFeedback = row.overallFeedback.flatMap(({ fromPercent, text }) => (text ? [{ fromPercent, text }] : []))
  const kind = isPractice ? 'practice' : items.some(hasMark) ? 'graded' : 'survey'
  return { id, lesson, key, placement, title, kind, settings: toSettings(row.settings), items, overallFeedback }
}

/** Whether there is something to earn. Draws take questions that are marked only. */
function hasMark(item: TestItem<NamedQuestion>): boolean {
  return !('kind' in item && item.kind === 'section') && item.maxMark > 0
}

function toSettings(stored: z.infer<typeof testRowSchema>['settings']): PublishedSettings {
  const settings = testSettingsSchema.parse(stored)
  return stored.accessCode ? { ...settings, accessCode: stored.accessCode } : settings
}

const moment = (column: string) => `to_char(t."${column}" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const reviewParts = (table: string) =>
  `(select coalesce(jsonb_agg(r."value"::text order by r."order"), '[]') from "${table}" r where r."parent_id" = t."id")`

const testQuery = `
  select t."id", t."lesson_id" as lesson, t."key", t."placement"::text, coalesce(t."items", '[]') as items,
         coalesce((select jsonb_object_agg(x."_locale", x."title") filter (where x."title" is not null) from "tests_locales" x where x."_parent_id" = t."id"), '{}') as title,
         jsonb_strip_nulls(jsonb_build_object(
           'kind', t."settings_kind"::text, 'opensAt', ${moment('settings_opens_at')}, 'closesAt', ${moment('settings_closes_at')},
           'timeLimitSeconds', t."settings_time_limit_seconds", 'overdue', t."settings_overdue"::text,
           'graceSeconds', t."settings_grace_seconds", 'maxAttempts', t."settings_max_attempts",
           'delaySeconds', t."settings_delay_seconds", 'accessCode', nullif(trim(t."settings_access_code"), ''),
           'counts', t."settings_counts"::text, 'passPercent', t."settings_pass_percent",
           'navigation', t."settings_navigation"::text, 'questionsPerPage', t."settings_questions_per_page",
           'shuffleQuestions', t."settings_shuffle_questions", 'negativeMarking', t."settings_negative_marking",
           'behaviour', t."settings_behaviour"::text, 'tries', t."settings_tries", 'penaltyPercent', t."settings_penalty_percent",
           'reviewDuring', ${reviewParts('test_review_during')}, 'reviewAfterSubmit', ${reviewParts('test_review')},
           'reviewLater', ${reviewParts('test_review_later')}, 'reviewAfterClose', ${reviewParts('test_review_closed')},
           'hideAnswersAt', ${reviewParts('test_answers_hidden')}
         )) as settings,
         (select coalesce(jsonb_agg(jsonb_build_object('fromPercent', b."from_percent", 'text',
                   (select jsonb_object_agg(x."_locale", x."text") filter (where x."text" is not null)
                    from "test_feedback_bands_locales" x where x."_parent_id" = b."id")) order by b."from_percent" desc), '[]')
          from "test_feedback_bands" b where b."_parent_id" = t."id") as "overallFeedback"
  from "tests" t left join "lessons" l on l."id" = t."lesson_id"
  where t."_status" = 'published' and (l."module_id" = any($1) or (t."lesson_id" is null and t."course_id" = $2))
  order by t."lesson_id", t."placement", t."key"`

const questionQuery = `
  select q."id", q."type", q."type_version" as version, coalesce(q."body", '[]') as body
  from "questions" q where q."id" = any($1) and q."_status" = 'published' order by q."id"`
