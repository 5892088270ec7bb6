import type { TestAttempts } from '@lectern/content-schemas'
import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { reviewPolicyAt } from '../domain/reviewPolicyAt.ts'
import { type EarlierAttempt, startRefusal } from '../domain/startRefusal.ts'
import { type AttemptRow, attemptColumns, attemptRowSchema } from './attemptRow.ts'
import { closeAttempt } from './closeAttempt.ts'
import { gateRefusal } from './gateRefusal.ts'
import { loadPaper } from './loadPaper.ts'
import { currentTest } from './publishedTest.ts'

/**
 * A learner's attempts at a test, oldest first, and whether another may begin (or the open one go on). Results are
 * listed only where the test's policy shows marks. Throws TEST_NOT_FOUND.
 */
export async function listAttempts({
  req,
  test,
  learner,
}: {
  req: OperationRequest
  test: string
  learner: string
}): Promise<TestAttempts> {
  const published = await currentTest({ req, test })
  const refusal = await gateRefusal({ req, learner, course: published.course })
  const { rows, now } = await listTouched({ req, test, learner })
  const isRunning = rows.some(({ state }) => state === 'in-progress')
  const barred = isRunning ? null : startRefusal({ settings: published.settings, attempts: rows.map(toEarlier), now })
  const reason = refusal ?? (published.settings.kind === 'practice' ? 'TEST_IS_PRACTICE' : (barred?.code ?? null))
  return {
    test,
    canStart: reason === null,
    reason,
    availableAt: refusal === null ? (barred?.availableAt ?? null) : null,
    needsAccessCode: published.accessCode !== null && !isRunning,
    settings: published.settings,
    attempts: rows.map((row) => {
      const policy = reviewPolicyAt({ settings: row.settings, submittedAt: row.submitted_at, now: row.now })
      const isShown = row.state === 'graded' && policy.includes('marks')
      return {
        attempt: row.id,
        number: row.number,
        state: row.state,
        startedAt: row.started_at,
        submittedAt: row.submitted_at,
        percent: isShown ? row.percent : null,
        passed: isShown ? row.passed : null,
        maxMark: row.max_mark,
      }
    }),
  }
}

export function toEarlier({ submitted_at }: AttemptRow): EarlierAttempt {
  return { submittedAt: submitted_at }
}

/** A learner's attempts at a test, oldest first, and the database's clock (ISO): the one that decides about time. */
export async function listAttemptRows({
  req,
  test,
  learner,
}: {
  req: OperationRequest
  test: string
  learner: string
}): Promise<{ rows: AttemptRow[]; now: string }> {
  const sql = await sqlOf(req)
  const found = await sql.rows({
    name: 'grading.list',
    text: `select ${attemptColumns} from (select now()) clock
           left join "attempts" on "learner_id" = $1 and "test_id" = $2 order by "number"`,
    values: [learner, test],
  })
  const { now } = z.object({ now: z.date() }).parse(found[0])
  // Without any attempt there is one row, with nothing but the clock.
  const rows = found.filter(({ id }) => id !== null).map((row) => attemptRowSchema.parse(row))
  return { rows, now: now.toISOString() }
}

/** As `listAttemptRows`, after closing an attempt whose time is over. */
async function listTouched({ req, test, learner }: { req: OperationRequest; test: string; learner: string }) {
  const listed = await listAttemptRows({ req, test, learner })
  const expired = listed.rows.find(({ state, late }) => state === 'in-progress' && late)
  if (!expired) return listed
  const paper = await loadPaper({ req, attempt: expired.id, learner })
  if (paper) await closeAttempt({ req, attempt: expired.id, paper })
  return listAttemptRows({ req, test, learner })
}
