import { addJob, sqlOf } from '@lectern/kernel'
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
} from 'payload'
import { bankErrors } from '../errors.ts'
import { countTestsJob, indexQuestionsJob } from '../jobs.ts'
import { countTestsOf } from '../operations/countTestsOf.ts'
import { asApiError } from './asApiError.ts'

/**
 * What the bank counts is not the form's to say: a save keeps what is stored. The lock makes the counting wait until the
 * save is committed, so that neither overwrites the other.
 */
export const keepUsageColumns: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const none = { usedInTests: 0, attempts: 0, facility: null }
  if (operation === 'create' || typeof originalDoc?.id !== 'string') return { ...data, ...none }
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ used_in_tests: string; attempts: string; facility: string | null }>({
    text: `select "used_in_tests", "attempts", "facility" from "questions" where "id" = $1 for update`,
    values: [originalDoc.id],
  })
  const stored = rows[0]
  if (!stored) return { ...data, ...none }
  return {
    ...data,
    usedInTests: Number(stored.used_in_tests),
    attempts: Number(stored.attempts),
    facility: stored.facility === null ? null : Number(stored.facility),
  }
}

/** A question that stands in a test stays. Attempts keep versions of their own and do not mind. */
export const refuseQuestionInUse: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const tests = await countTestsOf({ req, question: String(id) })
  if (tests > 0) throw asApiError(bankErrors.questionInUse({ tests }))
}

/** What the bank knows of a question goes with it. */
export const forgetQuestion: CollectionAfterDeleteHook = async ({ id, doc, req }) => {
  const sql = await sqlOf(req)
  const values = [String(id)]
  await sql.rows({ text: `delete from "question_usage" where "question" = $1`, values })
  await sql.rows({ text: `delete from "question_fingerprints" where "question" = $1`, values })
  await sql.rows({ text: `delete from "question_pairs" where "first" = $1 or "second" = $1`, values })
  return doc
}

/** What was saved is read soon, so that the next author who writes the same is told. */
export const readQuestionLater: CollectionAfterChangeHook = async ({ doc, req }) => {
  await addJob({ req, ...indexQuestionsLater })
  return doc
}

export const indexQuestionsLater = {
  name: indexQuestionsJob,
  payload: {},
  jobKey: indexQuestionsJob,
  keepTime: true,
  delaySeconds: 1,
  queue: 'bank',
}

export const countTestsLater = {
  name: countTestsJob,
  payload: {},
  jobKey: countTestsJob,
  keepTime: true,
  delaySeconds: 2,
  queue: 'bank',
}

export const countTestsAfterChange: CollectionAfterChangeHook = async ({ doc, req }) => {
  await addJob({ req, ...countTestsLater })
  return doc
}

export const countTestsAfterDelete: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await addJob({ req, ...countTestsLater })
  return doc
}
