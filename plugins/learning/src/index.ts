import { definePlugin } from '@lectern/kernel'
import { enrolmentsCollection } from './collections/enrolments.ts'
import { lessonProgressCollection } from './collections/lessonProgress.ts'
import { onAttemptGraded } from './handlers/onAttemptGraded.ts'
import { courseGate } from './operations/courseGate.ts'
import { recountProgress } from './operations/recountProgress.ts'
import { optionsSchema } from './options.ts'
import { createLearningRoutes } from './routes/learningRoutes.ts'

/** Enrolments, progress and completion. */
export const learningPlugin = definePlugin({
  name: 'learning',
  band: 'feature',
  options: optionsSchema,
  setup: ({ verbs, options }) => {
    verbs.contribute.collection(enrolmentsCollection)
    verbs.contribute.collection(lessonProgressCollection)
    verbs.contribute.learnerRoutes(createLearningRoutes(options))
    verbs.registry.courseGate.set(courseGate)
    verbs.contribute.recount({
      name: 'learning.progress',
      says: 'Progress is what the graded attempts give, and each completion was told once.',
      run: recountProgress,
    })
    verbs.on('attempt.graded@1', { code: 'learning.record-test-result', handle: onAttemptGraded })
  },
})
