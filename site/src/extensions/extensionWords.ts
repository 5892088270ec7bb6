import { messages } from 'lectern:messages'
import type { Locale } from '@lectern/content-schemas'
import type { SiteWords } from '@lectern/kernel/astro'

/** The texts of an extension in a language; none when it has none. */
export function extensionWords({ extension, locale }: { extension: string; locale: Locale }): SiteWords {
  return messages[extension]?.[locale] ?? {}
}

/** One text of an extension; that it is there was checked when the build began. */
export function extensionText({ extension, locale, key }: { extension: string; locale: Locale; key: string }): string {
  const word = extensionWords({ extension, locale })[key]
  return typeof word === 'string' ? word : key
}
