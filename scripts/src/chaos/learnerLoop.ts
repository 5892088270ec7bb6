import { setTimeout as delay } from 'node:timers/promises'
import { attemptReviewSchema, attemptSchema } from '@lectern/content-schemas/learnerApi'
import type { BenchLearner } from '../bench/createLearners.ts'
import { respond } from '../bench/testTaking.ts'

/** What the learner interface has acknowledged, and must never lose. */
export type Journal = {
  /** Response by item, by attempt. */
  answers: Map<string, Map<string, unknown>>
  /** Percentage that the learner was told, by attempt. */
  submitted: Map<string, number>
  /** Calls that were answered, and those that had to be made again because the answer never came. */
  calls: { answered: number; again: number }
  /** Answers that no learner should get. */
  surprises: string[]
}

export function createJournal(): Journal {
  return { answers: new Map(), submitted: new Map(), calls: { answered: 0, again: 0 }, surprises: [] }
}

/** Milliseconds. */
const callLimit = 10_000
const againMs = 100

/**
 * One learner takes the test: begins, saves each answer by itself, hands in. Whatever gets no answer is asked again, as a browser does,
 * until it is answered. What is acknowledged goes to the journal.
 */
export async function takeTest({
  base,
  test,
  learner,
  journal,
}: {
  base: string
  test: string
  learner: BenchLearner
  journal: Journal
}): Promise<void> {
  const call = (method: string, path: string, body: unknown) =>
    askUntilAnswered({ url: `${base}${path}`, method, cookie: learner.cookie, body, journal })
  const begun = attemptSchema.safeParse(await call('POST', `/tests/${test}/attempts`, {}))
  if (!begun.success) return
  const { attempt, items } = begun.data
  const answers = new Map<string, unknown>()
  journal.answers.set(attempt, answers)
  for (const { item, type, view } of items) {
    const response = respond({ type, view })
    const saved = await call('PUT', `/attempts/${attempt}/responses/${encodeURIComponent(item)}`, { revision: 1, response })
    if (saved !== null) answers.set(item, response)
  }
  const review = attemptReviewSchema.safeParse(await call('POST', `/attempts/${attempt}/submit`, {}))
  if (review.success) journal.submitted.set(attempt, review.data.percent ?? Number.NaN)
}

async function askUntilAnswered({
  url,
  method,
  cookie,
  body,
  journal,
}: {
  url: string
  method: string
  cookie: string
  body: unknown
  journal: Journal
}): Promise<unknown> {
  for (;;) {
    try {
      const response = await fetch(url, {
        method,
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(callLimit),
      })
      const answer: unknown = await response.json()
      if (response.ok) {
        journal.calls.answered += 1
        return answer
      }
      if (response.status < 500) {
        journal.surprises.push(`${method} ${url} was answered ${response.status}: ${JSON.stringify(answer).slice(0, 200)}`)
        return null
      }
    } catch {
      // Nobody there, or gone in the middle of the answer: what a learner's browser sees when a server is killed.
    }
    journal.calls.again += 1
    await delay(againMs)
  }
}
