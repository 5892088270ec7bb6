import { definePlugin } from '@lectern/kernel'
import { z } from 'zod'
import { accessCodeTriesCollection } from './collections/accessCodeTries.ts'
import { attemptsCollection } from './collections/attempts.ts'
import { responsesCollection } from './collections/responses.ts'
import { closeExpired, closeExpiredJob } from './operations/closeExpired.ts'
import { recountMarks } from './operations/recountMarks.ts'
import { attemptRoutes } from './routes/attemptRoutes.ts'

export { resultOf } from './domain/resultOf.ts'

/** Attempts: drawn, saved, closed and marked on the server. */
export const gradingPlugin = definePlugin({
  name: 'grading',
  band: 'feature',
  options: z.strictObject({}),
  setup: ({ verbs }) => {
    verbs.contribute.collection(attemptsCollection)
    verbs.contribute.collection(responsesCollection)
    verbs.contribute.collection(accessCodeTriesCollection)
    verbs.contribute.learnerRoutes(attemptRoutes)
    verbs.contribute.job({ name: closeExpiredJob, run: closeExpired })
    verbs.contribute.recount({
      name: 'grading.marks',
      says: 'Each attempt was begun, ended and marked once, with the percentage that is stored.',
      run: recountMarks,
    })
  },
})
