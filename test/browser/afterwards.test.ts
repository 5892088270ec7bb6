import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../scripts/src/browser/openBrowser.ts'
import { signInToAdmin } from '../support/browserEditor.ts'
import { enrolLearner, passTest, registerLearner } from '../support/browserLearner.ts'
import { openVisit } from '../support/browserVisit.ts'
import { readDemoCourse, readLessonTests } from '../support/demoPages.ts'
import { keepScreenshot } from '../support/keepScreenshot.ts'

const course = readDemoCourse('how-the-web-works')
const tests = course.lessons.flatMap(({ path }) => readLessonTests(path))

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('what follows a passed test', () => {
  it('is told on the open page, and found in the inbox, the points, the achievements and the mails', async () => {
    const { page, context, problems } = await openVisit({ browser })
    const { email } = await registerLearner({ context })
    await enrolLearner({ context, course: course.id })

    await page.goto('/en/inbox/settings/')
    await page.getByRole('combobox', { name: /^You pass a test: E-?mail/i }).selectOption('now')
    await page.getByText('Kept.').waitFor()
    await keepScreenshot({ page, name: 'after-settings' })

    await page.goto(course.path)
    const stream = page.waitForResponse((response) => response.url().includes('notifications/stream'))
    await page.reload()
    await stream
    const toasts = page.locator('.toast')
    await passTest({ context, test: tests[0] ?? '' })
    await toasts.filter({ hasText: 'You have passed a test' }).waitFor()
    await toasts.filter({ hasText: 'You have earned an achievement' }).first().waitFor()
    for (const test of tests.slice(1, 3)) await passTest({ context, test })
    await toasts.filter({ hasText: 'You have reached level 2' }).waitFor()
    expect(await toasts.count()).toBeLessThanOrEqual(3)
    await keepScreenshot({ page, name: 'after-toasts' })
    await toasts.last().getByRole('button', { name: 'Close' }).click()

    await page.goto('/en/inbox/')
    await page.getByRole('link', { name: 'You have reached level 2' }).waitFor()
    await keepScreenshot({ page, name: 'after-inbox' })
    await page.getByRole('button', { name: 'Mark all as read' }).click()
    await page.getByText('Everything is read.').waitFor()
    expect(await page.locator('[data-bell-count]').textContent()).toBe('')

    await page.goto('/en/points/')
    await page.getByText('Level 2', { exact: true }).first().waitFor()
    expect(await page.getByRole('table').getByText('Test passed').count()).toBeGreaterThanOrEqual(3)
    await keepScreenshot({ page, name: 'after-points' })
    await page.goto('/en/achievements/')
    await page.getByRole('heading', { name: 'The key turns' }).waitFor()
    await keepScreenshot({ page, name: 'after-achievements' })
    expect(problems).toEqual([])
    await context.close()

    const admin = await openVisit({ browser })
    await signInToAdmin({ page: admin.page, role: 'admin' })
    await admin.page.goto('/admin/mailbox')
    const mail = admin.page.getByRole('row').filter({ hasText: email }).first().getByRole('link')
    const subject = await mail.textContent()
    await keepScreenshot({ page: admin.page, name: 'after-mailbox', widths: [1440] })
    await mail.click()
    await admin.page.getByRole('heading', { name: subject ?? '' }).waitFor()
    await keepScreenshot({ page: admin.page, name: 'after-mail', widths: [1440] })
    expect(admin.problems).toEqual([])
    await admin.context.close()
  }, 120_000)
})
