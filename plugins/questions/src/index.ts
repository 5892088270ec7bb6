import { definePlugin } from '@lectern/kernel'
import { z } from 'zod'
import { algebraic } from './algebraic/index.ts'
import { calculated } from './calculated/index.ts'
import { categorise } from './categorise/index.ts'
import { cloze } from './cloze/index.ts'
import { description } from './description/index.ts'
import { dragMarkers } from './dragMarkers/index.ts'
import { dragWords } from './dragWords/index.ts'
import { dropdownGaps } from './dropdownGaps/index.ts'
import { previewEndpoint } from './endpoints/preview.ts'
import { essay } from './essay/index.ts'
import { fileUpload } from './fileUpload/index.ts'
import { hotspot } from './hotspot/index.ts'
import { likert } from './likert/index.ts'
import { matching } from './matching/index.ts'
import { matrix } from './matrix/index.ts'
import { multipleChoice } from './multipleChoice/index.ts'
import { numeric } from './numeric/index.ts'
import { ordering } from './ordering/index.ts'
import { shortText } from './shortText/index.ts'
import { singleChoice } from './singleChoice/index.ts'
import { trueFalse } from './trueFalse/index.ts'

export type { BankQuestion } from './batch/bank.ts'
export { type BatchResult, gradeBatch } from './batch/gradeBatch.ts'
export type { BatchRules } from './batch/gradeTries.ts'
export { type ResponseRow, readResponses } from './batch/readResponses.ts'
export { adviceOf as multipleChoiceAdvice } from './multipleChoice/advice.ts'
export {
  algebraic,
  calculated,
  categorise,
  cloze,
  description,
  dragMarkers,
  dragWords,
  dropdownGaps,
  essay,
  fileUpload,
  hotspot,
  likert,
  matching,
  matrix,
  multipleChoice,
  numeric,
  ordering,
  shortText,
  singleChoice,
  trueFalse,
}

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
    verbs.registry.questionTypes.add(calculated)
    verbs.registry.questionTypes.add(algebraic)
    verbs.registry.questionTypes.add(cloze)
    verbs.registry.questionTypes.add(dropdownGaps)
    verbs.registry.questionTypes.add(dragWords)
    verbs.registry.questionTypes.add(matching)
    verbs.registry.questionTypes.add(ordering)
    verbs.registry.questionTypes.add(categorise)
    verbs.registry.questionTypes.add(matrix)
    verbs.registry.questionTypes.add(likert)
    verbs.registry.questionTypes.add(description)
    verbs.registry.questionTypes.add(essay)
    verbs.registry.questionTypes.add(fileUpload)
    verbs.registry.questionTypes.add(hotspot)
    verbs.registry.questionTypes.add(dragMarkers)
    verbs.contribute.endpoints([previewEndpoint])
  },
})
