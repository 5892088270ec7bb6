import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../scripts/src/browser/openBrowser.ts'
import { signInToAdmin } from '../support/browserEditor.ts'
import { findInstallation } from '../support/browserInstallation.ts'
import { inventLearner } from '../support/browserLearner.ts'
import { openVisit } from '../support/browserVisit.ts'
import { readDemoCourse } from '../support/demoPages.ts'
import { keepScreenshot } from '../support/keepScreenshot.ts'

const { path: coursePath, lessons } = readDemoCourse('how-the-web-works')
const lesson = lessons[1] ?? { id: '', path: '' }
const usualTitle = 'Requests and answers'
/** Another one each time, so that a page which shows it was built after this test began. */
const newTitle = `Requests and answers, read at ${new Date().toISOString().slice(11, 19)}`
const learner = inventLearner({ name: 'Nora Newcomer' })

/** Milliseconds: an edition, the snapshot and the build, on a busy machine. */
const publication = 180_000

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('from an editor’s change to a learner’s progress', () => {
  it(
    'an editor changes a lesson in the admin, and the site shows it once it is published',
    async () => {
      const { page, context, problems } = await openVisit({ browser })
      await signInToAdmin({ page, role: 'editor' })
      await page.goto(`/admin/collections/lessons/${lesson.id}`)
      await renameLesson({ page, title: newTitle })
      await keepScreenshot({ page, name: 'path-admin-lesson', widths: [1440] })
      await waitForTitle({ page, title: newTitle })
      await keepScreenshot({ page, name: 'path-lesson-published' })
      await page.goto(coursePath)
      await page.getByRole('link', { name: newTitle }).waitFor()
      expect(problems).toEqual([])
      await context.close()
    },
    publication,
  )

  it('a new learner registers, enrols, reads, takes the test and finds the way back', async () => {
    const { page, context, problems } = await openVisit({ browser })
    await page.goto('/en/')
    await keepScreenshot({ page, name: 'path-home' })
    await page.goto('/en/courses/')
    await keepScreenshot({ page, name: 'path-catalog' })
    await page.getByRole('link', { name: 'How the Web Works' }).first().click()
    await page.getByRole('link', { name: 'Sign in to enrol' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Create the account' }).click()
    await register(page)
    expect(new URL(page.url()).pathname).toBe(coursePath)
    await page.getByRole('button', { name: 'Enrol' }).click()
    await page.getByText('You are enrolled. 0 % read').waitFor()

    await page.getByRole('link', { name: newTitle }).click()
    await page.getByRole('button', { name: 'Mark as done' }).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(newTitle)
    await keepScreenshot({ page, name: 'path-lesson-enrolled' })
    await page.locator('.tests a').first().click()
    await page.getByRole('button', { name: 'Start the test' }).waitFor()
    await keepScreenshot({ page, name: 'path-test-start' })
    await page.getByRole('button', { name: 'Start the test' }).click()
    await giveMixedAnswers(page)
    await page.getByText('All answers saved').waitFor()
    await keepScreenshot({ page, name: 'path-test-running' })
    await page.getByRole('button', { name: 'Hand in' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()

    await page.getByRole('heading', { name: 'Your result' }).waitFor()
    await expectMarksAndFeedback(page)
    await keepScreenshot({ page, name: 'path-review' })

    // The lesson asks for a passed test; marks become progress when the queue has delivered them.
    await expect.poll(() => progressSentence(page), { timeout: 20_000 }).toBe('You are enrolled. 16 % read')
    expect(await page.locator('.title-page .ribbon').getAttribute('aria-label')).toBe('16 % read')
    await page.getByRole('listitem').filter({ hasText: newTitle }).getByRole('img', { name: 'read' }).waitFor()
    await keepScreenshot({ page, name: 'path-course-progress' })

    await page.goto('/en/my-learning/')
    const reading = page.locator('.reading-list li')
    await reading.getByRole('link', { name: 'How the Web Works' }).waitFor()
    expect(await reading.getByText('16 %').count()).toBeGreaterThan(0)
    await page.getByText('3.25 / 5').waitFor()
    await keepScreenshot({ page, name: 'path-my-learning' })
    const resume = await reading.getByRole('link', { name: /^Go on:/ }).getAttribute('href')

    await signOutAndIn(page)
    await page.goto('/en/my-learning/')
    await reading.getByRole('link', { name: /^Go on:/ }).click()
    await page.getByRole('button', { name: 'Mark as done' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(resume)
    expect(problems).toEqual([])
    await context.close()
  }, 120_000)

  it(
    'the editor takes the change back, and the site follows',
    async () => {
      const { page, context } = await openVisit({ browser })
      await signInToAdmin({ page, role: 'editor' })
      await page.goto(`/admin/collections/lessons/${lesson.id}`)
      await renameLesson({ page, title: usualTitle })
      await waitForTitle({ page, title: usualTitle })
      await context.close()
    },
    publication,
  )
})

async function renameLesson({ page, title }: { page: Page; title: string }): Promise<void> {
  await page.locator('#field-title').fill(title)
  const saved = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.url().includes(lesson.id))
  await page.getByRole('button', { name: 'Publish changes' }).click()
  expect((await saved).status()).toBe(200)
  await page.getByText('Updated successfully').waitFor()
}

async function waitForTitle({ page, title }: { page: Page; title: string }): Promise<void> {
  const read = async () => {
    await page.goto(lesson.path)
    return page.getByRole('heading', { level: 1 }).textContent()
  }
  await expect.poll(read, { timeout: publication - 30_000, interval: 1000 }).toBe(title)
}

async function register(page: Page): Promise<void> {
  await page.getByLabel('Name').fill(learner.name)
  await page.getByLabel('E-mail').fill(learner.email)
  await page.getByLabel('Password').fill(learner.password)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await page.waitForURL((url) => !url.pathname.includes('register'))
}

/** Right, wrong, half right in a typed word, right in both boxes, right: 1 + 0 + 0.25 + 1 + 1. */
async function giveMixedAnswers(page: Page): Promise<void> {
  const question = (stem: string) => page.locator('.question').filter({ hasText: stem })
  await question('A page answers with status 503.').getByLabel('Wait a little and try again').check()
  await question('Why does a browser ask before it repeats a POST').getByLabel('A POST is encrypted and a GET is not').check()
  await question('Which header of a response tells').getByRole('textbox').fill('Accept')
  await question('Which methods are idempotent?').getByLabel('PUT').check()
  await question('Which methods are idempotent?').getByLabel('DELETE').check()
  await question('What does the cookie attribute HttpOnly do?').getByLabel('It hides the cookie from scripts').check()
  await page.getByText('5 of 5 answered').waitFor()
}

async function expectMarksAndFeedback(page: Page): Promise<void> {
  const result = page.locator('.result')
  expect(await result.innerText()).toMatch(/3\.25 of 5[\s\S]*65 %[\s\S]*passed/)
  const question = (stem: string) => page.locator('.question').filter({ hasText: stem })
  const wrong = await question('Why does a browser ask before').innerText()
  expect(wrong).toContain('Encryption is the same for both; it depends on https.')
  expect(wrong).toContain('0 of 1')
  const partly = await question('Which header of a response tells').innerText()
  expect(partly).toContain('partly right')
  expect(partly).toContain('0.25 of 1')
  const right = await question('A page answers with status 503.').innerText()
  expect(right).toContain('1 of 1')
  expect(right).toContain('The first digit tells whose turn it is.')
}

async function progressSentence(page: Page): Promise<string | null> {
  await page.goto(coursePath)
  const state = page.locator('.course [data-state]')
  await state.filter({ hasText: 'You are enrolled.' }).waitFor()
  return state.textContent()
}

async function signOutAndIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(`${findInstallation().url}/en/`)
  await page.goto('/en/sign-in/')
  await page.getByLabel('E-mail').fill(learner.email)
  await page.getByLabel('Password').fill(learner.password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/my-learning/)
}
