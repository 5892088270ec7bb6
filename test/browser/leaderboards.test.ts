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

describe('leaderboards', () => {
  it('are switched on by an administrator, joined by a learner who sees the own place, and left without a trace', async () => {
    const admin = await openVisit({ browser })
    await signInToAdmin({ page: admin.page, role: 'admin' })
    await admin.page.goto('/admin/globals/xp-settings')
    await admin.page.getByRole('checkbox', { name: 'Leaderboards' }).check()
    await admin.page.getByLabel('So many rise each week').waitFor()
    await keepScreenshot({ page: admin.page, name: 'leaderboards-settings', widths: [1440] })
    await admin.page.getByRole('button', { name: 'Save' }).click()
    await admin.page.getByText('Updated successfully').waitFor()
    expect(admin.problems).toEqual([])
    await admin.context.close()

    const { page, context, problems } = await openVisit({ browser })
    const { name } = await registerLearner({ context })
    await enrolLearner({ context, course: course.id })
    await page.goto('/en/points/')
    await page.getByRole('link', { name: 'Leaderboards' }).click()
    await page.getByText('Nobody is on them who has not joined').waitFor()
    await keepScreenshot({ page, name: 'leaderboards-outside' })
    await page.getByRole('radio', { name: 'by your name' }).check()
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByText('The first points of a week bring you into a group').waitFor()

    await passTest({ context, test: tests[0] ?? '' })
    const own = page.getByRole('row', { name: new RegExp(`${name} \\(you\\)`) })
    await expect
      .poll(async () => {
        await page.reload()
        await page.getByRole('combobox', { name: 'Show' }).waitFor()
        return own.count()
      })
      .toBe(1)
    await keepScreenshot({ page, name: 'leaderboards-league' })
    await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'How the Web Works' })
    await own.waitFor()

    await page.goto('/ar/leaderboards/')
    await page.getByRole('table').waitFor()
    await keepScreenshot({ page, name: 'leaderboards-arabic' })

    await page.goto('/en/leaderboards/')
    await page.getByRole('button', { name: 'Leave the leaderboards' }).click()
    await page.getByRole('button', { name: 'Join' }).waitFor()
    expect(await page.getByRole('table').count()).toBe(0)
    expect(problems).toEqual([])
    await context.close()
  }, 120_000)
})
