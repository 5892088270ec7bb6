import type { FileRules } from '@lectern/content-schemas'
import { addJob, inTransaction, newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import type { LoadedPaper } from '../operations/loadPaper.ts'
import { holdAttempt, refuseUnlessOpen } from './attemptForFiles.ts'
import { dropFileJob } from './dropFile.ts'
import { fileErrors } from './fileErrors.ts'
import { fileStates } from './fileStates.ts'

/** Seconds after which a file that has not arrived is given up. */
const longestUpload = 3600

const usedSchema = z.object({ files: z.coerce.number(), bytes: z.coerce.number() })

/**
 * Makes room for a file before its bytes come: a row that counts at once, so that of any number of uploads at the same time no
 * more get in than the question and the quota have room for. With it goes a job that takes the row away if the
 * file never arrives. Answers the id. Throws ATTEMPT_CLOSED, ITEM_LOCKED, FILES_TOO_MANY or FILE_QUOTA_EXCEEDED.
 */
export async function reserveFile({
  req,
  attempt,
  item,
  paper,
  rules,
  name,
  bytes,
  quotaBytes,
}: {
  req: OperationRequest
  attempt: string
  item: string
  paper: LoadedPaper
  rules: FileRules
  name: string
  bytes: number
  quotaBytes: number
}): Promise<string> {
  const id = newId()
  const found = await inTransaction(req, async () => {
    const sql = await sqlOf(req)
    // One after the other for each learner: the quota is theirs, whatever attempts the files are for.
    await sql.rows({
      name: 'grading.lockFiles',
      text: `select pg_advisory_xact_lock(hashtextextended('attempt-files ' || $1, 0))`,
      values: [paper.learner],
    })
    const state = await holdAttempt({ req, attempt, item })
    if (state !== 'open') return state
    const rows = await sql.rows({
      name: 'grading.usedByFiles',
      text: `select count(*) filter (where "attempt_id" = $2 and "item" = $3) as files, coalesce(sum("bytes"), 0) as bytes
             from "attempt_files" where "learner_id" = $1 and "state" <> 'removed'`,
      values: [paper.learner, attempt, item],
    })
    const used = usedSchema.parse(rows[0])
    if (used.files >= rules.maxFiles) throw fileErrors.tooMany(rules.maxFiles)
    if (used.bytes + bytes > quotaBytes) throw fileErrors.quotaExceeded(quotaBytes)
    await sql.rows({
      name: 'grading.reserveFile',
      text: `insert into "attempt_files" ("id", "name", "learner_id", "attempt_id", "item", "bytes", "state")
             values ($1, $2, $3, $4, $5, $6, '${fileStates.arriving}')`,
      values: [id, name, paper.learner, attempt, item, bytes],
    })
    await addJob({ req, name: dropFileJob, payload: { file: id }, jobKey: `${dropFileJob}:${id}`, delaySeconds: longestUpload })
    return state
  })
  await refuseUnlessOpen({ req, attempt, item, paper, found })
  return id
}
