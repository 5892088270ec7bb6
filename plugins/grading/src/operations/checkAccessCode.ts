import { createHash, timingSafeEqual } from 'node:crypto'
import { newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import { gradingErrors } from '../errors.ts'

/** So many codes may be tried within a window; the right one ends the counting. */
const maxTries = 10
const windowSeconds = 10 * 60

/**
 * Compares the code that a learner gives with the test's own, without regard to capitals and to spaces at the ends. Every
 * try is counted before it is looked at, by one statement outside any transaction, so that calls at once cannot try more.
 *
 * Throws ACCESS_CODE_REQUIRED, ACCESS_CODE_WRONG or ACCESS_CODE_LOCKED.
 */
export async function checkAccessCode({
  req,
  test,
  learner,
  expected,
  given,
}: {
  req: OperationRequest
  test: string
  learner: string
  expected: string
  given: string | undefined
}): Promise<void> {
  if (given === undefined || given.trim() === '') throw gradingErrors.accessCodeRequired()
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ tries: string | number }>({
    name: 'grading.countCode',
    text: `insert into "access_code_tries" as t ("id", "learner", "test", "tries", "since") values ($1, $2, $3, 1, now())
           on conflict ("learner", "test") do update
             set "tries" = case when t."since" < now() - interval '${windowSeconds} seconds' then 1 else t."tries" + 1 end,
                 "since" = case when t."since" < now() - interval '${windowSeconds} seconds' then now() else t."since" end,
                 "updated_at" = now()
           returning "tries"`,
    values: [newId(), learner, test],
  })
  if (Number(rows[0]?.tries ?? 0) > maxTries) throw gradingErrors.accessCodeLocked()
  if (!timingSafeEqual(digestOf(given), digestOf(expected))) throw gradingErrors.accessCodeWrong()
  await sql.rows({
    name: 'grading.forgetCode',
    text: `delete from "access_code_tries" where "learner" = $1 and "test" = $2`,
    values: [learner, test],
  })
}

function digestOf(code: string): Buffer {
  return createHash('sha256').update(code.trim().normalize('NFC').toLowerCase()).digest()
}
