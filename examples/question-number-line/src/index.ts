import { definePlugin } from '@lectern/kernel'
import { z } from 'zod'
import { numberLine } from './numberLine.ts'

export { numberLine }

/** Adds the question type `number-line`. */
export const numberLinePlugin = definePlugin({
  name: 'question-number-line',
  band: 'extension',
  options: z.strictObject({}),
  setup: ({ verbs }) => verbs.registry.questionTypes.add(numberLine),
})
