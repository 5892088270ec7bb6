import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openBrowser } from '../../scripts/src/browser/openBrowser.ts'
import { signInToAdmin } from '../support/browserEditor.ts'
import { findInstallation } from '../support/browserInstallation.ts'
import { openVisit, type Visit } from '../support/browserVisit.ts'
import { keepScreenshot } from '../support/keepScreenshot.ts'

const words = {
  en: {
    browser: 'en-GB',
    filters: 'Narrow the list',
    use: 'Use',
    type: 'Type',
    singleChoice: 'Single choice',
    many: 'Change many questions',
    add: /^Add tags/,
    change: 'Change',
    changed: 'changed: 2',
    undo: 'Undo',
    undone: 'as before again: 2',
    whereUsed: 'Where it is used',
    namedBy: 'Tests that name it',
    same: 'The same question is in the bank already',
    duplicates: 'Possible duplicates',
    keep: 'Keep this one',
    kept: 'The other one is retired.',
    draw: 'Draw the areas',
    rectangle: 'Add: Rectangle',
    polygon: 'Add: Polygon',
    lowerRight: /^Lower right corner/,
    corner: /^Corner 1,/,
    crosses: 'The outline would cross itself',
    search: 'Search by Title or Key',
  },
  ru: {
    browser: 'ru-RU',
    filters: 'Сузить список',
    use: 'Использование',
    type: 'Тип',
    singleChoice: 'Один вариант',
    many: 'Изменить много вопросов',
    add: /^Добавить метки/,
    change: 'Изменить',
    changed: 'изменено: 2',
    undo: 'Отменить',
    undone: 'снова как было: 2',
    whereUsed: 'Где используется',
    namedBy: 'Тесты, где он назван',
    same: 'Такой же вопрос уже есть в банке',
    duplicates: 'Возможные повторы',
    keep: 'Оставить этот',
    kept: 'Другой выведен из употребления.',
    draw: 'Нарисуйте области',
    rectangle: 'Добавить: Прямоугольник',
    polygon: 'Добавить: Многоугольник',
    lowerRight: /^Правый нижний угол/,
    corner: /^Угол 1,/,
    crosses: 'Контур пересёк бы сам себя',
    search: 'Искать: Название или Ключ',
  },
}
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300" viewBox="0 0 600 300"><rect width="600" height="300" fill="#ddd8cc"/><circle cx="180" cy="150" r="90" fill="#7d9c6c"/></svg>`

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each(['en', 'ru'] as const)('the question bank in %s', (locale) => {
  const say = words[locale]
  let visit: Visit
  let made: string[] = []
  beforeAll(async () => {
    visit = await openVisit({ browser, locale: say.browser })
    await signInToAdmin({ page: visit.page, role: 'editor' })
  })
  beforeEach(() => {
    visit.problems.length = 0
  })
  afterEach(async () => {
    for (const id of made) await remove({ context: visit.context, path: `questions/${id}` })
    made = []
  })
  afterAll(() => visit.context.close())

  const create = async (data: Record<string, unknown>) => {
    const id = await createQuestion({ context: visit.context, data })
    made.push(id)
    return id
  }

  it('lists questions by the labels of their types, and narrows the list', async () => {
    const { page, problems } = visit
    await page.goto('/admin/collections/questions?limit=25')
    // The list writes its query into the address once it listens.
    await page.waitForURL(/depth=1/)
    await page.locator('table tbody tr').first().waitFor()
    const before = await page.locator('table tbody tr').count()
    await page.getByRole('group', { name: say.filters }).getByLabel(say.type).selectOption({ value: 'single-choice' })
    await page.waitForURL(/single-choice/)
    await page.locator('.cell-type').getByText(say.singleChoice).first().waitFor()
    await keepScreenshot({ page, name: `bank-list-${locale}` })
    const types = await page.locator('td.cell-type').allInnerTexts()
    expect(new Set(types)).toEqual(new Set([say.singleChoice]))
    expect(types.length).toBeLessThanOrEqual(before)
    expect(problems).toEqual([])
  })

  it('changes the selected questions at once, and takes it back', async () => {
    const { page, problems, context } = visit
    const tag = `many-${locale}-${Date.now()}`
    const ids = [await create({ name: `Many one ${tag}` }), await create({ name: `Many two ${tag}` })]
    await page.goto(`/admin/collections/questions?search=${tag}`)
    await page.locator('table tbody tr').nth(1).waitFor()
    await page.locator('thead input[type=checkbox]').check()
    const panel = page.getByRole('region', { name: say.many })
    await panel.getByLabel(say.add).fill(tag)
    await keepScreenshot({ page, name: `bank-bulk-${locale}` })
    await panel.getByRole('button', { name: say.change, exact: true }).click()
    await panel.getByText(say.changed).waitFor()
    expect(await tagsOf({ context, ids })).toEqual([[tag], [tag]])
    await panel.getByRole('button', { name: say.undo }).click()
    await panel.getByText(say.undone).waitFor()
    expect(await tagsOf({ context, ids })).toEqual([[], []])
    expect(problems).toEqual([])
  })

  it('says where a question is used', async () => {
    const { page, problems, context } = visit
    const id = await firstNamedQuestion(context)
    await page.goto(`/admin/collections/questions/${id}`)
    const panel = page.getByRole('region', { name: say.whereUsed })
    await panel.getByRole('heading', { name: say.namedBy }).waitFor()
    await panel.getByRole('link').first().waitFor()
    await keepScreenshot({ page, name: `bank-question-${locale}` })
    expect(problems).toEqual([])
  })

  it('warns of the same question while it is written, and settles duplicates side by side', async () => {
    const { page, problems } = visit
    const stem = `Which of the lighthouses on the ${locale} coast burned oil until ${Date.now()}, and who kept it then?`
    const first = await create({ name: `Lighthouse A ${locale}`, stem })
    const second = await create({ name: `Lighthouse B ${locale}`, stem: `${stem} Say one.` })
    const paired = async () => JSON.stringify(await read({ context: visit.context, path: 'bank/duplicates?page=1' }))
    await expect.poll(paired, { timeout: 30_000 }).toContain(`Lighthouse A ${locale}`)
    await page.goto(`/admin/collections/questions/${first}`)
    await page.getByRole('link', { name: `Lighthouse B ${locale}` }).waitFor()
    await page.locator('#field-body__0__stem').fill(`${stem} Say one.`)
    await page.getByText(say.same).waitFor()
    await page.goto('/admin/collections/questions/duplicates')
    await page.getByRole('heading', { level: 1, name: say.duplicates }).waitFor()
    const card = page.locator('.bank-pair').filter({ hasText: `Lighthouse A ${locale}` })
    await card.waitFor()
    await keepScreenshot({ page, name: `bank-duplicates-${locale}` })
    await card
      .locator('section')
      .filter({ hasText: `Lighthouse A ${locale}` })
      .getByRole('button', { name: say.keep })
      .click()
    await page.getByText(say.kept).first().waitFor()
    await card.waitFor({ state: 'detached' })
    const { retired } = await read({ context: visit.context, path: `questions/${second}?draft=true&depth=0` })
    expect(retired).toBe(true)
    expect(problems).toEqual([])
  })

  it('draws areas on a picture by keyboard and by pointer, and refuses an outline that crosses itself', async () => {
    const { page, problems, context } = visit
    const media = await uploadPicture(context)
    const block = { blockType: 'hotspot', stem: 'Where is the field?', media, alt: 'A plan', maxPoints: 1, areas: [], places: [] }
    const id = await create({ name: `Plan ${locale}`, body: [block] })
    await page.goto(`/admin/collections/questions/${id}`)
    const pad = page.getByRole('region', { name: say.draw })
    await pad.getByRole('button', { name: say.rectangle }).click()
    const coordinates = (at: number) => page.locator(`#field-body__0__areas__${at}__coordinates`)
    await coordinates(0).waitFor()
    await pad.getByRole('button', { name: say.lowerRight }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    expect(await coordinates(0).inputValue()).toBe('35,35; 31,40')

    await pad.getByRole('button', { name: say.polygon }).click()
    await coordinates(1).waitFor()
    const handle = pad.getByRole('button', { name: say.corner })
    const box = await handle.boundingBox()
    const surface = await pad.locator('.area-canvas').boundingBox()
    if (!box || !surface) throw new Error('The picture is not shown.')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 - surface.width * 0.1, box.y + box.height / 2, { steps: 4 })
    await page.mouse.up()
    expect(await coordinates(1).inputValue()).toBe('25,35; 65,35; 65,65; 35,65')
    await keepScreenshot({ page, name: `bank-areas-${locale}` })

    await handle.focus()
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowDown')
    await pad.getByText(say.crosses).waitFor()
    expect(problems).toEqual([])
  })

  it('names what a list of tests is searched by', async () => {
    const { page } = visit
    await page.goto('/admin/collections/tests')
    await page.getByPlaceholder(say.search).waitFor()
    expect(await page.getByPlaceholder(say.search).count()).toBe(1)
  })
})

