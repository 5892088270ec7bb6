import { type Locale, localeFacts } from '@lectern/content-schemas/locale'

/**
 * The attributes of a text in `language` inside one in `around`: none when they are the same, and a direction only where it
 * turns.
 */
export function inLanguage({ language, around }: { language: Locale | undefined; around: Locale }): {
  lang?: Locale
  dir?: 'ltr' | 'rtl'
} {
  if (language === undefined || language === around) return {}
  const { direction } = localeFacts[language]
  return direction === localeFacts[around].direction ? { lang: language } : { lang: language, dir: direction }
}

/** The same as markup, with a space in front. */
export function languageMarkup(input: { language: Locale; around: Locale }): string {
  return Object.entries(inLanguage(input))
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('')
}
