import { type TestSettings, testSettingsSchema } from '@lectern/content-schemas'
import { type EventToEmit, emitAll, inTransaction, newId, type OperationRequest, sqlOf, transition } from '@lectern/kernel'
import { z } from 'zod'
import { graderVersion, type ItemToMark, type MarkedAttempt, markAttempt } from '../domain/markAttempt.ts'
import { afterPenalty, type Try, tryNumberOf } from '../domain/tries.ts'
import { endsAt, isLate, triesSchema } from './attemptRow.ts'
import type { LoadedPaper } from './loadPaper.ts'
import { testOfEdition } from './publishedTest.ts'
import { type ParsedResponse, storeResponses } from './storeResponses.ts'

/**
 * Closes an attempt and marks what was saved, exactly once: of any number of callers at once one does it and is answered
 * true, the others find it done. `last` are responses that come with the submission; they count if they are in time.
 *
 * Seven statements at most whatever the number of questions, in one transaction with the events: `attempt.submitted@1`, or
 * `attempt.expired@1` when its time had run out, and `attempt.graded@1`. An attempt with something that a person has to mark
 * stays `submitted` and is not graded yet.
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
    const { at, number, late, firstPass } = await writeMarks({ req, attempt, marked })
    const facts = {
      attempt,
      learner: paper.learner,
      test: context.test_id,
      course: context.course_id,
      lesson: context.lesson_id,
      number,
      at,
    }
    const ended: EventToEmit = { name: late ? 'attempt.expired@1' : 'attempt.submitted@1', key: attempt, data: facts }
    if (marked.needsMarking) {
      await emitAll({ req, events: [ended] })
      return true
    }
    await transition({ req, table: 'attempts', id: attempt, from: ['submitted'], to: 'graded' })
    const { key } = await testOfEdition({ req, edition: context.edition, test: context.test_id })
    const { percent, passed, mark, maxMark } = marked
    const fraction = maxMark > 0 ? mark / maxMark : 0
    const data = { ...facts, testKey: key, percent, passed, mark, maxMark, fraction, firstPass }
    await emitAll({ req, events: [ended, { name: 'attempt.graded@1', key: attempt, data }] })
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

const writtenSchema = z
  .object({ submitted_at: z.date(), number: z.coerce.number(), late: z.boolean(), first_pass: z.boolean() })
  .transform(({ submitted_at, number, late, first_pass }) => ({
    at: submitted_at.toISOString(),
    number,
    late,
    firstPass: first_pass,
  }))

/**
 * Writes every mark and the totals in one statement. Answers when the attempt counts as submitted (ISO), whether its time had
 * run out, and whether it is the first of its learner and test that passed.
 */
async function writeMarks({
  req,
  attempt,
  marked,
}: {
  req: OperationRequest
  attempt: string
  marked: MarkedAttempt
}): Promise<z.infer<typeof writtenSchema>> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'grading.writeMarks',
    text: `with marks as (
             insert into "responses" ("id", "attempt_id", "item", "revision", "fraction", "mark", "result", "graded_at")
             select m."id", $1, m."item", 0, m."fraction", m."mark", m."result", now()
             from jsonb_to_recordset($2::jsonb) as m("id" uuid, "item" text, "fraction" numeric, "mark" numeric, "result" jsonb)
             on conflict ("attempt_id", "item") do update
               set "fraction" = excluded."fraction", "mark" = excluded."mark", "result" = excluded."result",
                   "graded_at" = excluded."graded_at", "updated_at" = now()
           )
           update "attempts" a
           set "submitted_at" = least(now(), ${endsAt}), "mark" = $3, "max_mark" = $4, "percent" = $5, "passed" = $6,
               "grader_version" = $7, "updated_at" = now()
           where "id" = $1
           returning "submitted_at", "number", coalesce(${isLate}, false) as late,
                     $6 and not exists (select 1 from "attempts" e where e."learner_id" = a."learner_id" and e."test_id" = a."test_id"
                                        and e."id" <> a."id" and e."state" = 'graded' and e."passed") as first_pass`,
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
  if (!rows[0]) throw new Error(`The attempt ${attempt} vanished while it was being marked.`)
  return writtenSchema.parse(rows[0])
}
