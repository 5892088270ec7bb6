import type { Locator, Page } from 'playwright-core'
import { z } from 'zod'

/** `keyboard` never touches the mouse: it goes from control to control by Tab, as somebody without one does. */
export type Way = 'pointer' | 'keyboard'
type Hand = { page: Page; way: Way; id: string }

const responseSchema = z.union([
  z.null().transform(() => ({ kind: 'nothing' as const })),
  z.object({ option: z.string() }).transform(({ option }) => ({ kind: 'options' as const, options: [option] })),
  z.object({ value: z.boolean() }).transform(({ value }) => ({ kind: 'options' as const, options: [String(value)] })),
  z.object({ value: z.number() }).transform(({ value }) => ({ kind: 'place' as const, value })),
  z.object({ options: z.array(z.string()) }).transform(({ options }) => ({ kind: 'options' as const, options })),
  z.object({ text: z.string(), unit: z.string().optional() }).transform((given) => ({ kind: 'text' as const, ...given })),
  z.object({ files: z.array(z.string()), comment: z.string() }).transform((given) => ({ kind: 'files' as const, ...given })),
  z
    .object({ choices: z.array(z.object({ row: z.string(), option: z.string() })) })
    .transform(({ choices }) => ({ kind: 'rows' as const, choices })),
  z.object({ gaps: z.record(z.string(), z.string()) }).transform(({ gaps }) => ({ kind: 'gaps' as const, gaps })),
  z.object({ order: z.array(z.string()) }).transform(({ order }) => ({ kind: 'order' as const, order })),
  z
    .object({ points: z.array(z.object({ x: z.number(), y: z.number() })) })
    .transform(({ points }) => ({ kind: 'drops' as const, drops: points.map((point) => ({ marker: null, ...point })) })),
  z
    .object({ drops: z.array(z.object({ marker: z.string(), x: z.number(), y: z.number() })) })
    .transform(({ drops }) => ({ kind: 'drops' as const, drops })),
])

/** Gives a response to the blank question whose controls have the prefix `id`, as a person would, with one hand or the other. */
export async function answerByHand({ page, way, id, response }: Hand & { response: unknown }): Promise<void> {
  const hand = { page, way, id }
  const given = responseSchema.parse(response)
  // Each type's code comes when it is needed.
  await page
    .locator(`[id^=${JSON.stringify(`${id}-`)}]`)
    .first()
    .waitFor({ state: 'attached' })
  switch (given.kind) {
    case 'nothing':
      return
    case 'options':
      for (const option of given.options) await choose({ hand, control: `${id}-${option}` })
      return
    case 'text':
      await write({ hand, control: `${id}-text`, text: given.text })
      if (given.unit !== undefined) await select({ hand, control: `${id}-unit`, value: given.unit })
      return
    case 'place':
      await putOnLine({ hand, value: given.value })
      return
    case 'files':
      for (const file of given.files) await handFile({ hand, name: `${file}.pdf` })
      await write({ hand, control: `${id}-comment`, text: given.comment })
      return
    case 'rows':
      for (const { row, option } of await inOrderOfPage({ hand, choices: given.choices })) {
        if ((await byId(page, `${id}-${row}`).count()) > 0) await select({ hand, control: `${id}-${row}`, value: option })
        else await choose({ hand, control: `${id}-${row}-${option}` })
      }
      return
    case 'gaps':
      for (const [gap, value] of Object.entries(given.gaps)) await fillGap({ hand, gap, value })
      return
    case 'order':
      await sortInto({ hand, order: given.order })
      return
    case 'drops':
      for (const drop of given.drops) await putOnPicture({ hand, ...drop })
  }
}

/** Goes to an element by Tab and Shift+Tab alone; throws when that does not lead there. */
export async function tabTo({ page, target }: { page: Page; target: Locator }): Promise<void> {
  for (let pressed = 0; pressed < 400; pressed += 1) {
    const way = await target.evaluate((element) => {
      const { activeElement } = document
      if (activeElement === element) return 'there'
      const isBehind =
        activeElement !== null && (activeElement.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) > 0
      return isBehind ? 'Shift+Tab' : 'Tab'
    })
    if (way === 'there') return
    await page.keyboard.press(way)
  }
  throw new Error(`Tab does not lead to ${target}.`)
}

