import { describeQuestionType } from '@lectern/kernel/testing'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { fractionAt, labelsOf, toPlace } from './line.ts'
import { numberLine } from './numberLine.ts'
import { questionRenderers } from './renderers.ts'
import { numberLineSamples } from './samples.ts'

const [renderer] = questionRenderers
const [estimate, temperature] = numberLineSamples
if (!renderer || !estimate || !temperature) throw new Error('The renderer or the samples are missing.')

describeQuestionType(numberLine, { renderer, toHtml: renderToStaticMarkup })

describe('a place on the line', () => {
  it.each([
    [0, 0],
    [0.1, 0.1],
    [0.299999999, 0.3],
    [0.34, 0.35],
    [2, 2],
    [2.1, null],
    [-0.01, null],
    [Number.NaN, null],
  ])('for %d is %s', (value, place) => {
    expect(toPlace({ min: 0, max: 2, step: 0.05, value })).toBe(place)
  })

  it('is never past the last whole step', () => {
    expect(toPlace({ min: 0, max: 1, step: 0.3, value: 1 })).toBe(0.9)
  })

  it('has numbers beside it that are written as they are', () => {
    expect(labelsOf({ min: 0, max: 0.5, every: 0.1 })).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5])
  })
})

describe('the mark', () => {
  it.each([
    [0.7, 1],
    [0.65, 1],
    [0.75, 1],
    [0.55, 0.5],
    [0.85, 0.5],
    [0.5, 0],
    [0.9, 0],
  ])('for %d is %d', (value, fraction) => {
    expect(fractionAt({ value, answer: 0.7, tolerance: 0.05, nearTolerance: 0.15 })).toBe(fraction)
  })
})

describe('an author is told', () => {
  it.each([
    [{ min: 10, max: 10 }, ['LINE_EMPTY']],
    [{ step: 0 }, ['STEP_TOO_SMALL']],
    [{ step: 3, answer: 0 }, ['STEP_TOO_LARGE']],
    [{ labelEvery: 0.01 }, ['LABELS_TOO_MANY']],
    [{ answer: 3 }, ['ANSWER_BESIDE_LINE']],
    [{ step: 0.5, tolerance: 0.05 }, ['ANSWER_BETWEEN_STEPS']],
    [{ nearTolerance: 0.05 }, ['NEAR_NOT_WIDER']],
  ])('that %j cannot be used', (change, codes) => {
    expect(numberLine.check({ ...estimate.authored, ...change }).map(({ code }) => code)).toEqual(codes)
  })
})

describe('the drawing', () => {
  const draw = async (authored: unknown, value: number) => {
    const { default: Component } = await renderer.load()
    const view = numberLine.present({ authored, locale: 'en', seed: 1 })
    const props = {
      id: 'q1',
      locale: 'en',
      view,
      response: { value },
      onChange: () => undefined,
      disabled: false,
      review: null,
    } as const
    return renderToStaticMarkup(createElement(Component, props))
  }

  it('tells by ear what it shows to the eye, and no more', async () => {
    expect(await draw(estimate.authored, 0.75)).toContain('aria-valuetext="Your point: between 0 and 1, 80% of the way"')
    expect(await draw(temperature.authored, -2)).toContain('aria-valuetext="Your point: at -2 °C"')
  })

  it('has the point where it belongs', async () => {
    expect(await draw(temperature.authored, 0)).toContain('d="M300 37l')
  })
})

it('reads a written number for marking without a server', () => {
  const from = (plain: unknown) => numberLine.fromPlain?.({ authored: estimate.authored, plain, locale: 'en', seed: 1 })
  expect([from('0,75'), from(0.75), from('much')]).toMatchObject([
    { ok: true, value: { value: 0.75 } },
    { ok: true, value: { value: 0.75 } },
    { ok: false, error: { code: 'RESPONSE_FORM' } },
  ])
})
