import { type Locale, type LocalizedText, pickText } from '@lectern/content-schemas'

/** The words of one language; a language that has none reads the default one. */
export function byLocale({ locale, ...text }: { locale: Locale } & LocalizedText): string {
  return pickText({ text, locale })
}
