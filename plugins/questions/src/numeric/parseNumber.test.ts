import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NumberStyle, parseNumber, parseQuantity } from './parseNumber.ts'

const any: NumberStyle = { decimalMark: 'any', thousands: false }
const grouped: NumberStyle = { decimalMark: 'any', thousands: true }
const point: NumberStyle = { decimalMark: 'point', thousands: true }
const comma: NumberStyle = { decimalMark: 'comma', thousands: true }

describe('parseNumber', () => {
  it.each([
    ['42', 42],
    [' -1.5 ', -1.5],
    ['−1,5', -1.5],
    ['+ 7', 7],
    ['.5', 0.5],
    ['5.', 5],
    ['007', 7],
    ['-0', 0],
    ['6.02e23', 6.02e23],
    ['6,02E+23', 6.02e23],
    ['1е-3', 0.001],
    ['6.02×10^23', 6.02e23],
    ['6,02 · 10²³', 6.02e23],
    ['1.6 x 10^-19', 1.6e-19],
    ['3*10**2', 300],
    ['2×10⁻³', 0.002],
    ['1,234', 1.234],
  ])('reads %s', (text, value) => {
    expect(parseNumber({ text, ...any })).toEqual({ ok: true, value })
  })

  it.each([
    ['1 234 567', grouped, 1_234_567],
    ['1\u202f234,5', grouped, 1234.5],
    ['1’234.5', grouped, 1234.5],
    ['1,234,567', grouped, 1_234_567],
    ['1.234.567,8', grouped, 1_234_567.8],
    ['1,234', point, 1234],
    ['1,234.5', point, 1234.5],
    ['1.234', comma, 1234],
    ['1.234', point, 1.234],
  ])('reads the groups of %s', (text, style, value) => {
    expect(parseNumber({ text, ...style })).toEqual({ ok: true, value })
  })

  it.each([
    ['NOT_A_NUMBER', 'five', any],
    ['NOT_A_NUMBER', '1.2.3', any],
    ['NOT_A_NUMBER', '12 34', grouped],
    ['NOT_A_NUMBER', '1 234\u00a056', grouped],
    ['NOT_A_NUMBER', '1,23,456', grouped],
    ['NOT_A_NUMBER', '1/2', any],
    ['NOT_A_NUMBER', '1..5', any],
    ['NOT_A_NUMBER', '٣', any],
    ['NUMBER_NOT_FINITE', 'NaN', any],
    ['NUMBER_NOT_FINITE', '-Infinity', any],
    ['NUMBER_NOT_FINITE', '∞', any],
    ['NUMBER_OUT_OF_RANGE', '1e400', any],
    ['NUMBER_OUT_OF_RANGE', '-1e400', any],
    ['NUMBER_OUT_OF_RANGE', '1e-400', any],
    ['THOUSANDS_SEPARATOR', '1 234', any],
    ['THOUSANDS_SEPARATOR', "1'234", any],
    ['THOUSANDS_SEPARATOR', '1,234.5', any],
    ['THOUSANDS_SEPARATOR', '1,234', { ...point, thousands: false }],
    ['DECIMAL_MARK_NOT_ACCEPTED', '3,14', point],
    ['DECIMAL_MARK_NOT_ACCEPTED', '3.14', comma],
    ['UNIT_NOT_ASKED', '5 kg', any],
  ])('refuses with %s: %s', (code, text, style) => {
    expect(parseNumber({ text, ...style })).toMatchObject({ ok: false, error: { code } })
  })

  it.each([
    ['5kg', 'kg'],
    ['5 m/s²', 'm/s²'],
    ['5eV', 'eV'],
    ['$5', '$'],
    ['5 %', '%'],
    ['5°C', '°C'],
    ['\u202e5\u202c kg', 'kg'],
  ])('tells number and unit of %s apart', (text, unit) => {
    expect(parseQuantity({ text, ...any })).toEqual({ ok: true, value: { value: 5, unit } })
  })

  it('reads back every finite number as JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber({ text: String(value), ...any })).toEqual({ ok: true, value: value + 0 })
      }),
      { numRuns: 500 },
    )
  })

  it('answers long hostile texts at once', () => {
    const start = performance.now()
    for (const text of [
      '1 '.repeat(50_000),
      '1,'.repeat(50_000),
      `1${'e'.repeat(100_000)}`,
      ' '.repeat(100_000),
      '-'.repeat(100_000),
    ]) {
      parseQuantity({ text, ...grouped })
    }
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
