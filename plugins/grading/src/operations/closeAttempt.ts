import { type TestSettings, testSettingsSchema } from '@lectern/content-schemas'
import { emit, inTransaction, newId, type OperationRequest, sqlOf, transition } from '@lectern/kernel'
import { z } from 'zod'
import { graderVersion, type ItemToMark, type MarkedAttempt, markAttempt } from '../domain/markAttempt.ts'
import { afterPenalty, type Try, tryNumberOf } from '../domain/tries.ts'
import { endsAt, triesSchema } from './attemptRow.ts'
import type { LoadedPaper } from './loadPaper.ts'
import { testOfEdition } from './publishedTest.ts'
import { type ParsedResponse, storeResponses } from './storeResponses.ts'

/**
 * Closes an attempt and marks what was saved, exactly once: of any number of callers at once one does it and is answered
 * true, the others find it done. `last` are responses that come with the submission; they count if they are in time.
 *
 * Seven statements at most whatever the number of questions, in one transaction with the event `attempt.graded@1`. An
 * attempt with something that a person has to mark stays `submitted` and has no event yet.
 */
export async function closeAttempt({
  req,
  attempt,
  paper,
  last = [],
}: {
  req: OperationRequest
  attempt: string
  paper: LoadedPaper
  last?: ParsedResponse[]
}): Promise<boolean> {
  return inTransaction(req, async () => {
    const won = await transition({ req, table: 'attempts', id: attempt, from: ['in-progress'], to: 'submitted' })
    if (won === null) return false
    if (last.length > 0) {
      await storeResponses({ req, attempt, learner: paper.learner, paper, responses: last, during: 'submitted' })
    }
    const { responses, ...context } = await readForMarking({ req, attempt })
    const marked = markAttempt({
      passPercent: context.settings.passPercent,
      negativeMarking: context.settings.negativeMarking,
      items: paper.items.map(({ item, maxMark, seed, loaded }) => ({
        item,
        maxMark,
        seed,
        type: loaded.type,
        authored: loaded.authored,
        ...toMark({ stored: responses.get(item), rules: context.settings }),
      })),
    })
    const submittedAt = await writeMarks({ req, attempt, marked })
    if (marked.needsMarking) return true
    await transition({ req, table: 'attempts', id: attempt, from: ['submitted'], to: 'graded' })
    const { key } = await testOfEdition({ req, edition: context.edition, test: context.test_id })
    await emit({
      req,
      name: 'attempt.graded@1',
      key: attempt,
      data: {
        attempt,
        learner: paper.learner,
        test: context.test_id,
        course: context.course_id,
        lesson: context.lesson_id,
        testKey: key,
        percent: marked.percent,
        passed: marked.passed,
        at: submittedAt,
      },
    })
    return true
  })
}

const contextSchema = z.object({
  settings: testSettingsSchema,
  edition: z.string(),
  test_id: z.string(),
  course_id: z.string(),
  lesson_id: z.string().nullable(),
  responses: z.record(z.string(), z.object({ response: z.unknown(), revision: z.coerce.number(), tries: triesSchema })),
})

/** The response that counts, and what its earlier tries cost. */
function toMark({
  stored,
  rules,
}: {
  stored: { response: unknown; revision: number; tries: Try[] } | undefined
  rules: TestSettings
}): Pick<ItemToMark, 'response' | 'adjust'> {
  if (!stored) return { response: null }
  const number = tryNumberOf(stored)
  return { response: stored.response ?? null, adjust: (fraction) => afterPenalty({ fraction, rules, number }) }
}

async function readForMarking({ req, attempt }: { req: OperationRequest; attempt: string }) {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'grading.readForMarking',
    text: `select "settings", "edition", "test_id", "course_id", "lesson_id",
                  coalesce((select jsonb_object_agg(r."item", jsonb_build_object('response', r."response", 'revision', r."revision", 'tries', r."tries")) from "responses" r where r."attempt_id" = a."id"), '{}') as responses
           from "attempts" a where "id" = $1`,
    values: [attempt],
  })
  const { responses, ...context } = contextSchema.parse(rows[0])
  return { ...context, responses: new Map(Object.entries(responses)) }
}

/** Writes every mark and the totals in one statement; answers when the attempt counts as submitted (ISO). */
async function writeMarks({
  req,
  attempt,
  marked,
}: {
  req: OperationRequest
  attempt: string
  marked: MarkedAttempt
}): Promise<string> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ submitted_at: Date }>({
    name: 'grading.writeMarks',
    text: `with marks as (
             insert into "responses" ("id", "attempt_id", "item", "revision", "fraction", "mark", "result", "graded_at")
             select m."id", $1, m."item", 0, m."fraction", m."mark", m."result", now()
             from jsonb_to_recordset($2::jsonb) as m("id" uuid, "item" text, "fraction" numeric, "mark" numeric, "result" jsonb)
             on conflict ("attempt_id", "item") do update
               set "fraction" = excluded."fraction", "mark" = excluded."mark", "result" = excluded."result",
                   "graded_at" = excluded."graded_at", "updated_at" = now()
           )
           update "attempts"
           set "submitted_at" = least(now(), ${endsAt}), "mark" = $3, "max_mark" = $4, "percent" = $5, "passed" = $6,
               "grader_version" = $7, "updated_at" = now()
           where "id" = $1 returning "submitted_at"`,
    values: [
      attempt,
      JSON.stringify(
        marked.items.map(({ item, fraction, mark, state, parts }) => ({
          id: newId(),
          item,
          fraction,
          mark,
          result: { state, parts },
        })),
      ),
      marked.mark,
      marked.maxMark,
      marked.percent,
      marked.passed,
      graderVersion,
    ],
  })
  const at = rows[0]?.submitted_at
  if (!at) throw new Error(`The attempt ${attempt} vanished while it was being marked.`)
  return at.toISOString()
}
