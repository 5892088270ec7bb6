import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../../scripts/src/browser/openBrowser.ts'
import { findBuild, findInstallation } from '../support/browserInstallation.ts'
import { enrolLearner, registerLearner } from '../support/browserLearner.ts'
import { openVisit } from '../support/browserVisit.ts'
import { readDemoCourse, readLessonTests } from '../support/demoPages.ts'

/** Bytes, compressed. */
const kilobyte = 1024
const lesson = '/en/courses/how-the-web-works/finding-the-page/addresses-and-names/'
const course = readDemoCourse('how-the-web-works')

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('what a page costs to load', () => {
  it('every public lesson is at most 20 KB of HTML and CSS, compressed', () => {
    const { publicFolder } = findBuild(findInstallation())
    const lessons = globSync('*/courses/*/*/*/index.html', { cwd: publicFolder })
    const sizes = lessons.map((file) => {
      const html = readFileSync(join(publicFolder, file), 'utf8')
      const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) =>
        readFileSync(join(publicFolder, href)),
      )
      return { file, bytes: [Buffer.from(html), ...styles].reduce((total, text) => total + gzipSync(text).length, 0) }
    })
    expect(sizes.length).toBeGreaterThan(10)
    expect(sizes.filter(({ bytes }) => bytes > 20 * kilobyte)).toEqual([])
  })

  it.each(['/en/', '/en/courses/', '/en/courses/how-the-web-works/', lesson])(
    '%s loads at most 6 KB of scripts, compressed, for a learner',
    async (path) => {
      const { page, context } = await openVisit({ browser })
      await registerLearner({ context })
      const scripts = countScripts(page)
      await page.goto(path, { waitUntil: 'networkidle' })
      const bytes = await scripts()
      expect(bytes).toBeGreaterThan(0)
      expect(bytes).toBeLessThanOrEqual(6 * kilobyte)
      await context.close()
    },
  )

  it('a test from its start to its first question loads at most 29 KB of scripts, compressed', async () => {
    const { page, context } = await openVisit({ browser })
    await registerLearner({ context })
    await enrolLearner({ context, course: course.id })
    const [, test = ''] = readLessonTests(lesson)
    const scripts = countScripts(page)
    await page.goto(`/en/tests/${test}/`)
    await page.getByRole('button', { name: 'Start the test' }).click()
    await page.getByRole('button', { name: 'Hand in', exact: true }).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await scripts()).toBeLessThanOrEqual(29 * kilobyte)
    await context.close()
  })
})

/** Begins to listen; the answer is how much the scripts loaded since then weigh, as a server sends them. */
function countScripts(page: Page): () => Promise<number> {
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body())
  })
  return async () => (await Promise.all(bodies)).reduce((total, body) => total + gzipSync(body).length, 0)
}
