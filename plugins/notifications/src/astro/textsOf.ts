import type { SiteWords } from '@lectern/kernel/astro'

/** The texts without plural forms, for islands that count nothing. */
export function textsOf(words: SiteWords): Record<string, string> {
  return Object.fromEntries(Object.entries(words).flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])))
}
