import { definePlugin, type FileStore } from '@lectern/kernel'
import { z } from 'zod'
import { accessCodeTriesCollection } from './collections/accessCodeTries.ts'
import { createAttemptFilesCollection } from './collections/attemptFiles.ts'
import { attemptsCollection } from './collections/attempts.ts'
import { responsesCollection } from './collections/responses.ts'
import { cleanFiles, cleanFilesJob } from './files/cleanFiles.ts'
import { createDownloadEndpoint } from './files/downloadEndpoint.ts'
import { dropFile, dropFileJob } from './files/dropFile.ts'
import { closeExpired, closeExpiredJob } from './operations/closeExpired.ts'
import { recountMarks } from './operations/recountMarks.ts'
import { attemptRoutes } from './routes/attemptRoutes.ts'
import { createFileRoutes } from './routes/fileRoutes.ts'

export { type Behaviour, behaviours, type Tried } from './domain/behaviours.ts'
export { resultOf } from './domain/resultOf.ts'
export { isSameResponse } from './domain/sameResponse.ts'

/** `files` keeps what learners hand in; `quotaBytes` is how much that may be for one learner, over all attempts. */
const optionsSchema = z.strictObject({
  files: z.custom<FileStore>((value) => typeof value === 'object' && value !== null, 'a file store is needed'),
  quotaBytes: z.int().min(1_000_000).default(1_000_000_000),
})

/** Attempts: drawn, saved, closed and marked on the server. */
export const gradingPlugin = definePlugin({
  name: 'grading',
  band: 'feature',
  options: optionsSchema,
  setup: ({ options: { files, quotaBytes }, verbs }) => {
    verbs.contribute.collection(attemptsCollection)
    verbs.contribute.collection(responsesCollection)
    verbs.contribute.collection(accessCodeTriesCollection)
    verbs.contribute.collection(createAttemptFilesCollection({ download: createDownloadEndpoint({ files }) }))
    verbs.contribute.learnerRoutes(attemptRoutes)
    verbs.contribute.learnerRoutes(createFileRoutes({ files, quotaBytes }))
    verbs.contribute.job({ name: closeExpiredJob, run: closeExpired })
    verbs.contribute.job({ name: dropFileJob, run: (run) => dropFile({ ...run, files }) })
    verbs.contribute.job({ name: cleanFilesJob, run: (run) => cleanFiles({ ...run, files }) })
    verbs.contribute.recount({
      name: 'grading.marks',
      says: 'Each attempt was begun, ended and marked once, with the percentage that is stored.',
      run: recountMarks,
    })
  },
})
