import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAccessibilityProblems } from '../../scripts/src/browser/findAccessibilityProblems.ts'
import { openBrowser } from '../../scripts/src/browser/openBrowser.ts'
import { askDatabase } from '../support/browserDatabase.ts'
import { signInToAdmin } from '../support/browserEditor.ts'
import { openVisit, type Visit } from '../support/browserVisit.ts'
import { keepScreenshot } from '../support/keepScreenshot.ts'

const handler = 'learning.record-test-result'
const words = {
  en: {
    browser: 'en-GB',
    title: 'Queue',
    pause: 'Pause',
    resume: 'Resume',
    replay: 'Replay…',
    count: 'Count',
    counted: /1 events in this range, 0 of them delivered already/,
    discard: 'Discard',
    sure: 'Discard for good?',
    retry: 'Retry',
    closed: 'Only administrators see the queue.',
  },
  ru: {
    browser: 'ru-RU',
    title: 'Очередь',
    pause: 'Приостановить',
    resume: 'Возобновить',
    replay: 'Воспроизвести…',
    count: 'Посчитать',
    counted: /Событий в промежутке: 1, из них уже доставлено: 0/,
    discard: 'Отбросить',
    sure: 'Отбросить насовсем?',
    retry: 'Повторить',
    closed: 'Очередь видят только администраторы.',
  },
}

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A delivery that was given up, of an attempt at a test without a lesson: retried, it succeeds. */
async function giveUp(): Promise<{ event: string; key: string }> {
  const [event, key] = [randomUUID(), randomUUID()]
  const data = {
    attempt: key,
    learner: randomUUID(),
    test: randomUUID(),
    course: randomUUID(),
    lesson: null,
    testKey: 'post',
    percent: 40,
    passed: false,
    at: '2026-01-01T00:00:00.000Z',
  }
  await askDatabase({
    text: `insert into "events" ("id", "name", "key", "data", "occurred_at") values ($1, 'attempt.graded@1', $2, $3, now())`,
    values: [event, key, JSON.stringify(data)],
  })
  await askDatabase({
    text: `insert into "event_failures" ("id", "event", "handler", "state", "attempts", "error") values ($1, $2, $3, 'dead', 10, $4)`,
    values: [randomUUID(), event, handler, 'Error: The outside world is down.\n    at handle (onAttemptGraded.ts:12:9)'],
  })
  return { event, key }
}

const stateOf = async (event: string) =>
  (await askDatabase({ text: `select "state" from "event_failures" where "event" = $1`, values: [event] }))[0]?.state

describe.each(['en', 'ru'] as const)('the queue in %s', (locale) => {
  const say = words[locale]
  let visit: Visit
  beforeAll(async () => {
    visit = await openVisit({ browser, locale: say.browser })
    await signInToAdmin({ page: visit.page, role: 'admin' })
  })
  afterAll(() => visit.context.close())

  it('is found in the navigation, and shows handlers, jobs and what was given up', async () => {
    const { page, problems } = visit
    const { key } = await giveUp()
    await page.goto('/admin/queue')
    await page.locator('#nav-queue').waitFor({ state: 'attached' })
    await page.getByRole('heading', { level: 1, name: say.title }).waitFor()
    await page.getByRole('row', { name: new RegExp(handler) }).waitFor()
    await page.locator('details', { hasText: handler }).first().locator('summary').click()
    await page.getByText(key).waitFor()
    await keepScreenshot({ page, name: `admin-queue-${locale}` })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
    await keepScreenshot({ page, name: `admin-queue-dark-${locale}`, widths: [1440] })
    await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
    expect(problems).toEqual([])
  })

  it('pauses and resumes a handler', async () => {
    const { page } = visit
    const row = page.getByRole('row', { name: new RegExp(handler) })
    await row.getByRole('button', { name: say.pause }).click()
    await row.getByRole('button', { name: say.resume }).waitFor()
    const paused = await askDatabase({ text: `select "paused" from "event_handlers" where "handler" = $1`, values: [handler] })
    await row.getByRole('button', { name: say.resume }).click()
    await row.getByRole('button', { name: say.pause }).waitFor()
    const resumed = await askDatabase({ text: `select "paused" from "event_handlers" where "handler" = $1`, values: [handler] })
    expect([paused, resumed]).toEqual([[{ paused: true }], [{ paused: false }]])
  })

  it('says how many events a replay would deliver before it starts', async () => {
    const { page } = visit
    const { key } = await giveUp()
    await page
      .getByRole('row', { name: new RegExp(handler) })
      .getByRole('button', { name: say.replay })
      .click()
    await page.locator('.queue__replay input[type=text]').fill(key)
    await page.locator('.queue__replay').getByRole('button', { name: say.count }).click()
    await page.getByText(say.counted).waitFor()
    await keepScreenshot({ page, name: `admin-queue-replay-${locale}` })
    expect(await findAccessibilityProblems({ page, within: '.queue' })).toEqual([])
  })

  it('retries and discards what was given up', async () => {
    const { page } = visit
    const [retried, discarded] = [await giveUp(), await giveUp()]
    await page.goto('/admin/queue')
    const letter = (key: string) => page.locator('details', { hasText: key })
    await letter(retried.key).locator('summary').click()
    await letter(retried.key).getByRole('button', { name: say.retry }).click()
    await letter(retried.key).waitFor({ state: 'detached' })
    await letter(discarded.key).locator('summary').click()
    await letter(discarded.key).getByRole('button', { name: say.discard }).click()
    await letter(discarded.key).getByRole('button', { name: say.sure }).click()
    await letter(discarded.key).waitFor({ state: 'detached' })
    expect([['retrying', 'resolved'].includes(String(await stateOf(retried.event))), await stateOf(discarded.event)]).toEqual([
      true,
      'discarded',
    ])
  })

  it('is closed to those who are not administrators', async () => {
    const other = await openVisit({ browser, locale: say.browser })
    await signInToAdmin({ page: other.page, role: 'editor' })
    await other.page.goto('/admin/queue')
    await other.page.getByText(say.closed).waitFor()
    const links = await other.page.locator('#nav-queue').count()
    await other.context.close()
    expect(links).toBe(0)
  })
})
