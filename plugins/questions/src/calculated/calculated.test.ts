import { readAuthored } from '@lectern/kernel'
import { describeQuestionType } from '@lectern/kernel/testing'
import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { questionRenderers } from '../site.ts'
import { drawValues, gridOf } from './drawValues.ts'
import { calculated } from './index.ts'
import { fillPlaceholders, hidePlaceholders } from './placeholders.ts'
import { type Calculated, calculatedSchema } from './schema.ts'

const renderer = questionRenderers.find(({ type }) => type === 'calculated')
if (!renderer) throw new Error('The renderer is missing.')

describeQuestionType(calculated, { renderer, toHtml: renderToStaticMarkup })

const a = { id: 'p1', name: 'a', min: 1, max: 9 }
const b = { id: 'p2', name: 'b', min: 1, max: 9 }
const sum = { id: 'r1', formula: 'a+b', tolerance: 0, fraction: 1 }

function question(settings: object): Calculated {
  const body = { stem: { en: '{a} and {b}' }, parameters: [a, b], answers: [sum], ...settings }
  const read = readAuthored({ type: calculated, version: 1, body })
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return calculatedSchema.authored.parse(read.value)
}

function codesOf(settings: object): string[] {
  return calculated.check(question(settings)).map(({ path, code }) => `${path} ${code}`)
}

function fractionOf({ authored, text, seed }: { authored: Calculated; text: string; seed: number }): number {
  const parsed = calculated.parse({ authored, input: { text }, seed })
  if (!parsed.ok) throw new Error(parsed.error.code)
  return calculated.grade({ authored, response: parsed.value, locale: 'en', seed }).fraction
}

function stemOf(authored: Calculated, seed: number, locale: 'en' | 'ru' = 'en'): string {
  return calculatedSchema.view.parse(calculated.present({ authored, locale, seed })).stem
}

describe('drawn values', () => {
  it('are shown, marked and explained alike for a seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const authored = question({ generalFeedback: { en: '{a} + {b} = {=a+b}' } })
        const [, left, right] = /^(\d) and (\d)$/.exec(stemOf(authored, seed)) ?? []
        const right1 = Number(left) + Number(right)
        expect(fractionOf({ authored, text: String(right1), seed })).toBe(1)
        expect(fractionOf({ authored, text: String(right1 + 1), seed })).toBe(0)
        expect(calculated.key({ authored, locale: 'en', seed }).html).toContain(String(right1))
        const { feedback } = calculated.grade({ authored, response: { text: '1' }, locale: 'en', seed })
        expect(feedback).toEqual([{ html: `${left} + ${right} = ${right1}` }])
      }),
    )
  })

  it('are within their ranges, on their steps and meet all conditions', () => {
    const parameter = fc.record({
      min: fc.integer({ min: -50, max: 50 }),
      size: fc.integer({ min: 0, max: 100 }),
      decimals: fc.integer({ min: 0, max: 6 }),
      step: fc.option(fc.integer({ min: 1, max: 20 })),
    })
    fc.assert(
      fc.property(parameter, fc.integer(), ({ min, size, decimals, step }, seed) => {
        const row = { id: 'p', name: 'x', min, max: min + size, decimals, step }
        const x = drawValues({ parameters: [row], conditions: [], seed }).values.get('x') ?? Number.NaN
        expect(x).toBeGreaterThanOrEqual(min)
        expect(x).toBeLessThanOrEqual(min + size)
        expect(Number(x.toFixed(decimals))).toBe(x)
        expect(step === null ? 0 : Math.abs((x - min) % step)).toBe(0)
      }),
    )
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const { values, met } = drawValues({ ...question({ conditions: [{ id: 'c', text: '0 < a - b < 3' }] }), seed })
        expect(met).toBe(true)
        expect([1, 2]).toContain((values.get('a') ?? 0) - (values.get('b') ?? 0))
      }),
    )
  })

  it('do not depend on the order of the rows, and differ between parameters of the same range', () => {
    const values = (parameters: object[], seed: number) => [...drawValues({ ...question({ parameters }), seed }).values].sort()
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(values([a, b], seed)).toEqual(values([b, a], seed))
      }),
    )
    const pairs = Array.from({ length: 200 }, (_, seed) => values([a, b], seed).map(([, value]) => value))
    expect(pairs.filter(([left, right]) => left === right).length).toBeLessThan(50)
  })

  it('take every value that there is, equally often', () => {
    const counts = new Map<number, number>()
    for (let seed = 0; seed < 3000; seed += 1) {
      const value = drawValues({ ...question({}), seed }).values.get('a') ?? 0
      counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(Math.min(...counts.values())).toBeGreaterThan(250)
  })

  it('find the one combination in thousands that meets the conditions', () => {
    const rare = question({
      parameters: [
        { ...a, max: 70 },
        { ...b, max: 70 },
      ],
      conditions: [
        { id: 'c', text: '4000 < a * b' },
        { id: 'd', text: 'a + b = 2 * 64' },
        { id: 'e', text: 'a = b' },
      ],
    })
    for (const seed of [1, 2, 3]) expect([...drawValues({ ...rare, seed }).values.values()]).toEqual([64, 64])
    expect(calculated.check(rare)).toEqual([])
  })

  it('end when no values meet the conditions, and say so', () => {
    const never = { conditions: [{ id: 'c', text: 'a > 100' }] }
    expect(drawValues({ ...question(never), seed: 1 }).met).toBe(false)
    expect(codesOf(never)).toEqual(['conditions CONDITIONS_NOT_MET'])
    const large = { ...a, max: 1e9, decimals: 6 }
    const hopeless = question({
      parameters: [large, { ...large, id: 'p2', name: 'b' }],
      conditions: [{ id: 'c', text: 'a = b + 0.5' }],
    })
    const began = performance.now()
    expect(calculated.check(hopeless).map(({ code }) => code)).toEqual(['CONDITIONS_NOT_MET'])
    expect(performance.now() - began).toBeLessThan(3000)
    expect(stemOf(hopeless, 5)).toBe(stemOf(hopeless, 5))
  })

  it('are counted in whole steps of the last decimal', () => {
    const { count, valueAt } = gridOf({ id: 'p', name: 'x', min: 0.1, max: 0.7, decimals: 1, step: 0.2 })
    expect(Array.from({ length: count }, (_, at) => valueAt(at))).toEqual([0.1, 0.3, 0.5, 0.7])
    expect(gridOf({ id: 'p', name: 'x', min: 5, max: 1, decimals: 0, step: null }).count).toBe(1)
    expect(gridOf({ id: 'p', name: 'x', min: null, max: null, decimals: 0, step: -1 }).count).toBe(1)
  })
})

