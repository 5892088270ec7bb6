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
  const rows = await listTouched({ req, test, learner })
  const isRunning = rows.some(({ state }) => state === 'in-progress')
  const barred = isRunning
    ? null
    : startRefusal({ settings: published.settings, attempts: rows.map(toEarlier), now: rows[0]?.now ?? (await readNow(req)) })
  const reason = refusal ?? barred?.code ?? null
  return {
    test,
    canStart: reason === null,
    reason,
    availableAt: refusal === null ? (barred?.availableAt ?? null) : null,
    needsAccessCode: published.accessCode !== null && !isRunning,
    settings: published.settings,
    attempts: rows.map((row) => {
      const isShown = reviewPolicyAt({ settings: row.settings, submittedAt: row.submitted_at, now: row.now }).includes('marks')
      return {
        attempt: row.id,
        number: row.number,
        state: row.state,
        startedAt: row.started_at,
        submittedAt: row.submitted_at,
        percent: isShown ? row.percent : null,
        passed: isShown && row.percent !== null ? row.passed : null,
      }
    }),
  }
}

export function toEarlier({ submitted_at }: AttemptRow): EarlierAttempt {
  return { submittedAt: submitted_at }
}

/** The database's clock (ISO): the one that decides about time. */
export async function readNow(req: OperationRequest): Promise<string> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({ name: 'grading.now', text: 'select now() as now' })
  return z.object({ now: z.date() }).parse(rows[0]).now.toISOString()
}

/** A learner's attempts at a test, oldest first. */
export async function listAttemptRows({
  req,
  test,
  learner,
}: {
  req: OperationRequest
  test: string
  learner: string
}): Promise<AttemptRow[]> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'grading.list',
    text: `select ${attemptColumns} from "attempts" where "learner_id" = $1 and "test_id" = $2 order by "number"`,
    values: [learner, test],
  })
  return rows.map((row) => attemptRowSchema.parse(row))
}

/** As `listAttemptRows`, after closing an attempt whose time is over. */
async function listTouched({ req, test, learner }: { req: OperationRequest; test: string; learner: string }) {
  const rows = await listAttemptRows({ req, test, learner })
  const expired = rows.find(({ state, late }) => state === 'in-progress' && late)
  if (!expired) return rows
  const paper = await loadPaper({ req, attempt: expired.id, learner })
  if (paper) await closeAttempt({ req, attempt: expired.id, paper })
  return listAttemptRows({ req, test, learner })
}
