import { registriesOf } from '../registries.ts'
import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'

/**
 * Adds a job of a plugin to the queue, in the transaction of `req` if there is one. With `jobKey`, a waiting job of the
 * same key is replaced (its time begins anew, unless `keepTime`), so that many wishes become one piece of work.
 * `delaySeconds` from now. Jobs of one `queue` run one after the other, on whichever worker.
 */
export async function addJob({
  req,
  name,
  payload,
  jobKey,
  keepTime = false,
  delaySeconds = 0,
  queue,
}: {
  req: OperationRequest
  name: string
  payload: Record<string, unknown>
  jobKey?: string
  /** For wishes that never cease: the waiting job keeps its time, so that it comes to be done. */
  keepTime?: boolean
  delaySeconds?: number
  queue?: string
}): Promise<void> {
  if (!registriesOf(req.payload).jobs.has(name)) throw new Error(`No installed plugin has the job ${name}.`)
  const sql = await sqlOf(req)
  await sql.rows({
    name: 'kernel.addJob',
    text: `select graphile_worker.add_job($1, $2::json, job_key := $3, run_at := now() + make_interval(secs => $4), queue_name := $5, job_key_mode := $6)`,
    values: [
      name,
      JSON.stringify(payload),
      jobKey ?? null,
      delaySeconds,
      queue ?? null,
      keepTime ? 'preserve_run_at' : 'replace',
    ],
  })
}
