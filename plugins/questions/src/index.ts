import { definePlugin } from '@lectern/kernel'
import { z } from 'zod'
import { previewEndpoint } from './endpoints/preview.ts'
import { multipleChoice } from './multipleChoice/index.ts'
import { shortText } from './shortText/index.ts'
import { singleChoice } from './singleChoice/index.ts'

export { adviceOf as multipleChoiceAdvice } from './multipleChoice/advice.ts'
export { multipleChoice, shortText, singleChoice }

/** The built-in question types, and the preview of a question in the admin. */
export const questionsPlugin = definePlugin({
  name: 'questions',
  band: 'extension',
  options: z.strictObject({}),
  setup: ({ verbs }) => {
    verbs.registry.questionTypes.add(singleChoice)
    verbs.registry.questionTypes.add(multipleChoice)
    verbs.registry.questionTypes.add(shortText)
    verbs.contribute.endpoints([previewEndpoint])
  },
})
