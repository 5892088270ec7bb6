import { readAuthored } from '@lectern/kernel'
import type { QuestionReview } from '@lectern/kernel/site'
import { describeQuestionType } from '@lectern/kernel/testing'
import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { hotspot } from './index.ts'
import { markPoints } from './markPoints.ts'
import { hotspotSamples } from './samples.ts'

const renderer = questionRenderers.find(({ type }) => type === 'hotspot')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(hotspot, { renderer, toHtml: renderToStaticMarkup })

/** Round areas of radius 5 in a row at 10, 30, 50, … percent from the left, half way down. */
function row(fractions: number[]) {
  return fractions.map((fraction, at) => ({
    id: `a${at}`,
    shape: 'circle' as const,
    coordinates: `${10 + 20 * at},50; 5`,
    fraction,
  }))
}
const inArea = (at: number) => ({ x: 10 + 20 * at, y: 50 })
const beside = { x: 50, y: 5 }

describe('marking of one point', () => {
  const areas = [...row([1, 0.5, -0.5]), { id: 'ring', shape: 'circle' as const, coordinates: '10,50; 9', fraction: 0.25 }]
  it.each([
    ['the right area, though a ring lies around it', inArea(0), 1],
    ['the ring only', { x: 18, y: 50 }, 0.25],
    ['an area that is half right', inArea(1), 0.5],
    ['an area that costs', inArea(2), -0.5],
    ['no area', beside, 0],
  ])('earns for %s', (_, point, fraction) => {
    expect(markPoints({ areas, points: [point], maxPoints: 1, aspect: 1 }).fraction).toBe(fraction)
  })
})

describe('marking of several points', () => {
  const mark = (fractions: number[], points: { x: number; y: number }[]) =>
    markPoints({ areas: row(fractions), points, maxPoints: 20, aspect: 1 }).fraction

  it.each([
    ['all right areas', [0.5, 0.5], [inArea(0), inArea(1)], 1],
    ['one of two', [0.5, 0.5], [inArea(0)], 0.5],
    ['both and one beside', [0.5, 0.5], [inArea(0), inArea(1), beside], 0.5],
    ['one of two and one beside', [0.5, 0.5], [inArea(0), beside], 0],
    ['only beside', [0.5, 0.5], [beside], 0],
    ['twice the same area', [0.5, 0.5], [inArea(0), { x: 11, y: 50 }], 0.5],
    ['both and an area that costs a quarter', [0.5, 0.5, -0.25], [inArea(0), inArea(1), inArea(2)], 0.75],
    ['both and an area that only has feedback', [0.5, 0.5, 0], [inArea(0), inArea(1), inArea(2)], 0.5],
    ['three thirds', [0.3333333, 0.3333333, 0.3333333], [inArea(0), inArea(1), inArea(2)], 1],
  ])('earns for %s', (_, fractions, points, fraction) => {
    expect(mark(fractions, points)).toBe(fraction)
  })

  const anyFractions = fc.array(fc.constantFrom(-1, -0.5, 0, 0.25, 1 / 3, 0.5, 1), { minLength: 1, maxLength: 5 })
  const anyPoints = fc.array(fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.constantFrom(5, 48, 50) }), {
    minLength: 1,
    maxLength: 12,
  })

  it('stays within 0 and 1 and depends neither on the order of areas nor of points', () => {
    fc.assert(
      fc.property(anyFractions, anyPoints, (fractions, points) => {
        const earned = mark(fractions, points)
        const turned = markPoints({
          areas: row(fractions).reverse(),
          points: [...points].reverse(),
          maxPoints: 20,
          aspect: 1,
        }).fraction
        expect(earned).toBeGreaterThanOrEqual(0)
        expect(earned).toBeLessThanOrEqual(1)
        expect(turned).toBe(earned)
      }),
    )
  })

  it('earns nothing for as many marks beside as there are right areas, whatever else is met', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), (count) => {
        const fractions = Array.from({ length: count }, () => 1 / count)
        const strays = fractions.map((_, at) => ({ x: 10 + at, y: 5 }))
        expect(mark(fractions, [...fractions.map((_, at) => inArea(at)), ...strays])).toBe(0)
      }),
    )
  })

  it('gives full marks for exactly the right areas met and nothing that costs', () => {
    fc.assert(
      fc.property(anyFractions, anyPoints, (fractions, points) => {
        const { fraction, points: marked, missed } = markPoints({ areas: row(fractions), points, maxPoints: 20, aspect: 1 })
        const isFull =
          fractions.some((share) => share > 0) && missed.length === 0 && marked.every(({ area }) => (area?.fraction ?? 0) > 0)
        expect(fraction === 1).toBe(isFull)
      }),
    )
  })
})

const [rings, ponds] = hotspotSamples
if (!rings || !ponds) throw new Error('The samples are missing.')

