import type { EventData } from '@lectern/content-schemas'
import { OperationError, type OperationRequest } from '@lectern/kernel'
import { recordLesson } from '../operations/recordLesson.ts'

/** A graded attempt may complete its lesson. */
export async function onAttemptGraded({
  req,
  event,
}: {
  req: OperationRequest
  event: { data: EventData<'attempt.graded@1'> }
}): Promise<void> {
  const { learner, lesson, testKey, percent } = event.data
  if (!lesson) return
  try {
    await recordLesson({ req, learner, lesson, act: { kind: 'test', key: testKey, percent } })
  } catch (error) {
    // Withdrawn from the course or unpublished between answering and now: there is nothing left to complete.
    if (error instanceof OperationError && (error.code === 'NOT_ENROLLED' || error.code === 'LESSON_NOT_PUBLISHED')) return
    throw error
  }
}
