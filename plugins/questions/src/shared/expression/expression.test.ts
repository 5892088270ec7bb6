import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, it } from 'vitest'
import { evaluate, holds } from './evaluate.ts'
import { evaluateExactly } from './evaluateExactly.ts'
import { authorFunctions, learnerFunctions, roundTo } from './functions.ts'
import { parseCondition, parseExpression } from './parseExpression.ts'

const variables = new Set(['x', 'y', 'ab'])
const values = new Map([
  ['x', 3],
  ['y', 5],
  ['ab', 7],
])

function read(text: string, functions = authorFunctions) {
  return parseExpression({ text, variables, functions })
}

function compute(text: string): number {
  const expression = read(text)
  if (!expression.ok) throw new Error(expression.error.code)
  return evaluate({ expression: expression.value, values })
}

function codeOf(text: string, functions = authorFunctions): string {
  const expression = read(text, functions)
  return expression.ok ? 'read' : expression.error.code
}

describe('parseExpression', () => {
  it.each([
    ['1+2*3', 7],
    ['2^3^2', 512],
    ['-x^2', -9],
    ['2^-1', 0.5],
    ['8/4/2', 1],
    ['1-2-3', -4],
    ['2x(y+1)', 36],
    ['(x)(y)', 15],
    ['xy^2', 75],
    ['xy', 15],
    ['aby', 35],
    ['2ab', 14],
    ['x sqrt(4)', 6],
    ['xsqrt(4)', 6],
    ['√4 x', 6],
    ['2√(y+4)', 6],
    ['x²y', 45],
    ['x⁻¹', 1 / 3],
    ['6÷x×2', 4],
    ['6:x', 2],
    ['−x', -3],
    ['--x', 3],
    ['x**2', 9],
    ['1e3', 1000],
    ['.5x', 1.5],
    ['2e', 2 * Math.E],
    ['π', Math.PI],
    ['х', 3],
    ['round(2.675, 2)', 2.68],
    ['max(x; y; 4)', 5],
    ['mod(-1, 3)', 2],
    ['choose(5, 2) + fact(4)', 34],
    ['log(8, 2)', 3],
  ])('%s is %d', (text, value) => {
    expect(compute(text)).toBeCloseTo(value, 12)
  })

  it.each([
    ['', 'EXPRESSION_EMPTY'],
    ['1/2x', 'EXPRESSION_AMBIGUOUS'],
    ['1/x(y)', 'EXPRESSION_AMBIGUOUS'],
    ['2 3', 'EXPRESSION_SYNTAX'],
    ['x2', 'EXPRESSION_NAME_UNKNOWN'],
    ['x+', 'EXPRESSION_SYNTAX'],
    ['(x', 'EXPRESSION_BRACKETS_MISSING'],
    ['x)', 'EXPRESSION_SYNTAX'],
    ['sin x', 'EXPRESSION_BRACKETS_MISSING'],
    ['sin^2(x)', 'EXPRESSION_BRACKETS_MISSING'],
    ['sin(x, y)', 'EXPRESSION_ARGUMENTS'],
    ['x < y', 'EXPRESSION_SYNTAX'],
    ['x = 1', 'EXPRESSION_SYNTAX'],
    ['x!', 'EXPRESSION_CHARACTER'],
    ['1e400', 'EXPRESSION_NUMBER'],
    ['1e-400', 'EXPRESSION_NUMBER'],
    ['NaN', 'EXPRESSION_NAME_UNKNOWN'],
    ['Infinity', 'EXPRESSION_NAME_UNKNOWN'],
    [`${'('.repeat(200)}x${')'.repeat(200)}`, 'EXPRESSION_TOO_COMPLEX'],
    ['-'.repeat(400).concat('x'), 'EXPRESSION_TOO_COMPLEX'],
    ['x^'.repeat(200).concat('x'), 'EXPRESSION_TOO_COMPLEX'],
    ['x+'.repeat(200).concat('x'), 'EXPRESSION_TOO_COMPLEX'],
    ['x'.repeat(1_000_000), 'EXPRESSION_TOO_LONG'],
  ])('refuses %s with %s', (text, code) => {
    expect(codeOf(text)).toBe(code)
  })

  it.each([
    'process.exit(1)',
    'require("fs")',
    'import("node:fs")',
    'globalThis',
    'constructor',
    'x.constructor',
    '__proto__',
    'toString()',
    'f(x)=x',
    'x=1',
    'x;y=2',
    '[1,2]',
    'while(1)',
    'createUnit("a")',
    'evaluate("1")',
    'x?1:2',
    '"text"',
    '`text`',
    '() => 1',
    '\u202ex',
  ])('has no way to %s', (text) => {
    expect(codeOf(text)).toMatch(/^EXPRESSION_/)
  })

  it('gives learners only what they are allowed', () => {
    expect(codeOf('fact(9)', learnerFunctions)).toBe('EXPRESSION_NAME_UNKNOWN')
    expect(codeOf('sin(x)', new Map())).toBe('EXPRESSION_NAME_UNKNOWN')
    expect(codeOf('√x', new Map())).toBe('EXPRESSION_NAME_UNKNOWN')
  })

  it('reads a comma between digits as a decimal one when told to', () => {
    const read = parseExpression({ text: '2,5x', decimalComma: true, variables, functions: learnerFunctions })
    expect(read.ok && evaluate({ expression: read.value, values })).toBe(7.5)
  })

  it('answers any text at once, with a formula or a code', () => {
    const pieces = fc.constantFrom(
      'x',
      'y',
      '2',
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      '^',
      'sqrt',
      ',',
      ' ',
      '√',
      'fact',
      '9e9',
      '<',
      '.',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc.array(pieces, { maxLength: 200 }).map((all) => all.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const began = performance.now()
        const expression = read(text)
        if (expression.ok) expect(typeof evaluate({ expression: expression.value, values })).toBe('number')
        else expect(expression.error.code).toMatch(/^EXPRESSION_[A-Z_]+$/)
        expect(performance.now() - began).toBeLessThan(500)
      }),
      { numRuns: 2000 },
    )
  })

  it('computes what JavaScript computes', () => {
    const { formula } = fc.letrec<{ formula: string }>((tie) => ({
      formula: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('x', 'y'),
        fc.nat(99).map(String),
        fc
          .tuple(fc.constantFrom('+', '-', '*', '/'), tie('formula'), tie('formula'))
          .map(([sign, a, b]) => `(${a} ${sign} ${b})`),
        tie('formula').map((inner) => `(-${inner})`),
      ),
    }))
    fc.assert(
      fc.property(formula, (text) => {
        const expression = read(text)
        // The only place where a text is run as a program: as the judge of the reader, on texts made here.
        const judge = new Function('x', 'y', `return ${text}`)
        if (expression.ok) expect(evaluate({ expression: expression.value, values })).toBe(judge(3, 5))
        else expect(expression.error.code).toBe('EXPRESSION_TOO_COMPLEX')
      }),
    )
  })
})

