import type { TestSettings } from '@lectern/content-schemas'
import { type EventToEmit, emitAll, inTransaction, newId, type OperationRequest, sqlOf, transition } from '@lectern/kernel'
import { z } from 'zod'
import { behaviours, stampOf } from '../domain/behaviours.ts'
import { graderVersion, type ItemToMark, type MarkedAttempt, markAttempt } from '../domain/markAttempt.ts'
import { earnedBy, type Given } from '../domain/tries.ts'
import { cleanLater } from '../files/cleanLater.ts'
import { type AttemptRow, readAttemptRow, type StoredResponse } from './attemptRow.ts'
import type { LoadedPaper } from './loadPaper.ts'
import { testOfEdition } from './publishedTest.ts'
import { type ParsedResponse, storeResponses } from './storeResponses.ts'

/** An attempt as it is just after it was closed. */
export type ClosedAttempt = { row: AttemptRow; responses: ReadonlyMap<string, StoredResponse> }

/**
 * Closes an attempt and marks what was saved, exactly once: of any number of callers at once one does it and is answered
 * what came of it, the others find it done and are answered null. `last` are responses that come with the submission; they
 * count if they are in time.
 *
 * Six statements at most whatever the number of questions, in one transaction with the events: `attempt.submitted@1`, or
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
}): Promise<ClosedAttempt | null> {
  const { learner } = paper
  return inTransaction(req, async () => {
    const won = await transition({ req, table: 'attempts', id: attempt, from: ['in-progress'], to: 'submitted' })
    if (won === null) return null
    if (last.length > 0) await storeResponses({ req, attempt, learner, paper, responses: last, during: 'submitted' })
    await cleanLater({ req, attempt, paper })
    const stored = await readAttemptRow({ req, attempt, learner })
    if (!stored) throw new Error(`The attempt ${attempt} vanished while it was being marked.`)
    const { row, responses } = stored
    const marked = markAttempt({
      passPercent: row.settings.passPercent,
      negativeMarking: row.settings.negativeMarking,
      items: paper.items.map(({ item, maxMark, seed, loaded }) => ({
        item,
        maxMark,
        seed,
        type: loaded.type,
        authored: loaded.authored,
        ...toMark({ stored: responses.get(item), rules: row.settings }),
      })),
    })
    const { passedBefore } = await writeMarks({ req, row, learner, marked })
    const state = marked.needsMarking ? 'submitted' : 'graded'
    const totals = {
      submitted_at: row.ends_now,
      mark: marked.mark,
      max_mark: marked.maxMark,
      percent: marked.percent,
      passed: marked.passed,
    }
    await transition({
      req,
      table: 'attempts',
      id: attempt,
      from: ['submitted'],
      to: state,
      set: { ...totals, grader_version: graderVersion, behaviour: stampOf(row.settings.behaviour) },
    })
    await emitClosed({ req, row, learner, marked, firstPass: marked.passed && !passedBefore })
    return { row: { ...row, ...totals, state }, responses: withMarks({ responses, marked }) }
  })
}

async function emitClosed({
  req,
  row,
  learner,
  marked: { needsMarking, percent, passed, mark, maxMark },
  firstPass,
}: {
  req: OperationRequest
  row: AttemptRow
  learner: string
  marked: MarkedAttempt
  firstPass: boolean
}): Promise<void> {
  const facts = {
    attempt: row.id,
    learner,
    test: row.test_id,
    course: row.course_id,
    lesson: row.lesson_id,
    number: row.number,
    at: row.ends_now,
  }
  const ended: EventToEmit = { name: row.late ? 'attempt.expired@1' : 'attempt.submitted@1', key: row.id, data: facts }
  if (needsMarking) {
    await emitAll({ req, events: [ended] })
    return
  }
  const { key } = await testOfEdition({ req, edition: row.edition, test: row.test_id })
  const fraction = maxMark > 0 ? mark / maxMark : 0
  const data = { ...facts, testKey: key, percent, passed, mark, maxMark, fraction, firstPass }
  await emitAll({ req, events: [ended, { name: 'attempt.graded@1', key: row.id, data }] })
}

/** The responses as the marking leaves them; a question without one has a row for its mark. */
function withMarks({
  responses,
  marked,
}: {
  responses: ReadonlyMap<string, StoredResponse>
  marked: MarkedAttempt
}): ReadonlyMap<string, StoredResponse> {
  return new Map(
    marked.items.map(({ item, own, fraction, mark, state, parts }) => {
      const given = responses.get(item) ?? { item, revision: 0, response: null, certainty: null, tries: [], locked: false }
      return [item, { ...given, fraction, mark, result: { state, own, parts } }]
    }),
  )
}

/** The response that counts, and what is earned by it after its tries. */
function toMark({
  stored,
  rules,
}: {
  stored: StoredResponse | undefined
  rules: TestSettings
}): Pick<ItemToMark, 'response' | 'earn' | 'highest'> {
  const given: Given = { revision: 0, certainty: null, tries: [], ...stored, response: stored?.response ?? null }
  return { response: given.response, earn: earnedBy({ rules, given }), highest: behaviours[rules.behaviour].highest }
}

/** Writes every mark in one statement, and tells whether the learner has passed the test with another attempt before. */
async function writeMarks({
  req,
  row: { id: attempt, test_id: test },
  learner,
  marked,
}: {
  req: OperationRequest
  row: AttemptRow
  learner: string
  marked: MarkedAttempt
}): Promise<{ passedBefore: boolean }> {
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
           select exists (select 1 from "attempts" where "learner_id" = $3 and "test_id" = $4 and "id" <> $1
                          and "state" = 'graded' and "passed") as "passedBefore"`,
    values: [
      attempt,
      JSON.stringify(
        marked.items.map(({ item, own, fraction, mark, state, parts }) => ({
          id: newId(),
          item,
          fraction,
          mark,
          result: { state, own, parts },
        })),
      ),
      learner,
      test,
    ],
  })
  return z.object({ passedBefore: z.boolean() }).parse(rows[0])
}