describe('placeholders', () => {
  const parameters = [{ id: 'p', name: 'x', min: 0, max: 1, decimals: 2, step: null }]
  const fill = (text: string, locale: 'en' | 'ru' = 'en', x = -1.5) =>
    fillPlaceholders({ html: hidePlaceholders(text), parameters, values: new Map([['x', x]]), locale })

  it.each([
    ['{x}', '−1.50'],
    ['{=x}', '−1.50'],
    ['{=x+0}', '−1.5'],
    ['{=2*x} m', '−3 m'],
    ['{= x / 3 }', '−0.5'],
    ['{=1/3}', '0.3333333333'],
    ['{=1e-9*x}', '−1.5 · 10<sup>−9</sup>'],
    ['<code>{x}</code>', '<code>-1.50</code>'],
    ['{=1/0}', '—'],
    ['{=nothing}', '—'],
    ['\\{x}', '\\{x}'],
    ['{}', '{}'],
    ['{1}', '{1}'],
    ['{ x }', '{ x }'],
    ['\ue00078\ue001', '78'],
  ])('%s → %s', (text, html) => {
    expect(fill(text)).toBe(html)
  })

  it('are written as the language writes numbers, but not in code', () => {
    expect(fill('{x} <code>{x}</code>', 'ru')).toBe('−1,50 <code>-1.50</code>')
  })

  it('never become Markdown or HTML', () => {
    const authored = question({ stem: { en: '*{a}*{b}* {=0-a} [x](https://example.org/?n={a}) `{a}`' } })
    const { values } = drawValues({ ...authored, seed: 3 })
    const value = values.get('a')
    expect(stemOf(authored, 3)).toContain(`−${value} <a href="https://example.org/?n=${value}">x</a> <code>${value}</code>`)
  })

  it('show no private character and no formula in any view', () => {
    const authored = question({ stem: { en: '{a} {=a*b+7} \\{a}', ru: '{b} \ue000ff\ue001' } })
    for (const locale of ['en', 'ru'] as const) expect(stemOf(authored, 9, locale)).not.toMatch(/[\ue000\ue001*]|%EE/)
    expect(stemOf(authored, 9)).toMatch(/^\d \d+ \{a\}$/)
  })
})