/** Presses a button by the mouse, or by Tab and Enter. */
export async function press({ page, way, target }: { page: Page; way: Way; target: Locator }): Promise<void> {
  if (way === 'pointer') return target.click()
  await tabTo({ page, target })
  await page.keyboard.press('Enter')
}

async function choose({ hand: { page, way }, control }: { hand: Hand; control: string }): Promise<void> {
  const target = byId(page, control)
  if (way === 'pointer') {
    await page.locator(`label[for=${JSON.stringify(control)}]`).click()
    return
  }
  if ((await target.getAttribute('type')) === 'checkbox') {
    await tabTo({ page, target })
    await page.keyboard.press('Space')
    return
  }
  // Tab stops once at a group of radio buttons, at the chosen one or at an end; arrows go on from there.
  const group = page.locator(`input[name=${JSON.stringify(await target.getAttribute('name'))}]`)
  const chosen = group.and(page.locator(':checked'))
  await tabTo({ page, target: (await chosen.count()) > 0 ? chosen : group.first() })
  await page.keyboard.press('Space')
  for (let moved = 0; moved < (await group.count()) && !(await target.isChecked()); moved += 1)
    await page.keyboard.press('ArrowDown')
}

async function write({ hand: { page, way }, control, text }: { hand: Hand; control: string; text: string }): Promise<void> {
  const target = byId(page, control)
  if (way === 'pointer') await target.click()
  else await tabTo({ page, target })
  await page.keyboard.insertText(text)
}

/** Half the width of a slider's handle, in pixels: its middle never comes nearer to an end. */
const halfHandle = 22

async function putOnLine({ hand: { page, way, id }, value }: { hand: Hand; value: number }): Promise<void> {
  const slider = byId(page, `${id}-point`)
  const [min, max, step] = await slider.evaluate((element) =>
    ['min', 'max', 'step'].map((name) => Number(element.getAttribute(name))),
  )
  const from = min ?? 0
  if (way === 'keyboard') {
    await tabTo({ page, target: slider })
    await page.keyboard.press('Home')
    for (let steps = Math.round((value - from) / (step ?? 1)); steps > 0; steps -= 1) await page.keyboard.press('ArrowRight')
    return
  }
  await slider.scrollIntoViewIfNeeded()
  const box = await slider.boundingBox()
  if (!box) throw new Error('The line is not on the page.')
  const share = (value - from) / ((max ?? 1) - from)
  await page.mouse.click(box.x + halfHandle + share * (box.width - 2 * halfHandle), box.y + box.height / 2)
}

/** Chooses a file that the test makes up, and waits until it has been handed in. */
async function handFile({ hand: { page, way, id }, name }: { hand: Hand; name: string }): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  if (way === 'pointer') await page.locator(`label[for=${JSON.stringify(`${id}-choose`)}]`).click()
  else await press({ page, way, target: byId(page, `${id}-choose`) })
  const buffer = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
  await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer })
  await page.getByRole('link', { name }).waitFor()
}

async function select({ hand: { page, way }, control, value }: { hand: Hand; control: string; value: string }): Promise<void> {
  const target = byId(page, control)
  if (way === 'pointer') {
    await target.selectOption(value)
    return
  }
  await tabTo({ page, target })
  const places = await target
    .locator('option:not([disabled])')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value')))
  for (let moved = places.indexOf(value); moved > 0; moved -= 1) await page.keyboard.press('ArrowDown')
}

async function fillGap({ hand, gap, value }: { hand: Hand; gap: string; value: string }): Promise<void> {
  const { page, way, id } = hand
  const control = `${id}-${gap}`
  const target = byId(page, control)
  if ((await target.evaluate((element) => element.tagName)) === 'INPUT') return write({ hand, control, text: value })
  const word = await target.locator(`option[value=${JSON.stringify(value)}]`).textContent()
  const chip = page.locator(`.q-drag-words:has([id=${JSON.stringify(control)}]) .q-word`, { hasText: word ?? '' }).first()
  if (way === 'keyboard' || (await chip.count()) === 0) return select({ hand, control, value })
  await drag({ page, from: chip, to: target })
}

