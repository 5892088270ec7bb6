import type { Locale } from '@lectern/content-schemas'
import type { AnyQuestionType } from '@lectern/kernel'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import * as questions from '../../plugins/questions/src/index.ts'
import { openBrowser } from '../../scripts/src/browser/openBrowser.ts'
import { signInToAdmin } from '../support/browserEditor.ts'
import { findInstallation } from '../support/browserInstallation.ts'
import { openVisit, type Visit } from '../support/browserVisit.ts'
import { readDemoCourse } from '../support/demoPages.ts'
import { keepScreenshot } from '../support/keepScreenshot.ts'

const words = {
  en: {
    browser: 'en-GB',
    lists: { courses: 'Courses', lessons: 'Lessons', questions: 'Questions', tests: 'Tests' },
    create: 'Create New',
    contents: 'Contents',
    tree: 'The course as a tree',
    modules: ['Finding the page', 'Building the page'],
    down: 'Move down',
    up: 'Move up',
    save: 'Save the new order',
    saved: 'The order is saved.',
    preview: 'As the learner sees it',
  },
  ru: {
    browser: 'ru-RU',
    lists: { courses: 'Курсы', lessons: 'Уроки', questions: 'Вопросы', tests: 'Тесты' },
    create: 'Создать новый',
    contents: 'Содержание',
    tree: 'Дерево курса',
    modules: ['Как находится страница', 'Как строится страница'],
    down: 'Ниже',
    up: 'Выше',
    save: 'Сохранить новый порядок',
    saved: 'Порядок сохранён.',
    preview: 'Как это видит учащийся',
  },
}
/** What the plugin adds to the CMS. */
const questionTypes = Object.values(questions).filter(
  (value): value is AnyQuestionType => typeof value === 'object' && 'samples' in value,
)
const course = readDemoCourse('how-the-web-works')

/** The admin speaks fewer languages than the site. */
type AdminLanguage = keyof typeof words

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each<AdminLanguage>(['en', 'ru'])('the admin in %s', (locale) => {
  const say = words[locale]
  let visit: Visit
  beforeAll(async () => {
    visit = await openVisit({ browser, locale: say.browser })
    await signInToAdmin({ page: visit.page, role: 'editor' })
  })
  beforeEach(() => {
    visit.problems.length = 0
  })
  afterAll(() => visit.context.close())

  it.each(['courses', 'lessons', 'questions', 'tests'] as const)('lists %s', async (collection) => {
    const { page, problems } = visit
    await page.goto(`/admin/collections/${collection}`)
    await page.getByRole('heading', { level: 1, name: say.lists[collection] }).waitFor()
    await page.locator('table tbody tr').first().waitFor()
    await page
      .getByText(/^(Loading|Загрузка)/)
      .first()
      .waitFor({ state: 'detached' })
    await page.getByRole('link', { name: say.create }).first().waitFor()
    await keepScreenshot({ page, name: `admin-${collection}-${locale}`, widths: [1440] })
    expect(problems).toEqual([])
  })

  it('shows a course as a tree, and saves the order that the buttons give it', async () => {
    const { page, problems } = visit
    await openTree({ page, locale })
    const before = await readTree(page)
    expect(before).toHaveLength(8)
    await keepScreenshot({ page, name: `admin-course-tree-${locale}`, widths: [1440] })

    const rows = page.locator('.course-tree__row')
    await rows.nth(1).getByRole('button', { name: say.down }).click()
    await page.getByRole('button', { name: say.save }).click()
    await page.getByText(say.saved).first().waitFor()
    await openTree({ page, locale })
    const swapped = [before[0], before[2], before[1], ...before.slice(3)]
    expect(await readTree(page)).toEqual(swapped)

    await rows.nth(2).getByRole('button', { name: say.up }).click()
    await page.getByRole('button', { name: say.save }).click()
    await page.getByText(say.saved).first().waitFor()
    await openTree({ page, locale })
    expect(await readTree(page)).toEqual(before)
    expect(problems).toEqual([])
  })

  it('makes a question by hand and draws it beside the form as it is written', async () => {
    const { page, problems } = visit
    await page.goto('/admin/collections/questions/create')
    await page.locator('#field-name').fill('written by hand')
    await page.locator('#field-body .blocks-field__drawer-toggler').click()
    await page.getByRole('button', { name: labelOf({ type: 'single-choice', locale }), exact: true }).click()
    await page.locator('#field-body__0__stem').fill('Which planet is *nearest* to the sun?')
    await addOption({ page, at: 0, text: 'Mercury', percent: '100' })
    await addOption({ page, at: 1, text: 'Venus', percent: '0' })
    const preview = page.getByRole('region', { name: say.preview })
    await preview.locator('em', { hasText: 'nearest' }).waitFor()
    await preview.getByRole('radio', { name: 'Venus' }).check()
    await keepScreenshot({ page, name: `admin-question-written-${locale}`, widths: [1440] })
    const saved = page.waitForResponse(
      (response) => response.request().method() === 'POST' && /\/api\/questions/.test(response.url()),
    )
    await page.locator('#action-save').click()
    expect((await saved).status()).toBe(201)
    await page.waitForURL(/questions\/[0-9a-f-]{36}/)
    expect(problems).toEqual([])
    await deleteQuestion({ context: visit.context, url: page.url() })
  })

  it.each(questionTypes)(
    '$schema.type: its question is drawn, and drawn anew when the text changes',
    async ({ schema, samples }) => {
      const { page, problems, context } = visit
      const id = await createQuestion({
        context,
        type: schema.type,
        authored: await withMedium({ context, authored: samples[0]?.authored }),
      })
      await page.goto(`/admin/collections/questions/${id}`)
      const preview = page.getByRole('region', { name: say.preview })
      await preview.locator('.q').waitFor()
      await page.locator('#field-body__0__stem').fill(`Changed: ${schema.type}?`)
      await preview.getByText(`Changed: ${schema.type}?`).waitFor()
      await keepScreenshot({ page, name: `admin-question-${schema.type}-${locale}`, widths: [1440] })
      expect(problems).toEqual([])
      await deleteQuestion({ context, url: `/${id}` })
    },
  )
})

