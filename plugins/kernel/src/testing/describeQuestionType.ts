import { type GiftQuestion, type Locale, locales } from '@lectern/content-schemas'
import fc from 'fast-check'
import { createElement, type ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { type AnyQuestionType, type QuestionSample, readAuthored } from '../questionType.ts'
import type { QuestionRenderer, QuestionReview } from '../site.ts'

/** How the kit draws a renderer: `toHtml` is `renderToStaticMarkup` of the package's own react-dom. */
export type RendererUnderTest = { renderer: QuestionRenderer; toHtml: (element: ReactElement) => string }

const seeds = Array.from({ length: 50 }, (_, at) => at * 7919 + 1)

/** Keys of authored bodies that tell what is right; no view may have them at any depth. */
const keyNames = ['fraction', 'feedback', 'generalFeedback', 'answers', 'correct', 'right', 'key', 'weight', 'solution']

/**
 * The suite that every question type passes. Called at the top of a test file of the type's package, with the renderer
 * when there is one: `describeQuestionType(type, { renderer, toHtml: renderToStaticMarkup })`.
 */
export function describeQuestionType(type: AnyQuestionType, drawn?: RendererUnderTest): void {
  describe(`question type ${type.schema.type}`, () => {
    for (const sample of type.samples) describe(`sample “${sample.name}”`, () => describeSample({ type, sample }))
    it('refuses a stored body of a version it never had', () => {
      const read = readAuthored({ type, version: type.schema.version + 1000, body: type.samples[0]?.authored })
      expect(read.ok).toBe(false)
    })
    it('has a block of its own name with a label in every language of the admin', () => {
      expect(type.block.slug).toBe(type.schema.type)
      expect(Object.keys(type.label).sort()).toEqual(['en', 'ru'])
    })
  })
  if (drawn) describeRenderer({ type, ...drawn })
}

type Sample = QuestionSample<unknown, unknown>
type Draw = (props: { response: unknown; review: QuestionReview | null; disabled: boolean }) => Promise<string>

function describeSample({ type, sample }: { type: AnyQuestionType; sample: Sample }): void {
  const authored = authoredOf({ type, sample })
  const mark = (response: unknown, body: unknown = authored) => markOf({ type, authored: body, response })
  const full = fullMarkOf({ type, authored, response: sample.correct })

  it('is stored and read again unchanged', () => {
    expect(authoredOf({ type, sample: { ...sample, authored: JSON.parse(JSON.stringify(authored)) } })).toEqual(authored)
  })

  it('marks the correct, the partial and the wrong response as declared', () => {
    expect(mark(sample.correct)).toBe(full)
    expect(mark(sample.wrong)).toBeLessThanOrEqual(0)
    expect([sample.partial].flatMap((partial) => (partial ? [mark(partial.response)] : []))).toEqual(
      [sample.partial].flatMap((partial) => (partial ? [partial.fraction] : [])),
    )
  })

  it('marks the same response the same twice, and changes neither body nor response', () => {
    const before = JSON.stringify([authored, sample.correct])
    const input = { authored, response: sample.correct, locale: 'en', seed: 1 } as const
    expect(type.grade(input)).toEqual(type.grade(input))
    expect(JSON.stringify([authored, sample.correct])).toBe(before)
  })

  it('gives the same mark in every language', () => {
    expect(locales.map((locale) => type.grade({ authored, response: sample.correct, locale, seed: 1 }).fraction)).toEqual(
      locales.map(() => full),
    )
  })

  it('gives the same mark whatever the order in which the rows were written', () => {
    const reversed = reverseRows(authored)
    for (const response of responsesOf(sample)) expect(mark(response, reversed)).toBe(mark(response))
  })

  it('earns nothing for a blank response', () => {
    for (const blank of [null, undefined, {}])
      expect(type.parse({ authored, input: blank, seed: 1 })).toEqual({ ok: true, value: null })
  })

  it('refuses what cannot be marked, with a code', () => {
    const parsed = type.parse({ authored, input: sample.invalid, seed: 1 })
    expect(parsed.ok ? '' : parsed.error.code).toMatch(/^[A-Z][A-Z0-9_]*$/)
  })

  it('parses its own parsed responses to themselves', () => {
    for (const response of responsesOf(sample)) {
      const once = parsedOf({ type, authored, input: response })
      expect(parsedOf({ type, authored, input: once })).toEqual(once)
    }
  })

  it('answers hostile input without throwing, and marks what it accepts between −1 and 1', () => {
    const property = fc.property(fc.oneof(fc.anything(), nearResponses(sample)), (input) => {
      const parsed = type.parse({ authored, input, seed: 1 })
      const fraction = parsed.ok && parsed.value !== null ? mark(parsed.value) : 0
      expect(Number.isFinite(fraction) && fraction >= -1 && fraction <= 1).toBe(true)
    })
    fc.assert(property, { numRuns: 300 })
  })

  it('draws the same view for the same seed, and a view that fits its schema for every seed', () => {
    for (const seed of seeds) {
      const view = type.present({ authored, locale: 'en', seed })
      expect(type.present({ authored, locale: 'en', seed })).toEqual(view)
      expect(type.schema.view.parse(view)).toEqual(view)
    }
  })

  it('never shows the key: no secret text and no field of the key in any view', () => {
    for (const locale of locales) {
      for (const seed of seeds) {
        const view = type.present({ authored, locale, seed })
        expect(keysOf(view).filter((name) => keyNames.includes(name))).toEqual([])
        expect(sample.secrets.filter((secret) => JSON.stringify(view).includes(secret))).toEqual([])
      }
    }
  })

  it('says the right answer in every language, if there is one', () => {
    const answers = locales.map((locale) => textOf(type.key({ authored, locale, seed: 1 }).html))
    expect(answers.map((answer) => answer !== '')).toEqual(locales.map(() => type.marked !== false))
  })

  it('waits for a person with a mark of 0, and does so for every response or for none', () => {
    const results = responsesOf(sample)
      .map((response) => parsedOf({ type, authored, input: response }))
      .filter((response) => response !== null)
      .map((response) => type.grade({ authored, response, locale: 'en', seed: 1 }))
    const waiting = results.filter(({ needsMarking }) => needsMarking)
    expect(waiting.map(({ fraction }) => fraction)).toEqual(waiting.map(() => 0))
    expect([0, results.length]).toContain(waiting.length)
  })

  it('is found by its words', () => {
    expect(type.search(authored).trim()).not.toBe('')
  })

  it('has nothing for the author to mend', () => {
    expect(type.check(authored)).toEqual([])
  })

  if (type.marked === false) {
    it('marks nothing and waits for nobody', () => {
      for (const response of responsesOf(sample)) {
        const { parts, needsMarking } = type.grade({ authored, response, locale: 'en', seed: 1 })
        expect({ parts, waits: needsMarking ?? false }).toEqual({ parts: [], waits: false })
      }
    })
  }

  if (type.interchange?.gift) describeGift({ type, gift: type.interchange.gift, authored, sample })
}

function describeGift({
  type,
  gift,
  authored,
  sample,
}: {
  type: AnyQuestionType
  gift: NonNullable<NonNullable<AnyQuestionType['interchange']>['gift']>
  authored: unknown
  sample: Sample
}): void {
  const written = (body: unknown, locale: Locale) => gift.toGift(body, { locale }).question
  const read = (body: unknown, locale: Locale) =>
    gift.fromGift(asQuestion(written(body, locale)), { locale, idFor: (ordinal) => `g${ordinal}` })

  it('goes through GIFT and back in every language', () => {
    for (const locale of locales) {
      const again = read(authored, locale)
      expect(type.schema.authored.safeParse(again).success).toBe(true)
      expect(written(again, locale)).toEqual(written(authored, locale))
    }
  })

  it('takes its own translation from GIFT, keeping ids and marks', () => {
    const translated = read(authored, 'ru')
    const merged = gift.mergeTranslation(authored, translated, 'ru')
    if (!merged.ok) throw new Error(merged.error.message)
    expect(written(merged.value, 'ru')).toEqual(written(authored, 'ru'))
    expect(written(merged.value, 'en')).toEqual(written(authored, 'en'))
    expect(markOf({ type, authored: merged.value, response: sample.correct })).toBe(
      fullMarkOf({ type, authored, response: sample.correct }),
    )
  })
}

function describeRenderer({ type, renderer, toHtml }: RendererUnderTest & { type: AnyQuestionType }): void {
  describe(`renderer of ${type.schema.type}`, () => {
    for (const sample of type.samples)
      describe(`sample “${sample.name}”`, () => describeDrawing({ type, sample, renderer, toHtml }))
    it('belongs to the type', () => {
      expect(renderer.type).toBe(type.schema.type)
    })
  })
}

function describeDrawing({
  type,
  sample,
  renderer,
  toHtml,
}: RendererUnderTest & { type: AnyQuestionType; sample: Sample }): void {
  const authored = authoredOf({ type, sample })
  const review = () => {
    const { parts, feedback } = type.grade({ authored, response: sample.correct, locale: 'en', seed: 1 })
    return { parts, feedback, key: type.key({ authored, locale: 'en', seed: 1 }) }
  }
  const draw: Draw = async (props) => {
    const { default: Component } = await renderer.load()
    const view = type.present({ authored, locale: 'en', seed: 1 })
    return toHtml(createElement(Component, { id: 'q1', locale: 'en', view, onChange: () => undefined, ...props }))
  }

  if (sample.correct !== null) describeControls(draw, { sample, review })

  it('has ids of its own', async () => {
    const html = await draw({ response: null, review: null, disabled: false })
    const ids = [...html.matchAll(/\bid="([^"]*)"/g)].map((match) => match[1])
    expect(ids.length).toBe(new Set(ids).size)
    expect(ids.every((id) => id?.startsWith('q1'))).toBe(true)
  })

  it('refers to nothing that is not on the page', async () => {
    const drawn = [await draw({ response: null, review: null, disabled: false })]
    drawn.push(await draw({ response: sample.correct, review: review(), disabled: true }))
    for (const html of drawn) {
      const ids = [...html.matchAll(/\bid="([^"]*)"/g)].map((match) => match[1])
      const references = [...html.matchAll(/\b(?:for|aria-describedby|aria-labelledby|list)="([^"]*)"/g)].flatMap(
        (match) => match[1]?.split(/\s+/) ?? [],
      )
      expect(references.filter((reference) => !ids.includes(reference))).toEqual([])
    }
  })

  it('says in a review what was right', async () => {
    const html = await draw({ response: sample.correct, review: review(), disabled: true })
    expect(html).toContain(review().key.html)
  })

  it('brings no colours of its own', async () => {
    expect(await draw({ response: sample.correct, review: review(), disabled: true })).not.toMatch(/style="/)
  })
}

/** What holds for a question that takes an answer. */
function describeControls(draw: Draw, { sample, review }: { sample: Sample; review: () => QuestionReview }): void {
  it('groups named native controls under a legend', async () => {
    const html = await draw({ response: null, review: null, disabled: false })
    expect(html).toMatch(/<fieldset[\s\S]*<legend/)
    expect(html).toMatch(/<(input|select|textarea|button)\b/)
  })

  it('shows the stored response', async () => {
    const [blank, filled] = await Promise.all(
      [null, sample.correct].map((response) => draw({ response, review: null, disabled: false })),
    )
    expect(filled).not.toBe(blank)
  })

  it('locks the controls when disabled and in a review', async () => {
    expect(await draw({ response: null, review: null, disabled: true })).toContain('disabled=""')
    expect(await draw({ response: sample.correct, review: review(), disabled: false })).toContain('disabled=""')
  })
}

/** What the correct response earns: nothing where nothing is marked, and nothing yet where a person marks. */
function fullMarkOf({ type, authored, response }: { type: AnyQuestionType; authored: unknown; response: unknown }): number {
  if (type.marked === false) return 0
  return type.grade({ authored, response, locale: 'en', seed: 1 }).needsMarking ? 0 : 1
}

function authoredOf({ type, sample }: { type: AnyQuestionType; sample: Sample }): unknown {
  const read = readAuthored({ type, version: type.schema.version, body: sample.authored })
  if (!read.ok) throw new Error(`${read.error.message} ${JSON.stringify(read.error.details)}`)
  return read.value
}

function parsedOf({ type, authored, input }: { type: AnyQuestionType; authored: unknown; input: unknown }): unknown {
  const parsed = type.parse({ authored, input, seed: 1 })
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${parsed.error.message}`)
  return parsed.value
}

function markOf({ type, authored, response }: { type: AnyQuestionType; authored: unknown; response: unknown }): number {
  return type.grade({ authored, response: parsedOf({ type, authored, input: response }), locale: 'en', seed: 1 }).fraction
}

function responsesOf(sample: Sample): unknown[] {
  return [sample.correct, sample.wrong, ...(sample.partial ? [sample.partial.response] : [])]
}

/** Objects with the keys of a real response and anything in them: hostile input that gets past the first look. */
function nearResponses(sample: Sample): fc.Arbitrary<unknown> {
  const names = Object.keys(typeof sample.correct === 'object' && sample.correct !== null ? sample.correct : {})
  return fc.oneof(
    fc.record(Object.fromEntries(names.map((name) => [name, fc.anything()]))),
    fc.record(Object.fromEntries(names.map((name) => [name, fc.string({ unit: 'binary', maxLength: 1200 })]))),
    fc.record(Object.fromEntries(names.map((name) => [name, fc.array(fc.string())]))),
  )
}

/** The body with its lists of rows (objects with an id) in the opposite order. */
function reverseRows(value: unknown): unknown {
  if (Array.isArray(value)) {
    const rows = value.map(reverseRows)
    return rows.every((row) => typeof row === 'object' && row !== null && 'id' in row) ? rows.reverse() : rows
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, reverseRows(inner)]))
}

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...keysOf(inner)])
}

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, '').trim()
}

function asQuestion(question: Omit<GiftQuestion, 'line' | 'name' | 'category' | 'tags'>): GiftQuestion {
  return { ...question, line: 1, name: undefined, category: undefined, tags: [] }
}
