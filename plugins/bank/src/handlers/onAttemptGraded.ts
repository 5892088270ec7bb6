import type { EventData } from '@lectern/content-schemas'
import { addJob, type OperationRequest } from '@lectern/kernel'
import { refreshColumnsJob } from '../jobs.ts'
import { addAttempt } from '../operations/addAttempt.ts'

/** Counts a graded attempt; the lists of the bank follow a few seconds later, for many attempts at once. */
export async function onAttemptGraded({
  req,
  event,
}: {
  req: OperationRequest
  event: { data: EventData<'attempt.graded@1'> }
}): Promise<void> {
  await addAttempt({ req, attempt: event.data.attempt })
  await addJob({
    req,
    name: refreshColumnsJob,
    payload: {},
    jobKey: refreshColumnsJob,
    keepTime: true,
    delaySeconds: 3,
    queue: 'bank',
  })
}
