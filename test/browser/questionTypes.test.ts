import { type Attempt, attemptReviewSchema, attemptSchema, testAttemptsSchema } from '@lectern/content-schemas'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrowser } from '../../scripts/src/browser/openBrowser.ts'
import { answerByHand, press, tabTo, type Way } from '../support/answerByHand.ts'
import { callLearnerApi, enrolLearner, registerLearner } from '../support/browserLearner.ts'
import { openVisit } from '../support/browserVisit.ts'
import { everyType, findEveryTypeCourse, importEveryTypeCourse, type TriedBehaviour } from '../support/everyTypeCourse.ts'
import { keepScreenshot } from '../support/keepScreenshot.ts'

/** Milliseconds: an edition, the snapshot and the build, on a busy machine; twenty questions by keyboard. */
const publication = 240_000
const taking = 240_000

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
  importEveryTypeCourse()
  await vi.waitFor(findEveryTypeCourse, { timeout: publication, interval: 1000 })
}, publication)
afterAll(() => browser.close())

const ways: { behaviour: TriedBehaviour; way: Way; width: number }[] = [
  { behaviour: 'deferred', way: 'pointer', width: 1440 },
  { behaviour: 'deferred', way: 'keyboard', width: 360 },
  { behaviour: 'immediate', way: 'pointer', width: 360 },
  { behaviour: 'interactive', way: 'keyboard', width: 1440 },
]

/** What a right response comes to. Who marks an essay does so later; a text and a survey are not marked at all. */
const outcomes = {
  byType: { fraction: 1, state: 'right' },
  byPerson: { fraction: 0, state: 'ungraded' },
  never: { fraction: undefined, state: undefined },
}

describe('a test with a question of every type', () => {
  it.each(ways)(
    'is taken by $way at $width px and marked, $behaviour',
    async ({ behaviour, way, width }) => {
      const { page, context, problems } = await openVisit({ browser, viewport: { width, height: 900 } })
      await registerLearner({ context })
      const { course, tests } = findEveryTypeCourse()
      await enrolLearner({ context, course })
      await page.goto(`/en/tests/${tests[behaviour]}/`)
      await press({ page, way, target: page.getByRole('button', { name: 'Start the test' }) })
      await page
        .locator('.question')
        .nth(everyType.length - 1)
        .waitFor()
      const attempt = await readAttempt({ context, test: tests[behaviour] })
      expect(attempt.items.map(({ type }) => type)).toEqual(everyType.map(({ type }) => type))

      for (const [at, { correct, marking }] of everyType.entries()) {
        await answerByHand({ page, way, id: `q${at + 1}`, response: correct })
        if (behaviour !== 'deferred' && marking === 'byType') await checkAtOnce({ page, way, at })
      }
      await page.getByText('All answers saved').waitFor()
      await keepScreenshot({ page, name: `types-${behaviour}-${way}`, widths: [width] })
      await handIn({ page, way })
      await keepScreenshot({ page, name: `types-${behaviour}-${way}-review`, widths: [width] })

      const review = await callLearnerApi({
        request: context.request,
        path: `attempts/${attempt.attempt}/review`,
        schema: attemptReviewSchema,
      })
      const marked = review.items.map(({ type, fraction, state }) => ({ type, fraction, state }))
      expect(marked).toEqual(everyType.map(({ type, marking }) => ({ type, ...outcomes[marking] })))
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
      expect(problems).toEqual([])
      await context.close()
    },
    taking,
  )
})

async function readAttempt({ context, test }: { context: BrowserContext; test: string }): Promise<Attempt> {
  const { request } = context
  const { attempts } = await callLearnerApi({ request, path: `tests/${test}/attempts`, schema: testAttemptsSchema })
  return callLearnerApi({ request, path: `attempts/${attempts.at(-1)?.attempt}`, schema: attemptSchema })
}

/** Presses “Check” under a question that was answered, and waits until it is settled. */
async function checkAtOnce({ page, way, at }: { page: Page; way: Way; at: number }): Promise<void> {
  const button = page.locator('.question').nth(at).locator('.check').getByRole('button')
  await press({ page, way, target: button })
  await button.waitFor({ state: 'detached' })
}

async function handIn({ page, way }: { page: Page; way: Way }): Promise<void> {
  await press({ page, way, target: page.getByRole('button', { name: 'Hand in', exact: true }) })
  const confirm = page.getByRole('dialog').getByRole('button', { name: 'Hand in' })
  await confirm.waitFor()
  if (way === 'keyboard') await tabTo({ page, target: confirm })
  await press({ page, way, target: confirm })
  await page.getByRole('heading', { name: 'Your result' }).waitFor()
}
