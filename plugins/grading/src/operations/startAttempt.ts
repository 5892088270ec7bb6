import { randomInt } from 'node:crypto'
import type { Attempt, Locale } from '@lectern/content-schemas'
import { addJob, inTransaction, newId, type OperationRequest, seededRandom, shuffleBySeed, sqlOf } from '@lectern/kernel'
import { drawPaper, maxSeed } from '../domain/paper.ts'
import { gradingErrors } from '../errors.ts'
import { graceSeconds } from './attemptRow.ts'
import { closeAttempt } from './closeAttempt.ts'
import { closeExpiredJob } from './closeExpired.ts'
import { gateRefusal } from './gateRefusal.ts'
import { listAttemptRows } from './listAttempts.ts'
import { loadPaper } from './loadPaper.ts'
import { currentTest, type PublishedTest } from './publishedTest.ts'
import { readAttempt } from './readAttempt.ts'

/**
 * Begins an attempt, or goes on with the one in progress. Of any number of calls at once one begins and all are answered
 * the same attempt. Throws TEST_NOT_FOUND, ATTEMPTS_USED_UP, or the code of the course gate (403).
 */
export async function startAttempt({
  req,
  test,
  learner,
  locale,
}: {
  req: OperationRequest
  test: string
  learner: string
  locale: Locale
}): Promise<Attempt> {
  const published = await currentTest({ req, test })
  const refusal = await gateRefusal({ req, learner, course: published.course })
  if (refusal !== null) throw gradingErrors.gateClosed(refusal)
  const attempt = await inTransaction(req, async () => {
    const sql = await sqlOf(req)
    // Until the end of the transaction, one learner begins one attempt at one test after the other.
    await sql.rows({
      name: 'grading.lockStart',
      text: `select pg_advisory_xact_lock(hashtextextended($1, 0))`,
      values: [`attempt ${learner} ${test}`],
    })
    return resumeOrBegin({ req, published, learner })
  })
  return readAttempt({ req, attempt, learner, locale })
}

async function resumeOrBegin({
  req,
  published,
  learner,
}: {
  req: OperationRequest
  published: PublishedTest
  learner: string
}): Promise<string> {
  const rows = await listAttemptRows({ req, test: published.test, learner })
  const open = rows.find(({ state }) => state === 'in-progress')
  if (open && !open.late) return open.id
  if (open) {
    const paper = await loadPaper({ req, attempt: open.id, learner })
    if (paper) await closeAttempt({ req, attempt: open.id, paper })
  }
  const { maxAttempts } = published.settings
  if (maxAttempts !== null && rows.length >= maxAttempts) throw gradingErrors.attemptsUsedUp()
  return insertAttempt({ req, published, learner, number: Math.max(0, ...rows.map(({ number }) => number)) + 1 })
}

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
  const paper = drawPaper({ items, settings, seed, shuffle: shuffleBySeed, draw: seededRandom })
  const sql = await sqlOf(req)
  await sql.rows({
    name: 'grading.insertAttempt',
    text: `insert into "attempts" ("id", "learner_id", "test_id", "course_id", "lesson_id", "edition", "number", "state", "seed",
                                   "settings", "paper", "started_at", "due_at")
           values ($1, $2, $3, $4, $5, $6, $7, 'in-progress', $8, $9, $10, now(), now() + make_interval(secs => $11))`,
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
    ],
  })
  if (settings.timeLimitSeconds !== null) {
    // A second later than the last moment at which a response is taken, so that the attempt is late for certain.
    const delaySeconds = settings.timeLimitSeconds + graceSeconds + 1
    await addJob({ req, name: closeExpiredJob, payload: { attempt: id }, jobKey: `${closeExpiredJob}:${id}`, delaySeconds })
  }
  return id
}
