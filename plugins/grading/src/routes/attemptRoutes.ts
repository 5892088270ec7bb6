import {
  attemptItemSchema,
  attemptReviewSchema,
  attemptSchema,
  flagInputSchema,
  flagOutputSchema,
  myResultsSchema,
  practiceSchema,
  saveResponseInputSchema,
  saveResponseOutputSchema,
  startAttemptInputSchema,
  testAttemptsSchema,
  turnPageInputSchema,
} from '@lectern/content-schemas'
import { defineLearnerRoute, type LearnerRoute } from '@lectern/kernel'
import { z } from 'zod'
import { checkItem } from '../operations/checkItem.ts'
import { flagItem } from '../operations/flagItem.ts'
import { listAttempts } from '../operations/listAttempts.ts'
import { readAttempt } from '../operations/readAttempt.ts'
import { readMyResults } from '../operations/readMyResults.ts'
import { readPractice } from '../operations/readPractice.ts'
import { readReview } from '../operations/readReview.ts'
import { saveResponses } from '../operations/saveResponses.ts'
import { startAttempt } from '../operations/startAttempt.ts'
import { submitAttempt } from '../operations/submitAttempt.ts'
import { turnPage } from '../operations/turnPage.ts'

const noInput = z.looseObject({})
const testParams = z.object({ test: z.uuid() })
const attemptParams = z.object({ attempt: z.uuid() })
const itemSchema = z.string().min(1).max(60)

/** More than any test has questions; a list in one call is a browser's queue after it was offline. */
const maxResponses = 500
const responsesSchema = z.array(saveResponseInputSchema.extend({ item: itemSchema })).max(maxResponses)

/** The learner routes of attempts. Each parses, calls its operation and answers; nothing else. */
export const attemptRoutes: LearnerRoute[] = [
  defineLearnerRoute({
    method: 'GET',
    path: '/my-results',
    summary: 'The newest results of the signed-in learner.',
    params: z.object({}),
    input: noInput,
    output: myResultsSchema,
    handle: ({ req, user, locale }) => readMyResults({ req, learner: user.id, locale }),
  }),
  defineLearnerRoute({
    method: 'GET',
    path: '/tests/:test/practice',
    summary: 'A practice test with its keys, to be marked on the device. Tests that count are never answered.',
    params: testParams,
    input: noInput,
    output: practiceSchema,
    handle: ({ req, params, user, locale }) => readPractice({ req, test: params.test, learner: user.id, locale }),
  }),
  defineLearnerRoute({
    method: 'GET',
    path: '/tests/:test/attempts',
    summary: 'The attempts of the signed-in learner at a test, and whether another may begin.',
    params: testParams,
    input: noInput,
    output: testAttemptsSchema,
    handle: ({ req, params, user }) => listAttempts({ req, test: params.test, learner: user.id }),
  }),
  defineLearnerRoute({
    method: 'POST',
    path: '/tests/:test/attempts',
    summary: 'Begin an attempt, or go on with the one in progress.',
    params: testParams,
    input: startAttemptInputSchema,
    output: attemptSchema,
    handle: ({ req, params, user, input, locale }) =>
      startAttempt({ req, test: params.test, learner: user.id, locale, accessCode: input.accessCode }),
  }),
  defineLearnerRoute({
    method: 'GET',
    path: '/attempts/:attempt',
    summary: 'An attempt with its questions and what was answered so far.',
    params: attemptParams,
    input: noInput,
    output: attemptSchema,
    handle: ({ req, params, user, locale }) => readAttempt({ req, attempt: params.attempt, learner: user.id, locale }),
  }),
  defineLearnerRoute({
    method: 'PUT',
    path: '/attempts/:attempt/responses/:item',
    summary: 'Save the response to one question.',
    params: attemptParams.extend({ item: itemSchema }),
    input: saveResponseInputSchema,
    output: saveResponseOutputSchema,
    handle: async ({ req, params: { attempt, item }, user, input }) => {
      const [saved] = await saveResponses({ req, attempt, learner: user.id, given: [{ item, ...input }] })
      return saved ?? { item, revision: 0, saved: false }
    },
  }),
  defineLearnerRoute({
    method: 'POST',
    path: '/attempts/:attempt/responses',
    summary: 'Save the responses to several questions at once.',
    params: attemptParams,
    input: z.strictObject({ responses: responsesSchema }),
    output: z.object({ responses: z.array(saveResponseOutputSchema) }),
    handle: async ({ req, params, user, input }) => ({
      responses: await saveResponses({ req, attempt: params.attempt, learner: user.id, given: input.responses }),
    }),
  }),
  defineLearnerRoute({
    method: 'POST',
    path: '/attempts/:attempt/items/:item/check',
    summary: 'Save the response to one question and mark it at once, where the test allows it.',
    params: attemptParams.extend({ item: itemSchema }),
    input: saveResponseInputSchema,
    output: attemptItemSchema,
    handle: ({ req, params: { attempt, item }, user, input, locale }) =>
      checkItem({ req, attempt, learner: user.id, given: { item, ...input }, locale }),
  }),
  defineLearnerRoute({
    method: 'PUT',
    path: '/attempts/:attempt/items/:item/flag',
    summary: 'Flag a question to come back to, or take the flag away.',
    params: attemptParams.extend({ item: itemSchema }),
    input: flagInputSchema,
    output: flagOutputSchema,
    handle: ({ req, params: { attempt, item }, user, input }) => flagItem({ req, attempt, learner: user.id, item, ...input }),
  }),
  defineLearnerRoute({
    method: 'POST',
    path: '/attempts/:attempt/page',
    summary: 'Turn an attempt that goes forward only to its next page, and get the questions of that page.',
    params: attemptParams,
    input: turnPageInputSchema,
    output: attemptSchema,
    handle: ({ req, params, user, input, locale }) =>
      turnPage({ req, attempt: params.attempt, learner: user.id, page: input.page, locale }),
  }),
  defineLearnerRoute({
    method: 'POST',
    path: '/attempts/:attempt/submit',
    summary: 'Hand in an attempt, with responses not saved yet, and get its review.',
    params: attemptParams,
    input: z.strictObject({ responses: responsesSchema.optional() }),
    output: attemptReviewSchema,
    handle: ({ req, params, user, input, locale }) =>
      submitAttempt({ req, attempt: params.attempt, learner: user.id, given: input.responses ?? [], locale }),
  }),
  defineLearnerRoute({
    method: 'GET',
    path: '/attempts/:attempt/review',
    summary: 'What the test lets the learner see of a submitted attempt.',
    params: attemptParams,
    input: noInput,
    output: attemptReviewSchema,
    handle: ({ req, params, user, locale }) => readReview({ req, attempt: params.attempt, learner: user.id, locale }),
  }),
]
