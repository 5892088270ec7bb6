import { locales } from '@lectern/content-schemas/locale'
import { describe, expect, it } from 'vitest'
import { formatDuration, formatPrice } from '../lib/format.ts'
import { safeNext } from '../lib/safeNext.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { formatMessage, formatPlural } from './formatMessage.ts'
import { getMessages } from './getMessages.ts'
import { ru } from './ru.ts'

const others = locales.filter((locale) => locale !== 'en')
const isPlural = (value: unknown): value is Record<string, string> => typeof value === 'object' && value !== null
const gaps = (value: unknown): string[] => [...new Set(JSON.stringify(value).match(/\{\w+\}/g) ?? [])].sort()

describe('texts', () => {
  it.each([
    [1, '1 урок'],
    [2, '2 урока'],
    [5, '5 уроков'],
    [11, '11 уроков'],
    [21, '21 урок'],
    [1.5, '1,5 урока'],
  ])('counts %d in Russian as %s', (count, expected) => {
    expect(formatPlural({ locale: 'ru', forms: ru.units.lessons, count })).toBe(expected)
  })

  it.each([
    [1, '1 lesson'],
    [0, '0 lessons'],
    [1200, '1,200 lessons'],
  ])('counts %d in English as %s', (count, expected) => {
    expect(formatPlural({ locale: 'en', forms: en.units.lessons, count })).toBe(expected)
  })

  it('leaves a gap without a value visible', () => {
    expect(formatMessage('{a} of {b}', { a: 1 })).toBe('1 of {b}')
  })

  it.each(others)('has every form that the language asks for, %s', (locale) => {
    const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted()
    const plurals = Object.values(getMessages(locale)).flatMap((texts) => Object.values<unknown>(texts).filter(isPlural))
    expect(plurals.length).toBeGreaterThan(0)
    for (const forms of plurals) expect(Object.keys(forms).sort()).toEqual(wanted)
  })

  it.each(others)('fills the same gaps as English, %s', (locale) => {
    const own = new Map(
      Object.entries(getMessages(locale)).map(([name, texts]) => [name, new Map<string, unknown>(Object.entries(texts))]),
    )
    const differing = Object.entries(en).flatMap(([section, texts]) =>
      Object.entries(texts)
        .filter(([key, value]) => gaps(value).join() !== gaps(own.get(section)?.get(key)).join())
        .map(([key]) => `${section}.${key}`),
    )
    expect(differing).toEqual([])
  })

  it('counts in Arabic as the language does', () => {
    const count = (number: number) => formatPlural({ locale: 'ar', forms: ar.units.lessons, count: number })
    expect([0, 1, 2, 3, 11, 100].map(count)).toEqual(['لا دروس', 'درس واحد', 'درسان', '3 دروس', '11 درسًا', '100 درس'])
  })

  it('says durations and prices as the language does', () => {
    expect(formatDuration({ minutes: 130, locale: 'en', units: en.units })).toBe('2 h 10 min')
    expect(formatDuration({ minutes: 120, locale: 'ru', units: ru.units })).toBe('2 ч')
    expect(formatDuration({ minutes: null, locale: 'en', units: en.units })).toBe('')
    expect(formatPrice({ price: { amount: 1999, currency: 'EUR' }, locale: 'en' })).toBe('€19.99')
    expect(formatPrice({ price: { amount: 500, currency: 'JPY' }, locale: 'en' })).toBe('¥500')
  })
})

describe('safeNext', () => {
  it.each([null, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/a\n/b', 'javascript:alert(1)'])(
    'does not follow %j',
    (next) => {
      expect(safeNext({ next, fallback: '/en/' })).toBe('/en/')
    },
  )

  it('follows a path of this site', () => {
    expect(safeNext({ next: '/en/courses/x/?a=b', fallback: '/en/' })).toBe('/en/courses/x/?a=b')
  })
})