describe('parse of places on a picture', () => {
  const parse = (input: unknown) => hotspot.parse({ authored: ponds.authored, input, seed: 1 })

  it('rounds, sorts and drops what is marked twice', () => {
    const points = [
      { x: 65.004, y: 70 },
      { x: 20, y: 20.123456 },
      { x: 65.001, y: 70 },
      { x: -0, y: 20.12 },
    ]
    expect(parse({ points })).toEqual({
      ok: true,
      value: {
        points: [
          { x: 0, y: 20.12 },
          { x: 20, y: 20.12 },
          { x: 65, y: 70 },
        ],
      },
    })
  })

  it.each([
    ['RESPONSE_INVALID', { points: [{ x: Number.NaN, y: 1 }] }],
    ['RESPONSE_INVALID', { points: [{ x: Number.POSITIVE_INFINITY, y: 1 }] }],
    ['RESPONSE_INVALID', { points: [{ x: '1', y: 1 }] }],
    ['RESPONSE_INVALID', JSON.parse('{"points":[{"x":1e400,"y":1}]}')],
    ['RESPONSE_INVALID', { points: 'x'.repeat(1_000_000) }],
    ['RESPONSE_INVALID', { points: Array.from({ length: 10_000 }, () => ({ x: 1, y: 1 })) }],
    ['POINTS_TOO_MANY', { points: [1, 2, 3, 4, 5].map((x) => ({ x, y: 1 })) }],
  ])('refuses with %s', (code, input) => {
    expect(parse(input)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('check of places on a picture', () => {
  it.each([
    ['PICTURE_MISSING', { ...rings.authored, media: null }],
    ['NO_RIGHT_ANSWER', { ...rings.authored, areas: rings.authored.areas.slice(1), places: [] }],
    ['NO_RIGHT_ANSWER', { ...ponds.authored, areas: [] }],
    ['SHARES_NOT_100', { ...ponds.authored, areas: ponds.authored.areas.slice(1) }],
    ['POINTS_TOO_FEW', { ...ponds.authored, maxPoints: 2, areas: splitInThree() }],
    [
      'TEXT_EMPTY',
      { ...rings.authored, areas: rings.authored.areas.map((area, at) => (at === 0 ? { ...area, text: {} } : area)) },
    ],
    ['PLACE_MISSING', { ...rings.authored, places: rings.authored.places.slice(1) }],
    [
      'POLYGON_CROSSES_ITSELF',
      {
        ...rings.authored,
        areas: rings.authored.areas.map((area) =>
          area.fraction < 0 ? { ...area, shape: 'polygon', coordinates: '10,10; 40,40; 40,10; 10,40' } : area,
        ),
      },
    ],
  ])('%s', (code, body) => {
    const read = readAuthored({ type: hotspot, version: 1, body })
    expect(read.ok && hotspot.check(read.value).map((problem) => problem.code)).toEqual([code])
  })
})

/** The two ponds and a third area that share the mark. */
function splitInThree() {
  const [north, south] = ponds?.authored.areas ?? []
  return [
    { ...north, fraction: 0.25 },
    { ...south, fraction: 0.5 },
    { ...north, id: 'p3', text: { en: 'West pond' }, fraction: 0.25 },
  ]
}

describe('the picture of a question', () => {
  it('is not shown while it is only an id, and is described in the words of the question before those of the library', () => {
    const view = (media: unknown, alt: object = {}) => {
      const read = readAuthored({ type: hotspot, version: 1, body: { ...rings.authored, media, alt } })
      if (!read.ok) throw new Error(read.error.message)
      return hotspot.present({ authored: read.value, locale: 'ru', seed: 1 })
    }
    expect(view('019a0000-0000-7000-8000-00000000000a')).toMatchObject({ picture: null })
    expect(view(rings.authored.media)).toMatchObject({ picture: { url: '/api/media/file/orchard.png', alt: 'План сада' } })
    expect(view(rings.authored.media, { ru: 'Сад' })).toMatchObject({ picture: { alt: 'Сад' } })
  })

  it.each(['javascript:alert(1)', '//elsewhere.example/x.png', 'data:image/svg+xml,x'])('is refused at the address %s', (url) => {
    const media = { id: 'm', url, width: 1, height: 1, alt: {} }
    expect(readAuthored({ type: hotspot, version: 1, body: { ...rings.authored, media } }).ok).toBe(false)
  })
})

async function draw({ response, review }: { response: unknown; review: QuestionReview | null }): Promise<string> {
  const Component = (await renderer?.load())?.default
  if (!Component) throw new Error('The renderer is missing.')
  const view = hotspot.present({ authored: rings?.authored, locale: 'ru', seed: 1 })
  const common = { id: 'q1', locale: 'ru' as const, view, onChange: () => undefined, disabled: false }
  return renderToStaticMarkup(createElement(Component, { ...common, response, review }))
}

describe('the drawing of places on a picture', () => {
  it('lists a mark by the name of its place, or by where it is', async () => {
    expect(await draw({ response: { points: [{ x: 90, y: 90 }] }, review: null })).toContain('У ворот')
    expect(await draw({ response: { points: [{ x: 12, y: 34 }] }, review: null })).toContain('12 % слева, 34 % сверху')
  })

  it('shows sign and word of a mark in a review, and the right areas only with the key', async () => {
    const response = { points: [{ x: 78, y: 20 }] }
    const { parts, feedback } = hotspot.grade({ authored: rings.authored, response, locale: 'ru', seed: 1 })
    const withoutKey = await draw({ response, review: { parts, feedback } })
    expect(withoutKey).toContain('✗')
    expect(withoutKey).toContain('Неверно')
    expect(withoutKey).not.toContain('<ellipse')
    const key = hotspot.key({ authored: rings.authored, locale: 'ru', seed: 1 })
    expect(await draw({ response, review: { parts, feedback, key } })).toContain(
      '<ellipse cx="31.7" cy="52.3" rx="5.25" ry="10.5"',
    )
  })

  it('can be answered from the list when the picture is missing', async () => {
    const Component = (await renderer.load()).default
    const view = hotspot.present({ authored: { ...rings.authored, media: null }, locale: 'en', seed: 1 })
    const common = { id: 'q1', locale: 'en' as const, view, response: null, onChange: () => undefined }
    const html = renderToStaticMarkup(createElement(Component, { ...common, disabled: false, review: null }))
    expect(html).toContain('The picture cannot be shown')
    expect(html).toContain('<select')
  })
})
