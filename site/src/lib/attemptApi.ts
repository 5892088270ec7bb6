import type {
  Attempt,
  AttemptItem,
  AttemptReview,
  Certainty,
  CertaintySummary,
  ReviewItem,
  TestAttempts,
  TestSettings,
} from '@lectern/content-schemas'
import { behaviourNames, certainties } from '@lectern/content-schemas/behaviourNames'
import { type ApiResult, request } from './api.ts'
import {
  anything,
  boolean,
  type Check,
  CheckError,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  record,
  string,
} from './check.ts'
import { handedFileCheck } from './fileApi.ts'

const attemptState = oneOf('in-progress', 'submitted', 'graded')

const reviewParts = list(oneOf('correctness', 'marks', 'feedback', 'key'))
const settings: Check<TestSettings> = object<TestSettings>({
  kind: oneOf('graded', 'practice'),
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
  behaviour: oneOf(...behaviourNames),
  tries: nullable(number),
  penaltyPercent: number,
  negativeMarking: boolean,
  counts: oneOf('best', 'last', 'first', 'mean'),
  passPercent: number,
  reviewDuring: reviewParts,
  reviewAfterSubmit: reviewParts,
  reviewLater: reviewParts,
  reviewAfterClose: reviewParts,
  hideAnswersAt: list(oneOf('afterSubmit', 'later', 'afterClose')),
})

/** A blank answer may be sent as null or not at all. */
const response: Check<unknown> = (value) => anything(value) ?? null

const certainty: Check<Certainty> = (value) => {
  const found = certainties.find((candidate) => candidate === value)
  if (found === undefined) throw new CheckError('expected a certainty')
  return found
}

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
  marked: boolean,
  checkable: boolean,
  flagged: boolean,
  section: nullable(object<Section>({ id: string, title: string, instructions: string })),
  view: response,
  response,
  revision: number,
  files: nullable(list(handedFileCheck)),
  certainty: nullable(certainty),
  check: nullable(
    object<CheckedItem>({
      locked: boolean,
      tries: number,
      triesLeft: nullable(number),
      revision: number,
      hints: list(string),
      numberRight: nullable(number),
      ...shownOfMarks,
    }),
  ),
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

type OutlineEntry = Attempt['outline'][number]
const attemptCheck: Check<Attempt> = object<Attempt>({
  ...attemptShape,
  items: list(object<AttemptItem>(itemShape)),
  page: nullable(number),
  outline: list(object<OutlineEntry>({ item: string, page: number, answered: boolean, flagged: boolean })),
})

const reviewItemCheck: Check<ReviewItem> = object<ReviewItem>({
  ...itemShape,
  ...shownOfMarks,
})

const certaintyFigures = { questions: number, averageMark: number, accuracy: number, bonus: number }
type AnsweredFigures = NonNullable<CertaintySummary['answered']>
type CertaintyLevel = CertaintySummary['levels'][number]
const certaintySummary = object<CertaintySummary>({
  ...certaintyFigures,
  answered: nullable(object<AnsweredFigures>(certaintyFigures)),
  levels: list(
    object<CertaintyLevel>({
      certainty,
      questions: number,
      accuracy: nullable(number),
      verdict: nullable(oneOf('fitting', 'overconfident', 'slightlyOverconfident', 'underconfident', 'slightlyUnderconfident')),
    }),
  ),
})

const reviewCheck: Check<AttemptReview> = object<AttemptReview>({
  ...attemptShape,
  submittedAt: string,
  mark: optional(number),
  maxMark: number,
  percent: optional(number),
  passed: optional(boolean),
  certainty: optional(certaintySummary),
  overallFeedback: optional(string),
  answersShown: boolean,
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
      maxMark: nullable(number),
    }),
  ),
})

export type Flag = { item: string; flagged: boolean }
export type SavedResponse = { item: string; revision: number; saved: boolean }
export type SaveResponseInput = {
  attempt: string
  item: string
  revision: number
  response: unknown
  certainty: Certainty | null
}

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

export function saveResponse({
  attempt,
  item,
  revision,
  response: given,
  certainty: level,
}: SaveResponseInput): Promise<ApiResult<SavedResponse>> {
  return request({
    path: `attempts/${attempt}/responses/${encodeURIComponent(item)}`,
    method: 'PUT',
    body: { revision, response: given, certainty: level },
    check: object<SavedResponse>({ item: string, revision: number, saved: boolean }),
    keepalive: true,
  })
}

/** Saves the response and has it marked at once; answers the question as it then is. */
export function checkItem({
  attempt,
  item,
  revision,
  response: given,
  certainty: level,
}: SaveResponseInput): Promise<ApiResult<AttemptItem>> {
  return request({
    path: `attempts/${attempt}/items/${encodeURIComponent(item)}/check`,
    method: 'POST',
    body: { revision, response: given, certainty: level },
    check: object<AttemptItem>(itemShape),
  })
}

/** On to the next page of an attempt that goes forward only; answers the attempt with the questions of that page. */
export function turnPage({ attempt, page }: { attempt: string; page: number }): Promise<ApiResult<Attempt>> {
  return request({ path: `attempts/${attempt}/page`, method: 'POST', body: { page }, check: attemptCheck })
}

export function flagItem({
  attempt,
  item,
  flagged,
}: {
  attempt: string
  item: string
  flagged: boolean
}): Promise<ApiResult<Flag>> {
  return request({
    path: `attempts/${attempt}/items/${encodeURIComponent(item)}/flag`,
    method: 'PUT',
    body: { flagged },
    check: object<Flag>({ item: string, flagged: boolean }),
  })
}

export function submitAttempt(attempt: string): Promise<ApiResult<AttemptReview>> {
  return request({ path: `attempts/${attempt}/submit`, method: 'POST', check: reviewCheck })
}

export function getReview(attempt: string): Promise<ApiResult<AttemptReview>> {
  return request({ path: `attempts/${attempt}/review`, check: reviewCheck })
}
