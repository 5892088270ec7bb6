import { defaultLocale, type Locale, type LocalizedText, locales } from '@lectern/content-schemas'
import type { Edition } from '@lectern/kernel'

/** Languages in which a course has a title, the default one first. */
export function languagesOf(edition: Edition): Locale[] {
  const { title } = edition.structure.course
  const written = locales.filter((locale) => title[locale])
  return written.includes(defaultLocale) ? [defaultLocale, ...written.filter((locale) => locale !== defaultLocale)] : written
}

/** Whether a text exists in this very language. */
export function isTranslated({ text, locale }: { text: LocalizedText; locale: Locale }): boolean {
  return Boolean(text[locale])
}
