import { randomInt } from 'node:crypto'
import { type Attempt, graceOf, type Locale } from '@lectern/content-schemas'
import {
  addJob,
  emit,
  inTransaction,
  newId,
  type OperationRequest,
  type SqlRunner,
  seededRandom,
  shuffleBySeed,
  sqlOf,
} from '@lectern/kernel'
import { z } from 'zod'
import { drawPaper, maxSeed } from '../domain/paper.ts'
import { startRefusal } from '../domain/startRefusal.ts'
import { gradingErrors } from '../errors.ts'
import { waySeconds } from './attemptRow.ts'
import { checkAccessCode } from './checkAccessCode.ts'
import { closeAttempt } from './closeAttempt.ts'
import { closeExpiredJob } from './closeExpired.ts'
import { gateRefusal } from './gateRefusal.ts'
import { listAttemptRows, readNow, toEarlier } from './listAttempts.ts'
import { loadPaper } from './loadPaper.ts'
import { currentTest, type PublishedTest } from './publishedTest.ts'
import { readAttempt } from './readAttempt.ts'

/**
 * Begins an attempt, or goes on with the one in progress. Of any number of calls at once one begins and all are answered
 * the same attempt. An access code is asked for where one begins, not where one goes on.
 *
 * Throws TEST_NOT_FOUND, the code of the course gate (403), a `StartRefusal`'s code, or one of ACCESS_CODE_REQUIRED,
 * ACCESS_CODE_WRONG, ACCESS_CODE_LOCKED.
 */
export async function startAttempt({
  req,
  test,
  learner,
  locale,
  accessCode,
}: {
  req: OperationRequest
  test: string
  learner: string
  locale: Locale
  accessCode: string | undefined
}): Promise<Attempt> {
  const published = await currentTest({ req, test })
  const refusal = await gateRefusal({ req, learner, course: published.course })
  if (refusal !== null) throw gradingErrors.gateClosed(refusal)
  const mayBegin = await admit({ req, published, learner, accessCode })
  const attempt = await inTransaction(req, async () => {
    const sql = await sqlOf(req)
    // Until the end of the transaction, one learner begins one attempt at one test after the other.
    const rows = await sql.rows({
      name: 'grading.lockStart',
      text: `select pg_advisory_xact_lock(hashtextextended($1, 0)), clock_timestamp() as now`,
      values: [`attempt ${learner} ${test}`],
    })
    const now = z.object({ now: z.date() }).parse(rows[0]).now.toISOString()
    return resumeOrBegin({ req, published, learner, now, mayBegin })
  })
  return readAttempt({ req, attempt, learner, locale })
}

/**
 * Whether this call may begin an attempt, as far as an access code goes. Who has an attempt to go on with needs none, but
 * begins none either should that attempt end in between. Who could not begin anyway is told so before any code is tried.
 */
async function admit({
  req,
  published,
  learner,
  accessCode,
}: {
  req: OperationRequest
  published: PublishedTest
  learner: string
  accessCode: string | undefined
}): Promise<boolean> {
  const { test, accessCode: expected } = published
  if (expected === null) return true
  const rows = await listAttemptRows({ req, test, learner })
  if (rows.some(({ state, late }) => state === 'in-progress' && !late)) return false
  const now = rows[0]?.now ?? (await readNow(req))
  const barred = startRefusal({ settings: published.settings, attempts: rows.map(toEarlier), now })
  if (barred) throw gradingErrors.startRefused(barred)
  await checkAccessCode({ req, test, learner, expected, given: accessCode })
  return true
}

async function resumeOrBegin({
  req,
  published,
  learner,
  now,
  mayBegin,
}: {
  req: OperationRequest
  published: PublishedTest
  learner: string
  now: string
  mayBegin: boolean
}): Promise<string> {
  const rows = await listAttemptRows({ req, test: published.test, learner })
  const open = rows.find(({ state }) => state === 'in-progress')
  if (open && !open.late) return open.id
  if (open) {
    const paper = await loadPaper({ req, attempt: open.id, learner })
    if (paper) await closeAttempt({ req, attempt: open.id, paper })
  }
  const ended = open ? await listAttemptRows({ req, test: published.test, learner }) : rows
  const barred = startRefusal({ settings: published.settings, attempts: ended.map(toEarlier), now })
  if (barred) throw gradingErrors.startRefused(barred)
  if (!mayBegin) throw gradingErrors.accessCodeRequired()
  return insertAttempt({ req, published, learner, number: Math.max(0, ...rows.map(({ number }) => number)) + 1 })
}

const insertedSchema = z.object({
  started_at: z.date(),
  due_at: z.date().nullable(),
  seconds: z.union([z.null(), z.coerce.number()]),
})

async function insertAttempt({
  req,
  published,
  learner,
  number,
}: {
  req: OperationRequest
  published: PublishedTest
  learner: string
  number: number
}): Promise<string> {
  const { edition, test, course, lesson, settings, items } = published
  const id = newId()
  const seed = randomInt(maxSeed)
  const sql = await sqlOf(req)
  const seen = items.some((item) => 'kind' in item && item.kind === 'draw')
    ? await readSeen({ sql, test, learner })
    : new Set<string>()
  const paper = drawPaper({ items, settings, seed, seen, shuffle: shuffleBySeed, draw: seededRandom })
  const inserted = await sql.rows({
    name: 'grading.insertAttempt',
    text: `insert into "attempts" ("id", "learner_id", "test_id", "course_id", "lesson_id", "edition", "number", "state", "seed",
                                   "settings", "paper", "started_at", "due_at")
           values ($1, $2, $3, $4, $5, $6, $7, 'in-progress', $8, $9, $10, now(), least(now() + make_interval(secs => $11), $12::timestamptz))
           returning "started_at", "due_at", extract(epoch from "due_at" - now()) as seconds`,
    values: [
      id,
      learner,
      test,
      course,
      lesson,
      edition,
      number,
      seed,
      JSON.stringify(settings),
      JSON.stringify(paper),
      settings.timeLimitSeconds,
      settings.closesAt,
    ],
  })
  const { seconds, started_at, due_at } = insertedSchema.parse(inserted[0])
  const at = started_at.toISOString()
  await emit({
    req,
    name: 'attempt.started@1',
    key: id,
    data: { attempt: id, learner, test, course, lesson, number, at, dueAt: due_at?.toISOString() ?? null },
  })
  if (seconds !== null) {
    // A second later than the last moment at which a response is taken, so that the attempt is late for certain.
    const delaySeconds = Math.ceil(seconds) + graceOf(settings) + waySeconds + 1
    await addJob({ req, name: closeExpiredJob, payload: { attempt: id }, jobKey: `${closeExpiredJob}:${id}`, delaySeconds })
  }
  return id
}

/** The questions of all attempts of a learner at a test. */
async function readSeen({ sql, test, learner }: { sql: SqlRunner; test: string; learner: string }): Promise<ReadonlySet<string>> {
  const rows = await sql.rows<{ question: string }>({
    name: 'grading.seen',
    text: `select distinct i ->> 'question' as question from "attempts" a, jsonb_array_elements(a."paper") i
           where a."learner_id" = $1 and a."test_id" = $2`,
    values: [learner, test],
  })
  return new Set(rows.map(({ question }) => question))
}
