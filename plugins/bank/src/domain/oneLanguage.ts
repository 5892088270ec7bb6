import { type Locale, locales } from '@lectern/content-schemas'

/**
 * An authored body with the texts of one language only, so that what a type says of it is said in that language. A text by
 * language is an object whose keys are all languages.
 */
export function oneLanguage({ value, locale }: { value: unknown; locale: Locale }): unknown {
  if (Array.isArray(value)) return value.map((inner) => oneLanguage({ value: inner, locale }))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const isText = entries.length > 0 && entries.every(([key, text]) => isLocale(key) && typeof text === 'string')
  if (isText) return Object.fromEntries(entries.filter(([key]) => key === locale))
  return Object.fromEntries(entries.map(([key, inner]) => [key, oneLanguage({ value: inner, locale })]))
}

function isLocale(key: string): boolean {
  return locales.some((locale) => locale === key)
}
