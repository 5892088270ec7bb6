import type { OperationRequest } from '../request.ts'
import { sqlOf } from '../sql.ts'
import { inTransaction } from '../transaction.ts'
import { recordQueueAction } from './queueActions.ts'

/**
 * Gives the jobs of a task that were given up another round of tries; answers how many. Deliveries of events are never among them:
 * those have `retryFailure`.
 */
export async function retryJobs({
  req,
  task,
  actor,
}: {
  req: OperationRequest
  task: string
  actor?: string
}): Promise<{ jobs: number }> {
  return inTransaction(req, async () => {
    const sql = await sqlOf(req)
    const rows = await sql.rows<{ jobs: number }>({
      text: `select count(*)::int as jobs from graphile_worker.reschedule_jobs(
               array(select j."id" from graphile_worker.jobs j
                     where j."task_identifier" = $1 and j."task_identifier" not like 'deliver %'
                       and j."attempts" >= j."max_attempts" and j."locked_at" is null),
               run_at := now(), attempts := 0)`,
      values: [task],
    })
    const jobs = rows[0]?.jobs ?? 0
    if (jobs > 0) await recordQueueAction({ req, actor, action: 'retry', handler: task, details: { jobs } })
    return { jobs }
  })
}