describe('the admin', () => {
  it('asks no other server for anything, whichever page is opened', async () => {
    const visit = await openVisit({ browser, locale: 'en-GB' })
    const { page, context } = visit
    const site = new URL(findInstallation().url).origin
    const elsewhere: string[] = []
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== site) elsewhere.push(request.url())
    })
    await signInToAdmin({ page, role: 'admin' })
    const hrefs = await page
      .locator('nav a[href*="/collections/"], nav a[href*="/globals/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    const lists = [...new Set(hrefs)]
    expect(lists.length).toBeGreaterThan(8)
    for (const list of [...lists, '/admin/account']) {
      await page.goto(list)
      await page.waitForLoadState('networkidle')
      const slug = list.split('/collections/')[1]
      const documents = slug ? await idsOf({ context, slug }) : []
      for (const id of documents) {
        await page.goto(`${list}/${id}`)
        await page.waitForLoadState('networkidle')
      }
    }
    await context.close()
    expect(elsewhere).toEqual([])
  }, 400_000)
})

async function createQuestion({ context, data }: { context: BrowserContext; data: Record<string, unknown> }): Promise<string> {
  const { url } = findInstallation()
  const { stem = `A question of its own, ${Math.random()}`, ...fields } = data
  const options = [
    { id: 'right', text: 'yes', fraction: 1 },
    { id: 'wrong', text: 'no', fraction: 0 },
  ]
  const body = [{ blockType: 'single-choice', stem, options }]
  const response = await context.request.post(`${url}/api/questions?locale=en&draft=true&depth=0`, {
    headers: { origin: url },
    data: { _status: 'draft', body, ...fields },
  })
  expect(response.status(), await response.text()).toBe(201)
  return z.object({ doc: z.object({ id: z.uuid() }) }).parse(await response.json()).doc.id
}