describe('parseCondition', () => {
  it.each([
    ['x < y', true],
    ['1 < x <= 3', true],
    ['1 < x < 3', false],
    ['x != y', true],
    ['x + 2 = y', true],
    ['x == 3', true],
    ['x ≥ 3', true],
    ['0.1 + 0.2 = 0.3', true],
    ['0.1 + 0.2 > 0.3', false],
    ['sqrt(-1) = sqrt(-1)', false],
    ['gcd(x, y) = 1', true],
  ])('%s: %s', (text, expected) => {
    const read = parseCondition({ text, variables, functions: authorFunctions })
    expect(read.ok && holds({ comparisons: read.value, values })).toBe(expected)
  })

  it.each(['x', 'x <', '< x', 'x = = y', 'x and y'])('refuses %s', (text) => {
    expect(parseCondition({ text, variables, functions: authorFunctions }).ok).toBe(false)
  })
})

describe('functions', () => {
  it.each([
    ['fact(171)', Number.POSITIVE_INFINITY],
    ['fact(1e300)', Number.POSITIVE_INFINITY],
    ['fact(2.5)', Number.NaN],
    ['choose(1e9, 5e8)', Number.NaN],
    ['gcd(1e300, 7)', Number.NaN],
    ['gcd(12, 18)', 6],
    ['lcm(4, 6)', 12],
    ['round(1.005, 2)', 1.01],
    ['round(-2.5)', -3],
    ['round(1234, -2)', 1200],
    ['round(1, 99)', Number.NaN],
    ['mod(5, 0)', Number.NaN],
    ['1/0', Number.POSITIVE_INFINITY],
  ])('%s is %d', (text, value) => {
    expect(compute(text)).toBe(value)
  })

  it('rounds what toFixed rounds, but for halves', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, places) => {
        expect(Math.abs(roundTo({ value, places }) - value)).toBeLessThanOrEqual(0.5 * 10 ** -places + 1e-9)
      }),
    )
  })
})

describe('evaluateExactly', () => {
  const exactValues = new Map([
    ['x', new Fraction(1, 3)],
    ['y', new Fraction(-2, 7)],
  ])
  const exactly = (text: string) => {
    const expression = read(text)
    return expression.ok
      ? (evaluateExactly({ expression: expression.value, values: exactValues })?.toFraction() ?? null)
      : 'refused'
  }

  it.each([
    ['x+y', '1/21'],
    ['x^2', '1/9'],
    ['y^-3', '-343/8'],
    ['0.1+0.2', '3/10'],
    ['1.5e-3', '3/2000'],
    ['2e2', '200'],
    ['0^0', '1'],
    ['-x', '-1/3'],
  ])('%s is %s', (text, value) => {
    expect(exactly(text)).toBe(value)
  })

  it.each(['1/0', '1/(x-x)', '0^-1', 'pi', 'sqrt(4)', '4^0.5', '9^9^9', '2^1000000', '((((x^99)^99)^99)^99)'])(
    'leaves %s to doubles',
    (text) => {
      expect(exactly(text)).toBe(null)
    },
  )
})
