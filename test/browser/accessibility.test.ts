import type { Locale } from '@lectern/content-schemas'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessibilityProblems } from '../../scripts/src/browser/findAccessibilityProblems.ts'
import { openBrowser } from '../../scripts/src/browser/openBrowser.ts'
import { getMessages } from '../../site/src/i18n/getMessages.ts'
import { enrolLearner, registerLearner } from '../support/browserLearner.ts'
import { openVisit } from '../support/browserVisit.ts'
import { readDemoCourse, readLessonTests } from '../support/demoPages.ts'
import { keepScreenshot } from '../support/keepScreenshot.ts'

const course = readDemoCourse('how-the-web-works')
const lesson = 'courses/how-the-web-works/finding-the-page/addresses-and-names/'
const [, test = ''] = readLessonTests(`/en/${lesson}`)

const looks: { locale: Locale; colorScheme: 'light' | 'dark' }[] = [
  { locale: 'en', colorScheme: 'light' },
  { locale: 'en', colorScheme: 'dark' },
  { locale: 'ru', colorScheme: 'light' },
  { locale: 'ru', colorScheme: 'dark' },
]

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each(looks)('axe finds nothing in $locale, $colorScheme,', ({ locale, colorScheme }) => {
  const words = getMessages(locale)
  const look = { locale, colorScheme }

  it('on what a visitor sees', async () => {
    const { page, context } = await openVisit({ browser, colorScheme })
    const found: string[] = []
    for (const [name, path] of Object.entries({
      home: '',
      catalog: 'courses/',
      course: 'courses/how-the-web-works/',
      locked: 'courses/reading-data-honestly/?locked=looking/charts-that-mislead',
      lesson,
      register: 'register/',
      'sign-in': 'sign-in/',
      'not-found': 'no-such-page/',
    })) {
      await page.goto(`/${locale}/${path}`)
      expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      found.push(...(await problemsOf({ page, name, ...look })))
    }
    await page.getByRole('button', { name: words.site.menu }).click()
    await page.getByRole('button', { name: words.site.theme }).waitFor()
    found.push(...(await problemsOf({ page, name: 'menu', ...look })))
    expect(found).toEqual([])
    await context.close()
  })

  it('on forms that were filled in wrongly', async () => {
    const { page, context } = await openVisit({ browser, colorScheme })
    await page.goto(`/${locale}/register/`)
    await page.getByRole('main').getByRole('button', { name: words.auth.register }).click()
    await page.getByText(words.auth.required).first().waitFor()
    expect(await problemsOf({ page, name: 'register-wrong', ...look })).toEqual([])
    await context.close()
  })

  it('on what a learner sees, from the start of a test to my learning', async () => {
    const { page, context } = await openVisit({ browser, colorScheme })
    await registerLearner({ context, locale })
    await enrolLearner({ context, course: course.id })
    const found: string[] = []
    await page.goto(`/${locale}/tests/${test}/`)
    await page.getByRole('button', { name: words.attempt.start }).waitFor()
    found.push(...(await problemsOf({ page, name: 'test-start', ...look })))

    await page.getByRole('button', { name: words.attempt.start }).click()
    await page.getByRole('radio').first().check()
    await page.getByRole('checkbox').first().check()
    await page.getByText(words.attempt.saved).waitFor()
    found.push(...(await problemsOf({ page, name: 'test-attempt', ...look })))

    await page.getByRole('button', { name: words.attempt.submit }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.attempt.submitConfirm }).waitFor()
    found.push(...(await findAccessibilityProblems({ page })))
    await page.getByRole('dialog').getByRole('button', { name: words.attempt.submitConfirm }).click()
    await page.getByRole('heading', { name: words.attempt.result }).waitFor()
    found.push(...(await problemsOf({ page, name: 'review', ...look })))

    await page.goto(`/${locale}/my-learning/`)
    await page.getByRole('heading', { name: words.myLearning.results }).waitFor()
    found.push(...(await problemsOf({ page, name: 'my-learning', ...look })))
    await page.goto(`/${locale}/${lesson}`)
    await page.getByRole('button', { name: words.lesson.markDone }).waitFor()
    found.push(...(await problemsOf({ page, name: 'lesson-enrolled', ...look })))
    await page.goto(`/${locale}/courses/how-the-web-works/`)
    await page.getByText(words.course.enrolled).waitFor()
    found.push(...(await problemsOf({ page, name: 'course-enrolled', ...look })))
    expect(found).toEqual([])
    await context.close()
  })
})

type Look = { page: Page; name: string; locale: Locale; colorScheme: string }

async function problemsOf({ page, name, locale, colorScheme }: Look): Promise<string[]> {
  await keepScreenshot({ page, name: `look-${name}-${locale}-${colorScheme}`, widths: [1440] })
  return (await findAccessibilityProblems({ page })).map((problem) => `${name}: ${problem}`)
}
