import { locales } from '@lectern/content-schemas'
import { describe, expect, it } from 'vitest'
import { maxMarkers } from './limits.ts'
import { markerLetter } from './markerLetter.ts'

describe('letters of markers', () => {
  it.each(locales)('are enough and all different in %s', (locale) => {
    const given = Array.from({ length: maxMarkers }, (_, index) => markerLetter({ index, locale }))
    expect(new Set(given).size).toBe(maxMarkers)
    expect(given).not.toContain('·')
  })
})