/** Each item to its place, from the first to the last: with the mouse by its handle, else by the button that moves it up. */
async function sortInto({ hand: { page, way, id }, order }: { hand: Hand; order: string[] }): Promise<void> {
  const items = page.locator(`.q-order:has([id=${JSON.stringify(`${id}-${order[0]}-text`)}]) > li`)
  for (const [place, item] of order.entries()) {
    const own = items.filter({ has: byId(page, `${id}-${item}-text`) })
    if (way === 'pointer') {
      if ((await own.innerText()) === (await items.nth(place).innerText())) continue
      // A row makes room when the pointer is beyond its middle.
      await drag({ page, from: own.locator('.q-order-handle'), to: items.nth(place), down: 0.25 })
      continue
    }
    const at = await items.evaluateAll(
      (rows, wanted) => rows.findIndex((row) => row.querySelector(`[id=${JSON.stringify(wanted)}]`) !== null),
      `${id}-${item}-text`,
    )
    for (let moved = at; moved > place; moved -= 1) {
      await press({ page, way, target: byId(page, `${id}-${item}-up`) })
    }
  }
  // An order that stands as it should from the start still has to be given.
  const keep = page
    .locator(`.q-ordering:has([id=${JSON.stringify(`${id}-${order[0]}-text`)}]) .q-order-state`)
    .getByRole('button')
  if ((await keep.textContent()) === 'Answer with this order') await press({ page, way, target: keep })
}

async function putOnPicture({ hand, marker, x, y }: { hand: Hand; marker: string | null; x: number; y: number }): Promise<void> {
  const { page, way, id } = hand
  if (marker !== null) await choose({ hand, control: `${id}-${marker}` })
  const pad = byId(page, `${id}-pad`)
  if (way === 'pointer') {
    await pad.scrollIntoViewIfNeeded()
    const box = await pad.boundingBox()
    if (!box) throw new Error('The picture is not on the page.')
    await page.mouse.click(box.x + (box.width * x) / 100, box.y + (box.height * y) / 100)
    return
  }
  await tabTo({ page, target: pad })
  const [left, top] = await crosshairOf(pad)
  await step({ page, by: Math.round(x - left), keys: ['ArrowLeft', 'ArrowRight'] })
  await step({ page, by: Math.round(y - top), keys: ['ArrowUp', 'ArrowDown'] })
  await page.keyboard.press('Enter')
}

/** Where the crosshair of a picture stands, in percent from the left and from the top. */
async function crosshairOf(pad: Locator): Promise<[number, number]> {
  const cross = pad.locator('xpath=..').locator('.q-pad-cross')
  const [x, y] = [await cross.getAttribute('x'), await cross.getAttribute('y')]
  return [Number.parseFloat(x ?? ''), Number.parseFloat(y ?? '')]
}

async function step({ page, by, keys: [back, on] }: { page: Page; by: number; keys: [string, string] }): Promise<void> {
  const key = by < 0 ? back : on
  for (let tens = Math.floor(Math.abs(by) / 10); tens > 0; tens -= 1) await page.keyboard.press(`Shift+${key}`)
  for (let ones = Math.abs(by) % 10; ones > 0; ones -= 1) await page.keyboard.press(key)
}

/** `down`: how far down the target it is let go, as a share of its height. */
async function drag({ page, from, to, down = 0.5 }: { page: Page; from: Locator; to: Locator; down?: number }): Promise<void> {
  // Both have to be in view: the mouse moves over what is seen.
  await to.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('What is dragged, or where to, is not on the page.')
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(end.x + end.width / 2, end.y + end.height * down, { steps: 8 })
  await page.mouse.up()
}

/** As the page has them, so that Tab goes one way. */
async function inOrderOfPage<Choice extends { row: string; option: string }>({
  hand: { page, id },
  choices,
}: {
  hand: Hand
  choices: Choice[]
}): Promise<Choice[]> {
  const ids = await page
    .locator(`[id^=${JSON.stringify(`${id}-`)}]`)
    .evaluateAll((elements) => elements.map((element) => element.id))
  const placeOf = ({ row, option }: Choice) =>
    ids.findIndex((known) => known === `${id}-${row}` || known === `${id}-${row}-${option}`)
  return choices.toSorted((left, right) => placeOf(left) - placeOf(right))
}

/** Ids may have characters that mean something in a selector. */
function byId(page: Page, id: string): Locator {
  return page.locator(`[id=${JSON.stringify(id)}]`)
}
