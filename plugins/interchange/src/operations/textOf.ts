import { type Locale, locales } from '@lectern/content-schemas'

/** One field of a text in every language it has. */
export function textOf<Field extends string>(
  text: Partial<Record<Locale, Record<Field, string>>>,
  field: Field,
): Partial<Record<Locale, string>> {
  return Object.fromEntries(locales.flatMap((locale) => (text[locale]?.[field] ? [[locale, text[locale][field]]] : [])))
}
