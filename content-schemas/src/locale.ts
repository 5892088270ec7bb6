import { z } from 'zod'

/** The languages of content and of the learner interface. What else a new one needs: docs/how-to/developers.md. */
export const locales = ['en', 'ru', 'ar'] as const
export const localeSchema = z.enum(locales)
export type Locale = z.infer<typeof localeSchema>
/** The language's name in itself, and the direction that it is read in. */
export const localeFacts: Record<Locale, { name: string; direction: 'ltr' | 'rtl' }> = {
  en: { name: 'English', direction: 'ltr' },
  ru: { name: 'Русский', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
}
export const defaultLocale: Locale = 'en'

/** Text by language. Any language may be missing; readers fall back with `pickText`. */
export const localizedTextSchema = z.partialRecord(localeSchema, z.string())
export type LocalizedText = z.infer<typeof localizedTextSchema>

/** The language of the text that `pickText` takes; undefined when there is none. */
export function languageOfText({ text, locale }: { text: LocalizedText | undefined | null; locale: Locale }): Locale | undefined {
  return [locale, defaultLocale, ...locales].find((language) => text?.[language])
}

/** The text in the wanted language, else in the default one, else in any, else empty. */
export function pickText({ text, locale }: { text: LocalizedText | undefined | null; locale: Locale }): string {
  if (!text) return ''
  return text[locale] || text[defaultLocale] || Object.values(text).find(Boolean) || ''
}
