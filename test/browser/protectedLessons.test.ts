import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../scripts/src/browser/openBrowser.ts'
import { findBuild, findInstallation } from '../support/browserInstallation.ts'
import { enrolLearner, registerLearner } from '../support/browserLearner.ts'
import { openVisit } from '../support/browserVisit.ts'
import { completeWebCourse } from '../support/completeWebCourse.ts'
import { readDemoCourse, readPage } from '../support/demoPages.ts'
import { keepScreenshot } from '../support/keepScreenshot.ts'
import { toPlainText } from '../support/plainText.ts'

const enrolledCourse = 'reading-data-honestly'
const lesson = `/en/courses/${enrolledCourse}/looking/charts-that-mislead/`
const courseUrl = new RegExp(`/en/courses/${enrolledCourse}/\\?locked=looking/charts-that-mislead$`)

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('a protected lesson', () => {
  it('leads a visitor to the course page, which says calmly why', async () => {
    const { page, context, problems } = await openVisit({ browser })
    await page.goto(lesson)
    expect(page.url()).toMatch(courseUrl)
    const note = page.locator('[data-locked-note]')
    await note.waitFor()
    expect(await note.textContent()).toBe('The lesson “Charts that mislead” opens once you are enrolled in this course.')
    await keepScreenshot({ page, name: 'protected-visitor' })
    expect(problems).toEqual([])
    await context.close()
  })

  it('leads someone who is signed in but not enrolled to the course page, without a loop', async () => {
    const { page, context } = await openVisit({ browser })
    await registerLearner({ context })
    await page.goto(lesson)
    await page.locator('[data-locked-note]').waitFor()
    expect(page.url()).toMatch(courseUrl)
    await page.getByText('First finish: How the Web Works.').waitFor()
    await context.close()
  })

  it('is not in the public output: no file there has any of its paragraphs', () => {
    const { publicFolder, protectedFolder } = findBuild(findInstallation())
    const paragraphs = pagesBelow(protectedFolder).flatMap((file) => longParagraphs(readFileSync(file, 'utf8')))
    const published = textFilesBelow(publicFolder).map((file) => ({ file, text: toPlainText(readFileSync(file, 'utf8')) }))
    const found = paragraphs.flatMap((paragraph) =>
      published.filter(({ text }) => text.includes(paragraph)).map(({ file }) => ({ file, paragraph })),
    )
    expect(found).toEqual([])
    // The same search finds what is public, so that finding nothing means something.
    expect(paragraphs.length).toBeGreaterThan(100)
    const open = longParagraphs(readPage('/en/courses/how-the-web-works/finding-the-page/addresses-and-names/'))[0] ?? ''
    expect(published.filter(({ text }) => text.includes(open)).length).toBeGreaterThan(0)
  })

  it('is read by an enrolled learner, is never stored by a cache between, and closes with sign-out', async () => {
    const { page, context, problems } = await openVisit({ browser })
    await registerLearner({ context })
    await completeWebCourse(context)
    await enrolLearner({ context, course: readDemoCourse(enrolledCourse).id })

    const response = await page.goto(lesson)
    expect(new URL(page.url()).pathname).toBe(lesson)
    expect(response?.headers()['cache-control']).toBe('private, no-store')
    const first = longParagraphs(readPage(lesson))[0] ?? ''
    expect(toPlainText(await page.locator('.prose').innerText())).toContain(first)
    await page.locator('[data-done]').waitFor()
    await keepScreenshot({ page, name: 'protected-lesson' })

    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/\/en\/$/)
    await page.goto(lesson)
    expect(page.url()).toMatch(courseUrl)
    await page.goBack()
    await page.goBack()
    expect(new URL(page.url()).pathname).not.toBe(lesson)
    expect(problems).toEqual([])
    await context.close()
  })

  it('of a paid course stays closed to a learner who has not bought it', async () => {
    const { page, context } = await openVisit({ browser })
    await registerLearner({ context })
    await page.goto('/en/courses/music-theory-by-ear/harmony-and-form/cadence/')
    expect(page.url()).toMatch(/\/en\/courses\/music-theory-by-ear\/\?locked=harmony-and-form\/cadence$/)
    const enrolment = await context.request.post(
      `${findInstallation().url}/api/learn/courses/${readDemoCourse('music-theory-by-ear').id}/enrol`,
      { headers: { 'content-type': 'application/json' }, data: {} },
    )
    expect(enrolment.status()).toBe(402)
    await context.close()
  })
})

function pagesBelow(folder: string): string[] {
  return globSync('**/*.html', { cwd: folder }).map((file) => join(folder, file))
}

function textFilesBelow(folder: string): string[] {
  return globSync('**/*.{html,js,css,xml,txt,json,svg}', { cwd: folder }).map((file) => join(folder, file))
}

/** Of the lesson itself, not of what stands around it on every page. */
function longParagraphs(page: string): string[] {
  const html = page.split('<div class="prose"')[1]?.split('<footer')[0] ?? ''
  return [...html.matchAll(/<p>(.*?)<\/p>/gs)].map(([, text = '']) => toPlainText(text)).filter((text) => text.length >= 60)
}