async function openTree({ page, locale }: { page: Page; locale: AdminLanguage }): Promise<void> {
  await page.goto(`/admin/collections/courses/${course.id}`)
  await page.locator('.tabs-field__tab-button', { hasText: words[locale].contents }).click()
  await page.getByRole('heading', { name: words[locale].tree }).waitFor()
  await page.locator('.course-tree__row').first().waitFor()
}

function readTree(page: Page): Promise<string[]> {
  return page.locator('.course-tree__row a').allInnerTexts()
}

async function addOption({ page, at, text, percent }: { page: Page; at: number; text: string; percent: string }): Promise<void> {
  await page.locator('#field-body__0__options .array-field__add-row').click()
  await page.locator(`#field-body__0__options__${at}__text`).fill(text)
  await page.locator(`[id="field-body.0.options.${at}.fraction"]`).fill(percent)
}

/** As the admin would save it; what is typed by hand is another test's matter. */
async function createQuestion({
  context,
  type,
  authored,
}: {
  context: BrowserContext
  type: string
  authored: unknown
}): Promise<string> {
  const { url } = findInstallation()
  const response = await context.request.post(`${url}/api/questions?locale=all&draft=true`, {
    headers: { origin: url },
    data: { name: `sample of ${type}`, _status: 'draft', body: [{ blockType: type, ...z.looseObject({}).parse(authored) }] },
  })
  expect(response.status(), await response.text()).toBe(201)
  return z.object({ doc: z.object({ id: z.uuid() }) }).parse(await response.json()).doc.id
}

/** The sample with a picture that the library has, where it has one. */
async function withMedium({ context, authored }: { context: BrowserContext; authored: unknown }): Promise<unknown> {
  if (typeof authored !== 'object' || authored === null || !('media' in authored)) return authored
  const { url } = findInstallation()
  const response = await context.request.get(`${url}/api/media?limit=1&depth=0&where[mimeType][like]=image`)
  const { docs } = z.object({ docs: z.array(z.object({ id: z.string() })).length(1) }).parse(await response.json())
  return { ...authored, media: docs[0]?.id }
}

async function deleteQuestion({ context, url }: { context: BrowserContext; url: string }): Promise<void> {
  const { url: site } = findInstallation()
  const id = url.split('/').at(-1)?.split('?')[0]
  const response = await context.request.delete(`${site}/api/questions/${id}`, { headers: { origin: site } })
  expect(response.status()).toBe(200)
}

function labelOf({ type, locale }: { type: string; locale: Locale }): string {
  const found = questionTypes.find(({ schema }) => schema.type === type)
  return found?.label[locale] ?? type
}
