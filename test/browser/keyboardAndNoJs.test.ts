import { attemptSchema } from '@lectern/content-schemas'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../scripts/src/browser/openBrowser.ts'
import { callLearnerApi, enrolLearner, inventLearner, registerLearner, startAttempt } from '../support/browserLearner.ts'
import { openVisit } from '../support/browserVisit.ts'
import { readDemoCourse, readLessonTests } from '../support/demoPages.ts'
import { keepScreenshot } from '../support/keepScreenshot.ts'

const course = readDemoCourse('how-the-web-works')
const lesson = '/en/courses/how-the-web-works/finding-the-page/addresses-and-names/'
const [, test = ''] = readLessonTests(lesson)

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('with the keyboard alone', () => {
  it('a visitor registers, enrols, answers a question and hands the test in', async () => {
    const { page, context } = await openVisit({ browser })
    const learner = inventLearner({ name: 'Kay Keys' })
    await page.goto(course.path)
    await page.keyboard.press('Tab')
    expect(await focused(page).textContent()).toBe('Skip to the text')
    await tabTo({ page, target: page.getByRole('link', { name: 'Sign in to enrol' }) })
    await page.keyboard.press('Enter')
    await page.waitForURL(/sign-in/)
    await tabTo({ page, target: page.getByRole('main').getByRole('link', { name: 'Create the account' }) })
    await page.keyboard.press('Enter')
    await page.waitForURL(/register/)
    await tabTo({ page, target: page.getByLabel('Name') })
    await page.keyboard.type(learner.name)
    await tabTo({ page, target: page.getByLabel('E-mail') })
    await page.keyboard.type(learner.email)
    await tabTo({ page, target: page.getByLabel('Password') })
    await page.keyboard.type(learner.password)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === course.path)

    await page.getByRole('button', { name: 'Enrol' }).waitFor()
    await tabTo({ page, target: page.getByRole('button', { name: 'Enrol' }) })
    await page.keyboard.press('Enter')
    await page.getByText('You are enrolled.').waitFor()

    await page.goto(`/en/tests/${test}/`)
    await page.getByRole('button', { name: 'Start the test' }).waitFor()
    await tabTo({ page, target: page.getByRole('button', { name: 'Start the test' }) })
    await page.keyboard.press('Enter')
    const first = page.getByRole('radio').first()
    await first.waitFor()
    await tabTo({ page, target: first })
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true)
    await page.getByText('All answers saved').waitFor()
    expect(await outlineOf(focused(page))).not.toBe('none')

    const submit = page.getByRole('button', { name: 'Hand in' })
    await tabTo({ page, target: submit })
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo({ page, target: page.getByRole('dialog').getByRole('button', { name: 'Hand in' }) })
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Your result' }).waitFor()
    await context.close()
  })
})

describe('without JavaScript', () => {
  it.each([
    { name: 'home', path: '/en/', text: 'Courses to read slowly and remember' },
    { name: 'catalog', path: '/en/courses/', text: 'Reading Data Honestly' },
    { name: 'course', path: course.path, text: 'Addresses and names' },
    { name: 'lesson', path: lesson, text: 'Read a host from right to left' },
    { name: 'test', path: `/en/tests/${test}/`, text: 'Taking the test needs JavaScript' },
    { name: 'sign-in', path: '/en/sign-in/', text: 'Signing in needs JavaScript' },
  ])('$name can be read', async ({ name, path, text }) => {
    const { page, context } = await openVisit({ browser, javaScriptEnabled: false })
    await page.goto(path)
    expect(await page.locator('main').innerText()).toContain(text)
    await keepScreenshot({ page, name: `no-script-${name}` })
    await context.close()
  })
})

describe('on a narrow screen', () => {
  it.each([320, 360])(
    'no page scrolls sideways at %i px',
    async (width) => {
      const { page, context } = await openVisit({ browser, viewport: { width, height: 700 } })
      const wide: string[] = []
      const look = async (name: string): Promise<void> => {
        const [scrollWidth, clientWidth] = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement
          return [scrollWidth, clientWidth] as const
        })
        wide.push(...(scrollWidth > clientWidth ? [`${name}: ${scrollWidth} px`] : []))
      }
      for (const locale of ['en', 'ru']) {
        for (const path of ['', 'courses/', 'courses/music-theory-by-ear/', 'register/', 'sign-in/', 'no-such-page/']) {
          await page.goto(`/${locale}/${path}`)
          await look(`${locale} ${path}`)
        }
        for (const { path } of course.lessons) {
          await page.goto(path.replace('/en/', `/${locale}/`))
          await look(`${locale} ${path}`)
        }
      }
      await registerLearner({ context })
      await enrolLearner({ context, course: course.id })
      await page.goto(course.path)
      await page.getByText('You are enrolled.').waitFor()
      await look('course, enrolled')
      await page.goto(`/en/tests/${test}/`)
      await page.getByRole('button', { name: 'Start the test' }).waitFor()
      await look('test')
      await page.getByRole('button', { name: 'Start the test' }).click()
      await page.getByRole('radio').first().check()
      await look('attempt')
      await page.getByRole('button', { name: 'Hand in' }).click()
      await page.getByRole('dialog').waitFor()
      await look('dialog')
      await page.getByRole('dialog').getByRole('button', { name: 'Hand in' }).click()
      await page.getByRole('heading', { name: 'Your result' }).waitFor()
      await look('review')
      await page.goto('/en/my-learning/')
      await page.getByRole('heading', { name: 'Results' }).waitFor()
      await look('my learning')
      expect(wide).toEqual([])
      await context.close()
    },
    90_000,
  )
})

