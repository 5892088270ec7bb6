import type { Attempt, AttemptItem, AttemptReview, ReviewItem, TestAttempts, TestSettings } from '@lectern/content-schemas'
import { type ApiResult, request } from './api.ts'
import { anything, boolean, type Check, list, nullable, number, object, oneOf, optional, record, string } from './check.ts'
import { handedFileCheck } from './fileApi.ts'

const attemptState = oneOf('in-progress', 'submitted', 'graded')

const reviewParts = list(oneOf('correctness', 'marks', 'feedback', 'key'))
const settings: Check<TestSettings> = object<TestSettings>({
  opensAt: nullable(string),
  closesAt: nullable(string),
  maxAttempts: nullable(number),
  delaySeconds: number,
  timeLimitSeconds: nullable(number),
  overdue: oneOf('autoSubmit', 'grace'),
  graceSeconds: number,
  shuffleQuestions: boolean,
  questionsPerPage: nullable(number),
  navigation: oneOf('free', 'sequential'),
  behaviour: oneOf('deferred', 'immediate', 'interactive'),
  tries: number,
  penaltyPercent: number,
  negativeMarking: boolean,
  counts: oneOf('best', 'last', 'first', 'mean'),
  passPercent: number,
  reviewDuring: reviewParts,
  reviewAfterSubmit: reviewParts,
  reviewLater: reviewParts,
  reviewAfterClose: reviewParts,
})

/** A blank answer may be sent as null or not at all. */
const response: Check<unknown> = (value) => anything(value) ?? null

type Part = NonNullable<ReviewItem['parts']>[number]
type FeedbackItem = NonNullable<ReviewItem['feedback']>[number]
type Key = NonNullable<ReviewItem['key']>

const shownOfMarks = {
  fraction: optional(number),
  mark: optional(number),
  state: optional(oneOf('right', 'partly', 'wrong', 'blank', 'ungraded')),
  parts: optional(list(object<Part>({ part: string, fraction: number, state: oneOf('right', 'partly', 'wrong', 'missed') }))),
  feedback: optional(list(object<FeedbackItem>({ part: optional(string), html: string }))),
  key: optional(object<Key>({ html: string, parts: optional(record(string)) })),
}

type CheckedItem = NonNullable<AttemptItem['check']>
type Section = NonNullable<AttemptItem['section']>
const itemShape = {
  item: string,
  type: string,
  typeVersion: number,
  maxMark: number,
  section: nullable(object<Section>({ id: string, title: string, instructions: string })),
  view: response,
  response,
  revision: number,
  files: nullable(list(handedFileCheck)),
  check: nullable(object<CheckedItem>({ locked: boolean, tries: number, triesLeft: number, revision: number, ...shownOfMarks })),
}

const attemptShape = {
  attempt: string,
  test: string,
  title: string,
  state: attemptState,
  number,
  startedAt: string,
  dueAt: nullable(string),
  now: string,
  settings,
}

const attemptCheck: Check<Attempt> = object<Attempt>({ ...attemptShape, items: list(object<AttemptItem>(itemShape)) })

const reviewItemCheck: Check<ReviewItem> = object<ReviewItem>({
  ...itemShape,
  ...shownOfMarks,
})

const reviewCheck: Check<AttemptReview> = object<AttemptReview>({
  ...attemptShape,
  submittedAt: string,
  mark: optional(number),
  maxMark: number,
  percent: optional(number),
  passed: optional(boolean),
  items: list(reviewItemCheck),
})

const testAttemptsCheck: Check<TestAttempts> = object<TestAttempts>({
  test: string,
  canStart: boolean,
  reason: nullable(string),
  availableAt: nullable(string),
  needsAccessCode: boolean,
  settings,
  attempts: list(
    object<TestAttempts['attempts'][number]>({
      attempt: string,
      number,
      state: attemptState,
      startedAt: string,
      submittedAt: nullable(string),
      percent: nullable(number),
      passed: nullable(boolean),
    }),
  ),
})

export type SavedResponse = { item: string; revision: number; saved: boolean }
export type SaveResponseInput = { attempt: string; item: string; revision: number; response: unknown }

export function listAttempts(test: string): Promise<ApiResult<TestAttempts>> {
  return request({ path: `tests/${test}/attempts`, check: testAttemptsCheck })
}

/** `accessCode` empty: none is given. */
export function startAttempt({ test, accessCode }: { test: string; accessCode: string }): Promise<ApiResult<Attempt>> {
  const body = accessCode === '' ? {} : { accessCode }
  return request({ path: `tests/${test}/attempts`, method: 'POST', body, check: attemptCheck })
}

export function getAttempt(attempt: string): Promise<ApiResult<Attempt>> {
  return request({ path: `attempts/${attempt}`, check: attemptCheck })
}

export function saveResponse({ attempt, item, revision, response: given }: SaveResponseInput): Promise<ApiResult<SavedResponse>> {
  return request({
    path: `attempts/${attempt}/responses/${encodeURIComponent(item)}`,
    method: 'PUT',
    body: { revision, response: given },
    check: object<SavedResponse>({ item: string, revision: number, saved: boolean }),
    keepalive: true,
  })
}

/** Saves the response and has it marked at once; answers the question as it then is. */
export function checkItem({ attempt, item, revision, response: given }: SaveResponseInput): Promise<ApiResult<AttemptItem>> {
  return request({
    path: `attempts/${attempt}/items/${encodeURIComponent(item)}/check`,
    method: 'POST',
    body: { revision, response: given },
    check: object<AttemptItem>(itemShape),
  })
}

export function submitAttempt(attempt: string): Promise<ApiResult<AttemptReview>> {
  return request({ path: `attempts/${attempt}/submit`, method: 'POST', check: reviewCheck })
}

export function getReview(attempt: string): Promise<ApiResult<AttemptReview>> {
  return request({ path: `attempts/${attempt}/review`, check: reviewCheck })
}
