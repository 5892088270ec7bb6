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
import { drawPaper, maxSeed } from '../domain/paper.ts'
import { startRefusal } from '../domain/startRefusal.ts'
import { gradingErrors } from '../errors.ts'
import { type AttemptRow, attemptColumns, attemptRowSchema, waySeconds } from './attemptRow.ts'
import { checkAccessCode } from './checkAccessCode.ts'
import { closeAttempt } from './closeAttempt.ts'
import { closeExpiredJob } from './closeExpired.ts'
import { gateRefusal } from './gateRefusal.ts'
import { listAttemptRows, toEarlier } from './listAttempts.ts'
import { loadPaper, rememberPaper } from './loadPaper.ts'
import { currentTest, type PublishedTest } from './publishedTest.ts'
import { readAttempt, toAttempt } from './readAttempt.ts'

/**
 * Begins an attempt, or goes on with the one in progress. Of any number of calls at once one begins and all are answered
 * the same attempt. An access code is asked for where one begins, not where one goes on.
 *
 * Throws TEST_NOT_FOUND, TEST_IS_PRACTICE, the code of the course gate (403), a `StartRefusal`'s code, or one of ACCESS_CODE_REQUIRED,
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
  if (published.settings.kind === 'practice') throw gradingErrors.testIsPractice()
  const refusal = await gateRefusal({ req, learner, course: published.course })
  if (refusal !== null) throw gradingErrors.gateClosed(refusal)
  const mayBegin = await admit({ req, published, learner, accessCode })
  const begun = await resumeOrBegin({ req, published, learner, mayBegin })
  if ('resume' in begun) return readAttempt({ req, attempt: begun.resume, learner, locale })
  const paper = await loadPaper({ req, attempt: begun.row.id, learner })
  if (!paper) throw new Error(`The attempt ${begun.row.id} vanished while it began.`)
  return toAttempt({ row: begun.row, responses: new Map(), paper, test: published, locale })
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
  const { rows, now } = await listAttemptRows({ req, test, learner })
  if (rows.some(({ state, late }) => state === 'in-progress' && !late)) return false
  const barred = startRefusal({ settings: published.settings, attempts: rows.map(toEarlier), now })
  if (barred) throw gradingErrors.startRefused(barred)
  await checkAccessCode({ req, test, learner, expected, given: accessCode })
  return true
}

/**
 * Attempts of a learner at a test are numbered without gaps and each number is given once. So whoever read the list before
 * someone else began gets no number, and decides again by the new list.
 */
async function resumeOrBegin({
  req,
  published,
  learner,
  mayBegin,
}: {
  req: OperationRequest
  published: PublishedTest
  learner: string
  mayBegin: boolean
}): Promise<{ resume: string } | { row: AttemptRow }> {
  const { rows, now } = await listAttemptRows({ req, test: published.test, learner })
  const open = rows.find(({ state }) => state === 'in-progress')
  if (open && !open.late) return { resume: open.id }
  if (open) {
    const paper = await loadPaper({ req, attempt: open.id, learner })
    if (paper) await closeAttempt({ req, attempt: open.id, paper })
    return resumeOrBegin({ req, published, learner, mayBegin })
  }
  const barred = startRefusal({ settings: published.settings, attempts: rows.map(toEarlier), now })
  if (barred) throw gradingErrors.startRefused(barred)
  if (!mayBegin) throw gradingErrors.accessCodeRequired()
  const number = Math.max(0, ...rows.map((row) => row.number)) + 1
  const row = await insertAttempt({ req, published, learner, number })
  return row ? { row } : resumeOrBegin({ req, published, learner, mayBegin })
}

/** Answers null when the learner has an attempt of that number already. */
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
}): Promise<AttemptRow | null> {
  const { edition, test, course, lesson, settings, items } = published
  const seed = randomInt(maxSeed)
  const hasDraws = items.some((item) => 'kind' in item && item.kind === 'draw')
  const seen = hasDraws ? await readSeen({ sql: await sqlOf(req), test, learner }) : new Set<string>()
  const paper = drawPaper({ items, settings, seed, seen, shuffle: shuffleBySeed, draw: seededRandom })
  const row = await inTransaction(req, async () => {
    const sql = await sqlOf(req)
    const inserted = await sql.rows({
      name: 'grading.insertAttempt',
      text: `insert into "attempts" ("id", "learner_id", "test_id", "course_id", "lesson_id", "edition", "number", "state", "seed",
                                     "settings", "paper", "started_at", "due_at")
             values ($1, $2, $3, $4, $5, $6, $7, 'in-progress', $8, $9, $10, now(), least(now() + make_interval(secs => $11), $12::timestamptz))
             on conflict ("learner_id", "test_id", "number") do nothing
             returning ${attemptColumns}`,
      values: [
        newId(),
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
    if (!inserted[0]) return null
    const begun = attemptRowSchema.parse(inserted[0])
    await emitStarted({ req, row: begun, learner })
    await planClosing({ req, row: begun })
    return begun
  })
  if (row) rememberPaper({ req, attempt: row.id, learner, settings, paper })
  return row
}

async function emitStarted({ req, row, learner }: { req: OperationRequest; row: AttemptRow; learner: string }): Promise<void> {
  const { id: attempt, test_id: test, course_id: course, lesson_id: lesson, number, started_at: at, due_at: dueAt } = row
  const data = { attempt, learner, test, course, lesson, number, at, dueAt }
  await emit({ req, name: 'attempt.started@1', key: attempt, data })
}

/** The attempt closes by itself when its time is over, also without a browser. */
async function planClosing({ req, row }: { req: OperationRequest; row: AttemptRow }): Promise<void> {
  if (row.due_at === null) return
  const seconds = (Date.parse(row.due_at) - Date.parse(row.now)) / 1000
  // A second later than the last moment at which a response is taken, so that the attempt is late for certain.
  const delaySeconds = Math.ceil(seconds) + graceOf(row.settings) + waySeconds + 1
  await addJob({
    req,
    name: closeExpiredJob,
    payload: { attempt: row.id },
    jobKey: `${closeExpiredJob}:${row.id}`,
    delaySeconds,
  })
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
