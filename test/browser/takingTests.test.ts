import { attemptSchema } from '@lectern/content-schemas'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openBrowser } from '../../scripts/src/browser/openBrowser.ts'
import { signInToAdmin } from '../support/browserEditor.ts'
import { findInstallation } from '../support/browserInstallation.ts'
import { callLearnerApi, enrolLearner, registerLearner } from '../support/browserLearner.ts'
import { openVisit } from '../support/browserVisit.ts'
import { readDemoCourse, readLessonTests } from '../support/demoPages.ts'
import { keepScreenshot } from '../support/keepScreenshot.ts'

/** Milliseconds: an edition, the snapshot and the build, on a busy machine. */
const publication = 240_000

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A learner in a course of the demo, before the first test of one of its lessons. */
async function beforeTest({ slug, lesson }: { slug: string; lesson: number }) {
  const visit = await openVisit({ browser })
  const course = readDemoCourse(slug)
  await registerLearner({ context: visit.context })
  await enrolLearner({ context: visit.context, course: course.id })
  const [test = ''] = readLessonTests(course.lessons[lesson]?.path ?? '')
  return { ...visit, test, path: `/en/tests/${test}/` }
}

const testList = z.object({ attempts: z.array(z.object({ attempt: z.string() })) })

async function storedAnswers({ context, test }: { context: BrowserContext; test: string }): Promise<unknown[]> {
  const { request } = context
  const { attempts } = await callLearnerApi({ request, path: `tests/${test}/attempts`, schema: testList })
  const read = await callLearnerApi({ request, path: `attempts/${attempts[0]?.attempt}`, schema: attemptSchema })
  return read.items.map(({ response }) => response)
}

/** What an editor changes in a test's rules, published. */
async function changeRules({ test, settings }: { test: string; settings: Record<string, unknown> }): Promise<void> {
  const { page, context } = await openVisit({ browser })
  await signInToAdmin({ page, role: 'editor' })
  const { url } = findInstallation()
  const headers = { origin: url, 'content-type': 'application/json' }
  const response = await context.request.fetch(`${url}/api/tests/${test}?depth=0`, {
    method: 'PATCH',
    headers,
    data: { settings, _status: 'published' },
  })
  expect([response.status(), response.ok() ? '' : await response.text()]).toEqual([200, ''])
  await context.close()
}

const saved = (page: Page) => page.getByText('All answers saved').waitFor()

describe('two pages with one attempt', () => {
  it('lose none of each other’s answers, also when both are answered without a connection', async () => {
    const { page: first, context, test, path, problems } = await beforeTest({ slug: 'how-the-web-works', lesson: 1 })
    await first.goto(path)
    await first.getByRole('button', { name: 'Start the test' }).click()
    await first.getByRole('radio').first().waitFor()
    const second = await context.newPage()
    await second.goto(path)
    await second.getByRole('button', { name: 'Go on with your attempt' }).click()
    await second.getByRole('textbox').first().waitFor()

    await Promise.all([first.getByRole('radio').first().check(), second.getByRole('textbox').first().fill('Content-Type')])
    await Promise.all([saved(first), saved(second)])
    expect((await storedAnswers({ context, test })).filter((response) => response !== null)).toHaveLength(2)

    await context.setOffline(true)
    await first.getByRole('checkbox').first().check()
    await second.getByRole('radio').last().check()
    await first.getByText('Offline. Answers are kept').waitFor()
    await context.setOffline(false)
    await expect
      .poll(async () => (await storedAnswers({ context, test })).filter((response) => response !== null).length, {
        timeout: 30_000,
      })
      .toBe(4)

    await first.getByRole('button', { name: /^Flag Question 1/ }).click()
    await first.reload()
    await first.getByRole('button', { name: 'Go on with your attempt' }).click()
    await first.locator('.flag[aria-pressed="true"]').waitFor()
    expect(await first.locator('.question-list .given').count()).toBe(4)
    expect(await first.locator('.question-list .flagged').count()).toBe(1)
    await keepScreenshot({ page: first, name: 'attempt-flagged' })
    expect(problems.filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
    await context.close()
  })
})

describe('a test by certainty, and the same for practice', () => {
  it(
    'asks how sure one is, shows how well that fitted, and once it is for practice goes on without a connection',
    async () => {
      const { page, context, test, path } = await beforeTest({ slug: 'how-the-web-works', lesson: 3 })
      await changeRules({ test, settings: { behaviour: 'certainty' } })
      await expect
        .poll(
          async () => {
            await page.goto(path)
            await page.getByRole('button', { name: 'Start the test' }).waitFor()
            return page.getByText('You also say how sure you are.').count()
          },
          { timeout: publication, interval: 3000 },
        )
        .toBe(1)
      await page.getByRole('button', { name: 'Start the test' }).click()
      await page.locator('.q-options input').first().check()
      await page.getByRole('radio', { name: /^Very/ }).first().check()
      await saved(page)
      await keepScreenshot({ page, name: 'attempt-certainty' })
      await page.getByRole('button', { name: 'Hand in' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
      await page.getByRole('heading', { name: 'How well you judged your answers' }).waitFor()
      await keepScreenshot({ page, name: 'review-certainty' })
      await page.emulateMedia({ colorScheme: 'dark' })
      await keepScreenshot({ page, name: 'review-certainty-dark' })
      await page.emulateMedia({ colorScheme: 'light' })

      await changeRules({ test, settings: { behaviour: 'deferred', kind: 'practice' } })
      const practised = async () => {
        await page.goto(path)
        return page.getByText('It is for practice').count()
      }
      await expect.poll(practised, { timeout: publication, interval: 3000 }).toBe(1)
      await page.getByText('it works without a connection now').waitFor()
      await context.setOffline(true)
      const question = page.locator('.question').first()
      await question.locator('.q-options input').first().check()
      await question.getByRole('button', { name: 'Check' }).click()
      await question.getByRole('button', { name: 'Once more' }).waitFor()
      expect(await question.locator('.check').innerText()).toMatch(/right|wrong/)
      await keepScreenshot({ page, name: 'practice' })
      await context.setOffline(false)
      await changeRules({ test, settings: { kind: 'graded' } })
      await context.close()
    },
    publication * 2,
  )
})