describe('check', () => {
  it.each([
    [{ parameters: [a, { ...b, name: '2b' }] }, 'parameters.1.name PARAMETER_NAME_INVALID'],
    [{ parameters: [a, b, { ...b, id: 'p3', name: 'sqrt' }] }, 'parameters.2.name PARAMETER_NAME_TAKEN'],
    [{ parameters: [a, b, { ...b, id: 'p3', name: 'pi' }] }, 'parameters.2.name PARAMETER_NAME_TAKEN'],
    [{ parameters: [a, b, { ...b, id: 'p3' }] }, 'parameters.2.name PARAMETER_DUPLICATE'],
    [{ parameters: [a, { ...b, min: null }] }, 'parameters.1.min RANGE_EMPTY'],
    [{ parameters: [a, { ...b, max: 0 }] }, 'parameters.1.max RANGE_REVERSED'],
    [{ parameters: [a, { ...b, max: 1e300 }] }, 'parameters.1.min PARAMETER_TOO_LARGE'],
    [{ parameters: [a, { ...b, step: 0 }] }, 'parameters.1.step STEP_INVALID'],
    [{ parameters: [a, { ...b, min: 0.5 }] }, 'parameters.1.decimals DECIMALS_TOO_FEW'],
    [{ conditions: [{ id: 'c', text: 'a' }] }, 'conditions.0.text CONDITION_INVALID'],
    [{ conditions: [{ id: 'c', text: 'a > process' }] }, 'conditions.0.text CONDITION_INVALID'],
    [{ answers: [{ ...sum, formula: 'require("fs")' }] }, 'answers.0.formula FORMULA_INVALID'],
    [{ answers: [{ ...sum, formula: 'a+c' }] }, 'answers.0.formula FORMULA_INVALID'],
    [{ answers: [{ ...sum, formula: 'a/(b-3)' }] }, 'answers.0.formula FORMULA_NOT_FINITE'],
    [{ answers: [{ ...sum, formula: 'fact(fact(a))' }] }, 'answers.0.formula FORMULA_NOT_FINITE'],
    [{ answers: [{ ...sum, formula: '*' }] }, 'answers NO_RIGHT_ANSWER'],
    [{ answers: [{ ...sum, fraction: 0.5 }] }, 'answers NO_RIGHT_ANSWER'],
    [{ stem: { en: '{c}' } }, 'stem PLACEHOLDER_INVALID'],
    [{ stem: { en: '{a}', ru: '{=a+}' } }, 'stem PLACEHOLDER_INVALID'],
    [{ stem: { en: '{=sqrt(a-5)}' } }, 'stem FORMULA_NOT_FINITE'],
    [{ answers: [{ ...sum, feedback: { en: '{=globalThis}' } }] }, 'answers.0.feedback PLACEHOLDER_INVALID'],
    [{ stem: { en: '{a}'.repeat(501) } }, 'stem PLACEHOLDERS_TOO_MANY'],
    [{ unit: 'required' }, 'units UNIT_BASE_MISSING'],
  ])('%j: %s', (settings, problem) => {
    expect(codesOf(settings)).toContain(problem)
  })

  it('takes bounded time for the worst that fits the schema', () => {
    const formula = Array.from({ length: 60 }, () => 'a*b').join('+')
    const worst = question({
      parameters: Array.from({ length: 20 }, (_, at) => ({ ...a, id: `p${at}`, name: ['a', 'b'][at] ?? `x${at}` })),
      conditions: Array.from({ length: 20 }, (_, at) => ({ id: `c${at}`, text: `${formula} ${at < 19 ? '>' : '<'} 0` })),
      answers: Array.from({ length: 20 }, (_, at) => ({ ...sum, id: `r${at}`, formula })),
    })
    const began = performance.now()
    expect(calculated.check(worst).map(({ code }) => code)).toContain('CONDITIONS_NOT_MET')
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

describe('marking', () => {
  it('takes the tolerance of a drawn value, and forgives the error of binary fractions', () => {
    const fixed = (value: number) => ({ min: value, max: value, decimals: 6 })
    const authored = question({
      parameters: [
        { ...a, ...fixed(0.1) },
        { ...b, ...fixed(0.2) },
      ],
    })
    expect(fractionOf({ authored, text: '0.3', seed: 1 })).toBe(1)
    const relative = question({ answers: [{ ...sum, formula: '200', tolerance: 0.05, toleranceType: 'relative' }] })
    expect(['190', '189'].map((text) => fractionOf({ authored: relative, text, seed: 1 }))).toEqual([1, 0])
  })

  it('accepts nothing for an answer without a value', () => {
    const authored = question({ answers: [{ ...sum, formula: '1/0' }] })
    expect(fractionOf({ authored, text: '1e308', seed: 1 })).toBe(0)
    expect(calculated.key({ authored, locale: 'en', seed: 1 }).html).not.toBe('')
  })

  it('says a key that is itself accepted', () => {
    const authored = question({ answers: [{ ...sum, formula: 'sqrt(a+b)', tolerance: 0.01, toleranceType: 'relative' }] })
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [said = ''] = /\d[\d.]*/.exec(calculated.key({ authored, locale: 'en', seed }).html) ?? []
        expect(said.length).toBeLessThan(6)
        expect(fractionOf({ authored, text: said, seed })).toBe(1)
      }),
    )
  })
})