async function uploadPicture(context: BrowserContext): Promise<string> {
  const { url } = findInstallation()
  const response = await context.request.post(`${url}/api/media`, {
    headers: { origin: url },
    multipart: { file: { name: 'plan.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(picture) }, _payload: '{}' },
  })
  expect(response.status(), await response.text()).toBe(201)
  return z.object({ doc: z.object({ id: z.uuid() }) }).parse(await response.json()).doc.id
}

async function read({ context, path }: { context: BrowserContext; path: string }): Promise<Record<string, unknown>> {
  const response = await context.request.get(`${findInstallation().url}/api/${path}`)
  return z.record(z.string(), z.unknown()).parse(await response.json())
}

async function remove({ context, path }: { context: BrowserContext; path: string }): Promise<void> {
  const { url } = findInstallation()
  await context.request.delete(`${url}/api/${path}`, { headers: { origin: url } })
}

async function tagsOf({ context, ids }: { context: BrowserContext; ids: string[] }): Promise<unknown[]> {
  return Promise.all(ids.map(async (id) => (await read({ context, path: `questions/${id}?draft=true&depth=0` })).tags ?? []))
}

/** A question that a test of the demo names. */
async function firstNamedQuestion(context: BrowserContext): Promise<string> {
  const { docs } = z
    .object({ docs: z.array(z.object({ items: z.array(z.object({ question: z.string().nullish() })) })) })
    .parse(await read({ context, path: 'tests?depth=0&limit=5&sort=createdAt' }))
  return z.string().parse(docs.flatMap(({ items }) => items.flatMap(({ question }) => question ?? []))[0])
}

async function idsOf({ context, slug }: { context: BrowserContext; slug: string }): Promise<string[]> {
  const { docs = [] } = z
    .object({ docs: z.array(z.object({ id: z.string() })).optional() })
    .parse(await read({ context, path: `${slug}?depth=0&limit=1` }))
  return docs.map(({ id }) => id)
}