describe('answers of a running test', () => {
  it('are there again after a reload', async () => {
    const { page, context } = await openRunningTest()
    await question({ page, stem: 'How many bits' }).getByRole('textbox').fill('128 bits')
    await page.getByText('All answers saved').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Go on with your attempt' }).click()
    await page.getByText('1 of 5 answered').waitFor()
    expect(await question({ page, stem: 'How many bits' }).getByRole('textbox').inputValue()).toBe('128 bits')
    await context.close()
  })

  it('typed without a connection are kept, said to be kept, and sent when it is back', async () => {
    const { page, context, attempt } = await openRunningTest()
    await context.setOffline(true)
    await question({ page, stem: 'How many bits' }).getByRole('textbox').fill('128')
    await page.getByText('Offline. Answers are kept on this device').waitFor()
    await keepScreenshot({ page, name: 'attempt-offline' })
    await context.setOffline(false)
    await page.getByText('All answers saved').waitFor()
    expect(await storedResponses({ context, attempt })).toEqual([{ text: '128' }])
    await context.close()
  })

  it('given without a connection survive the closing of the page', async () => {
    const { page, context, attempt } = await openRunningTest()
    await context.setOffline(true)
    await question({ page, stem: 'How many bits' }).getByRole('textbox').fill('128')
    await page.getByText('Offline. Answers are kept on this device').waitFor()
    await page.close()
    await context.setOffline(false)
    const again = await context.newPage()
    await again.goto(`/en/tests/${test}/`)
    await again.getByRole('button', { name: 'Go on with your attempt' }).click()
    await again.getByText('All answers saved').waitFor()
    await expect.poll(() => storedResponses({ context, attempt })).toEqual([{ text: '128' }])
    await context.close()
  })

  it('from two tabs are all kept', async () => {
    const { page: one, context, attempt } = await openRunningTest()
    const two = await resumeInNewTab(context)
    await question({ page: one, stem: 'How many bits' }).getByRole('textbox').fill('128')
    await one.getByText('All answers saved').waitFor()
    await question({ page: two, stem: 'Which part does the server never receive' }).getByLabel('notes').check()
    await two.getByText('All answers saved').waitFor()
    expect(await storedResponses({ context, attempt })).toHaveLength(2)
    await context.close()
  })

  it('from two tabs without a connection are all kept, also when one is closed', async () => {
    const { page: one, context, attempt } = await openRunningTest()
    const two = await resumeInNewTab(context)
    await context.setOffline(true)
    await question({ page: one, stem: 'How many bits' }).getByRole('textbox').fill('128')
    await one.getByText('Offline.').waitFor()
    await question({ page: two, stem: 'Which part does the server never receive' }).getByLabel('notes').check()
    await two.getByText('Offline.').waitFor()
    await one.close()
    await context.setOffline(false)
    await two.getByText('All answers saved').waitFor()
    await two.reload()
    await two.getByRole('button', { name: 'Go on with your attempt' }).click()
    await two.getByText('2 of 5 answered').waitFor()
    await two.getByText('All answers saved').waitFor()
    expect(await storedResponses({ context, attempt })).toHaveLength(2)
    await context.close()
  })

  it('to one question from two tabs: the later one counts, and both tabs show it', async () => {
    const { page: one, context, attempt } = await openRunningTest()
    const two = await resumeInNewTab(context)
    await question({ page: one, stem: 'How many bits' }).getByRole('textbox').fill('128')
    await one.getByText('All answers saved').waitFor()
    await question({ page: two, stem: 'How many bits' }).getByRole('textbox').fill('32')
    await two.getByText('All answers saved').waitFor()
    await expect.poll(() => question({ page: one, stem: 'How many bits' }).getByRole('textbox').inputValue()).toBe('32')
    expect(await storedResponses({ context, attempt })).toEqual([{ text: '32' }])
    await context.close()
  })
})

/** Presses Tab until the element has the focus, as often as the page has stations. */
async function tabTo({ page, target }: { page: Page; target: Locator }): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Tab')
        return target.evaluate((element) => element === document.activeElement)
      },
      { interval: 0, timeout: 20_000 },
    )
    .toBe(true)
}

function focused(page: Page): Locator {
  return page.locator(':focus')
}

function outlineOf(element: Locator): Promise<string> {
  return element.evaluate((focus) => getComputedStyle(focus).outlineStyle)
}

function question({ page, stem }: { page: Page; stem: string }): Locator {
  return page.locator('.question').filter({ hasText: stem })
}

/** A new learner in the middle of the test of the first lesson. */
async function openRunningTest(): Promise<{ page: Page; context: BrowserContext; attempt: string }> {
  const { page, context } = await openVisit({ browser })
  await registerLearner({ context })
  await enrolLearner({ context, course: course.id })
  const { attempt } = await startAttempt({ context, test })
  await resume(page)
  return { page, context, attempt }
}

async function resumeInNewTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await resume(page)
  return page
}

async function resume(page: Page): Promise<void> {
  await page.goto(`/en/tests/${test}/`)
  await page.getByRole('button', { name: 'Go on with your attempt' }).click()
  await page.getByRole('radio').first().waitFor()
}

/** What the server has, without the blanks. */
async function storedResponses({ context, attempt }: { context: BrowserContext; attempt: string }): Promise<unknown[]> {
  const { items } = await callLearnerApi({ request: context.request, path: `attempts/${attempt}`, schema: attemptSchema })
  return items.map(({ response }) => response).filter((response) => response !== null && response !== undefined)
}
