import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../scripts/src/browser/openBrowser.ts'
import { enrolLearner, registerLearner } from '../support/browserLearner.ts'
import { openVisit } from '../support/browserVisit.ts'
import { completeWebCourse } from '../support/completeWebCourse.ts'
import { readDemoCourse, readLessonTests, readPage } from '../support/demoPages.ts'
import { keepScreenshot } from '../support/keepScreenshot.ts'

const course = readDemoCourse('why-bicycles-work')
const parts = '/en/courses/why-bicycles-work/the-machine/parts/'
const gears = '/en/courses/why-bicycles-work/the-machine/gears/'
const protectedCourse = readDemoCourse('reading-data-honestly')
const locked = '/en/courses/reading-data-honestly/looking/charts-that-mislead/'
const open = '/en/courses/how-the-web-works/finding-the-page/addresses-and-names/'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('the site without a connection', () => {
  it('shows a page that was visited, with its styles, and else says in the page’s language that there is none', async () => {
    const { page, context } = await openVisit({ browser })
    await page.goto(open)
    await kept(page, open)
    const title = await page.locator('h1').innerText()
    await context.setOffline(true)
    await page.goto(`${open}?from=somewhere`)
    expect(await page.locator('h1').innerText()).toBe(title)
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).fontFamily)).toContain('Literata')
    await page.goto('/en/courses/')
    await page.getByRole('heading', { name: 'You are offline' }).waitFor()
    await keepScreenshot({ page, name: 'offline' })
    await context.setOffline(false)
    await page.getByRole('link', { name: 'Try again' }).click()
    await page.waitForURL(/\/en\/courses\/\??$/)
    expect(await page.locator('h1').innerText()).not.toBe('You are offline')
    await context.close()
  })

  it('keeps nothing of protected lessons and no answer of an interface', async () => {
    const { page, context } = await openVisit({ browser })
    await registerLearner({ context })
    await completeWebCourse(context)
    await enrolLearner({ context, course: protectedCourse.id })
    await page.goto(open)
    await kept(page, open)
    await page.goto(locked)
    expect(new URL(page.url()).pathname).toBe(locked)
    const words = (await page.locator('.prose p').first().innerText()).slice(0, 30)
    expect(words).toHaveLength(30)
    await page.reload()
    await page.goto('/en/my-learning/')
    await kept(page, '/en/my-learning/')
    const entries = await cached(page)
    expect(entries.filter(({ url }) => /\/(?:api|admin|_next)\//.test(url))).toEqual([])
    expect(entries.filter(({ text }) => text.includes(words))).toEqual([])
    expect(entries.filter(({ url }) => url.endsWith(locked))).toEqual([])
    await context.setOffline(true)
    await page.goto(locked)
    await page.getByRole('heading', { name: 'You are offline' }).waitFor()
    await context.close()
  })

  it('lets a practice test be reloaded, and forgets it and the pages with the sign-out', async () => {
    const { page, context } = await openVisit({ browser })
    await registerLearner({ context })
    await enrolLearner({ context, course: course.id })
    const practice = readLessonTests(parts)
      .map((test) => `/en/tests/${test}/`)
      .find((path) => readPage(path).includes('PracticeTest'))
    await page.goto(practice ?? '')
    await page.locator('.question').first().waitFor()
    await kept(page, practice ?? '')
    await page.reload({ waitUntil: 'networkidle' })
    await context.setOffline(true)
    await page.reload()
    const first = page.locator('.question').first()
    await first.getByLabel('the crank').check()
    await first.getByRole('button', { name: 'Check' }).click()
    await first.getByRole('button', { name: 'Once more' }).waitFor()
    await keepScreenshot({ page, name: 'practice-offline' })
    await context.setOffline(false)
    await page.goto('/en/')
    await page.locator('[data-sign-out]').evaluate((button) => button instanceof HTMLElement && button.click())
    await expect.poll(() => page.evaluate(() => document.cookie.includes('lectern-hint='))).toBe(false)
    expect((await cached(page)).filter(({ url }) => /\/(?:tests|practice)\//.test(url))).toEqual([])
    await context.close()
  })
})

describe('footnotes and formulas of a lesson', () => {
  it.each([
    { width: 1440, scheme: 'dark', shown: true },
    { width: 360, scheme: 'light', shown: false },
  ] as const)('stand in the margin or open in place at $width px, without script', async ({ width, scheme, shown }) => {
    const { page, context } = await openVisit({
      browser,
      viewport: { width, height: 900 },
      colorScheme: scheme,
      javaScriptEnabled: false,
    })
    await registerLearner({ context })
    await enrolLearner({ context, course: course.id })
    await page.goto(gears)
    expect(await page.locator('math[display=block]').boundingBox()).not.toBeNull()
    expect(await page.locator('#note-1').isVisible()).toBe(shown)
    await page.locator('.note-ref a').first().click()
    expect(await page.locator('#note-1').isVisible()).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await keepScreenshot({ page, name: `footnote-${width}` })
    await context.close()
  })
})

/** Waits until the worker has the page. */
async function kept(page: Page, path: string): Promise<void> {
  const has = () => page.evaluate(async (key) => (await (await caches.open('lectern-pages')).match(key)) !== undefined, path)
  const offline = () =>
    page.evaluate(async () => (await (await caches.open('lectern-offline')).match('/en/offline/')) !== undefined)
  await expect.poll(async () => (await has()) && (await offline()), { timeout: 15_000 }).toBe(true)
}

/** Everything in all caches of the site. */
async function cached(page: Page): Promise<{ url: string; text: string }[]> {
  return page.evaluate(async () => {
    const found: { url: string; text: string }[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const response = await cache.match(request)
        found.push({ url: request.url, text: (await response?.text()) ?? '' })
      }
    }
    return found
  })
}
