import type { Locale } from '@lectern/content-schemas'
import { en, type Messages } from './en.ts'
import { ru } from './ru.ts'

const languages: Record<Locale, Messages> = { en, ru }

export function getMessages(locale: Locale): Messages {
  return languages[locale]
}
