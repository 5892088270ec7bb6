import { randomUUID } from 'node:crypto'
import {
  type Account,
  type Attempt,
  type AttemptReview,
  accountSchema,
  attemptReviewSchema,
  attemptSchema,
  type CourseProgress,
  courseProgressSchema,
  type Locale,
} from '@lectern/content-schemas'
import type { APIRequestContext, BrowserContext } from 'playwright-core'
import type { z } from 'zod'
import { findInstallation } from './browserInstallation.ts'
import { answerAttempt } from './demoAnswers.ts'

export type NewLearner = { name: string; email: string; password: string }

/** Nobody has had this address before, also not on an installation that has been tested already. */
export function inventLearner({ name }: { name: string }): NewLearner {
  return { name, email: `${randomUUID()}@learners.example`, password: 'a quiet reading room' }
}

/** What the site's own pages send, without a page: for what a test needs to be so before it begins. */
export async function callLearnerApi<Schema extends z.ZodType>({
  request,
  method = 'GET',
  path,
  body = {},
  locale = 'en',
  schema,
}: {
  request: APIRequestContext
  method?: 'GET' | 'POST' | 'PUT'
  path: string
  body?: unknown
  locale?: Locale
  schema: Schema
}): Promise<z.infer<Schema>> {
  const { url } = findInstallation()
  const response = await request.fetch(`${url}/api/learn/${path}`, {
    method,
    headers: { origin: url, 'accept-language': locale, 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { data: body }),
  })
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`)
  return schema.parse(await response.json())
}

/** Signs a new learner up; the context keeps the session. */
export async function registerLearner({
  context,
  locale = 'en',
}: {
  context: BrowserContext
  locale?: Locale
}): Promise<Account> {
  const body = { ...inventLearner({ name: 'Rosa Reader' }), locale }
  return callLearnerApi({ request: context.request, method: 'POST', path: 'auth/register', body, schema: accountSchema })
}

export function enrolLearner({ context, course }: { context: BrowserContext; course: string }): Promise<CourseProgress> {
  return callLearnerApi({
    request: context.request,
    method: 'POST',
    path: `courses/${course}/enrol`,
    schema: courseProgressSchema,
  })
}

export function startAttempt({
  context,
  test,
  locale = 'en',
}: {
  context: BrowserContext
  test: string
  locale?: Locale
}): Promise<Attempt> {
  return callLearnerApi({
    request: context.request,
    method: 'POST',
    path: `tests/${test}/attempts`,
    locale,
    schema: attemptSchema,
  })
}

/** Takes a test of the demo and answers everything right. */
export async function passTest({ context, test }: { context: BrowserContext; test: string }): Promise<AttemptReview> {
  const attempt = await startAttempt({ context, test })
  const responses = answerAttempt({ attempt, locale: 'en' })
  return callLearnerApi({
    request: context.request,
    method: 'POST',
    path: `attempts/${attempt.attempt}/submit`,
    body: { responses },
    schema: attemptReviewSchema,
  })
}
