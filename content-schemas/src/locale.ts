import { z } from 'zod'

/** The content languages. Adding one is an entry here and one translation file per package. */
export const locales = ['en', 'ru'] as const
export const localeSchema = z.enum(locales)
export type Locale = z.infer<typeof localeSchema>
export const defaultLocale: Locale = 'en'

/** Text by language. Any language may be missing; readers fall back with `pickText`. */
export const localizedTextSchema = z.partialRecord(localeSchema, z.string())
export type LocalizedText = z.infer<typeof localizedTextSchema>

/** The text in the wanted language, else in the default one, else in any, else empty. */
export function pickText({ text, locale }: { text: LocalizedText | undefined | null; locale: Locale }): string {
  if (!text) return ''
  return text[locale] || text[defaultLocale] || Object.values(text).find(Boolean) || ''
}
