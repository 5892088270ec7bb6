import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { dragMarkers } from './index.ts'
import { markDrops } from './markDrops.ts'
import { dragMarkersSamples } from './samples.ts'

const renderer = questionRenderers.find(({ type }) => type === 'drag-markers')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(dragMarkers, { renderer, toHtml: renderToStaticMarkup })

/** A round zone of radius 4 at so many percent from the left, half way down. */
const zone = (x: number) => ({ id: `z${x}`, shape: 'circle' as const, coordinates: `${x},50; 4` })
const marker = (id: string, at: number[], reusable = false) => ({ id, reusable, zones: at.map(zone) })
const drop = (id: string, x: number) => ({ marker: id, x, y: 50 })

describe('marking of markers', () => {
  const markers = [marker('a', [10]), marker('b', [30, 50], true), marker('c', [70, 90]), marker('d', [])]
  const earned = (...drops: ReturnType<typeof drop>[]) => markDrops({ markers, drops, aspect: 1 }).fraction

  it.each([
    ['everything', [drop('a', 10), drop('b', 30), drop('b', 50), drop('c', 90)], 1],
    ['the other zone of a marker that has two', [drop('a', 10), drop('b', 30), drop('b', 50), drop('c', 70)], 1],
    ['a reusable marker in one of its zones', [drop('b', 30)], 0.25],
    ['a reusable marker twice in one zone', [drop('b', 30), drop('b', 31)], 0.25],
    ['a marker in the zone of another', [drop('a', 30)], 0],
    ['everything and one that belongs nowhere', [drop('a', 10), drop('b', 30), drop('b', 50), drop('c', 90), drop('d', 5)], 0.8],
    ['nothing but one that belongs nowhere', [drop('d', 10)], 0],
  ])('earns for %s', (_, drops, fraction) => {
    expect(earned(...drops)).toBe(fraction)
  })

  it('gives drops to overlapping zones so that as many as possible are right', () => {
    const overlapping = [marker('b', [48, 52], true)]
    const first = [drop('b', 50), drop('b', 45)]
    expect(markDrops({ markers: overlapping, drops: first, aspect: 1 }).fraction).toBe(1)
    expect(markDrops({ markers: overlapping, drops: [...first].reverse(), aspect: 1 }).fraction).toBe(1)
  })

  it('earns less the more a reusable marker is strewn about', () => {
    const everywhere = Array.from({ length: 20 }, (_, at) => drop('b', at * 5))
    expect(earned(...everywhere)).toBe(0.1)
  })

  it('stays within 0 and 1 and does not depend on the order of markers, zones and drops', () => {
    const anyMarkers = fc.array(
      fc.record({ at: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 4 }), reusable: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    const anyDrops = fc.array(fc.record({ of: fc.nat(3), x: fc.integer({ min: 0, max: 100 }) }), { maxLength: 12 })
    fc.assert(
      fc.property(anyMarkers, anyDrops, (drawn, drawnDrops) => {
        const all = drawn.map(({ at, reusable }, index) =>
          marker(
            `m${index}`,
            at.map((place) => place * 8),
            reusable,
          ),
        )
        const drops = drawnDrops.map(({ of, x }) => drop(`m${of % all.length}`, x))
        const { fraction } = markDrops({ markers: all, drops, aspect: 1 })
        const turned = markDrops({
          markers: [...all].reverse().map((each) => ({ ...each, zones: [...each.zones].reverse() })),
          drops: [...drops].reverse(),
          aspect: 1,
        })
        expect(fraction).toBeGreaterThanOrEqual(0)
        expect(fraction).toBeLessThanOrEqual(1)
        expect(turned.fraction).toBe(fraction)
      }),
    )
  })

  it('marks the largest response within bounded time', () => {
    const big = Array.from({ length: 30 }, (_, at) =>
      marker(
        `m${at}`,
        Array.from({ length: 20 }, () => 50),
        true,
      ),
    )
    const drops = big.flatMap(({ id }) => Array.from({ length: 20 }, (_, at) => ({ marker: id, x: 50 + at / 10, y: 50 })))
    expect(markDrops({ markers: big, drops, aspect: 1 }).fraction).toBe(1)
  })
})

const [cell] = dragMarkersSamples
if (!cell) throw new Error('The sample is missing.')

describe('parse of markers', () => {
  const parse = (input: unknown) => dragMarkers.parse({ authored: cell.authored, input, seed: 1 })

  it('sorts, rounds and drops what is put twice on one place', () => {
    const drops = [drop('m5', 20), drop('d3', 30.001), drop('d3', 30), drop('d3', 10)]
    expect(parse({ drops })).toEqual({ ok: true, value: { drops: [drop('d3', 10), drop('d3', 30), drop('m5', 20)] } })
  })

  it.each([
    ['RESPONSE_INVALID', { drops: [{ marker: 'm5', x: Number.NaN, y: 1 }] }],
    ['RESPONSE_INVALID', JSON.parse('{"drops":[{"marker":"m5","x":1e400,"y":1}]}')],
    ['RESPONSE_INVALID', { drops: [{ marker: 'x'.repeat(1_000_000), x: 1, y: 1 }] }],
    ['RESPONSE_INVALID', { drops: Array.from({ length: 10_000 }, () => drop('d3', 1)) }],
    ['MARKER_UNKNOWN', { drops: [drop('__proto__', 1)] }],
    ['MARKER_UNKNOWN', { drops: [drop('\u202em5', 1)] }],
    ['MARKER_TOO_OFTEN', { drops: [drop('m5', 1), drop('m5', 2)] }],
    ['MARKER_TOO_OFTEN', { drops: Array.from({ length: 21 }, (_, at) => drop('d3', at)) }],
  ])('refuses with %s', (code, input) => {
    expect(parse(input)).toMatchObject({ ok: false, error: { code } })
  })
})

describe('a learner’s view of markers', () => {
  it('is the same wherever the markers belong', () => {
    const swapped = {
      ...cell.authored,
      markers: cell.authored.markers.map((each, at, all) => ({ ...each, zones: all[(at + 1) % all.length]?.zones })),
    }
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(dragMarkers.present({ authored: swapped, locale: 'en', seed })).toEqual(
          dragMarkers.present({ authored: cell.authored, locale: 'en', seed }),
        )
      }),
    )
  })
})

describe('check of markers', () => {
  const { markers } = cell.authored
  it.each([
    ['PICTURE_MISSING', { ...cell.authored, media: null }],
    ['NO_RIGHT_ANSWER', { ...cell.authored, places: [], markers: markers.map((each) => ({ ...each, zones: [] })) }],
    ['TEXT_DUPLICATE', { ...cell.authored, markers: [...markers, { ...markers[3], id: 'b3' }] }],
    ['PLACE_MISSING', { ...cell.authored, places: cell.authored.places.slice(1) }],
    ['PLACES_TELL_KEY', { ...cell.authored, markers: markers.slice(0, 1), places: cell.authored.places.slice(1, 2) }],
    [
      'COORDINATES_OUTSIDE',
      {
        ...cell.authored,
        markers: markers.map((each) => (each.reusable ? { ...each, zones: [...each.zones, zone(140)] } : each)),
        places: [],
      },
    ],
  ])('%s', (code, body) => {
    const read = readAuthored({ type: dragMarkers, version: 1, body })
    expect(read.ok && dragMarkers.check(read.value).map((problem) => problem.code)).toEqual([code])
  })
})
