import { definePlugin } from '@lectern/kernel'
import { z } from 'zod'
import { previewEndpoint } from './endpoints/preview.ts'
import { matching } from './matching/index.ts'
import { multipleChoice } from './multipleChoice/index.ts'
import { numeric } from './numeric/index.ts'
import { ordering } from './ordering/index.ts'
import { shortText } from './shortText/index.ts'
import { singleChoice } from './singleChoice/index.ts'
import { trueFalse } from './trueFalse/index.ts'

export { adviceOf as multipleChoiceAdvice } from './multipleChoice/advice.ts'
export { matching, multipleChoice, numeric, ordering, shortText, singleChoice, trueFalse }

/** The built-in question types, and the preview of a question in the admin. */
export const questionsPlugin = definePlugin({
  name: 'questions',
  band: 'extension',
  options: z.strictObject({}),
  setup: ({ verbs }) => {
    // Asked first, because single choice would take GIFT's {T} and {F} too.
    verbs.registry.questionTypes.add(trueFalse)
    verbs.registry.questionTypes.add(singleChoice)
    verbs.registry.questionTypes.add(multipleChoice)
    verbs.registry.questionTypes.add(shortText)
    verbs.registry.questionTypes.add(numeric)
    verbs.registry.questionTypes.add(matching)
    verbs.registry.questionTypes.add(ordering)
    verbs.contribute.endpoints([previewEndpoint])
  },
})
