import type { Locale } from '@lectern/content-schemas'
import { ar } from './ar.ts'
import { en, type Messages } from './en.ts'
import { ru } from './ru.ts'

const languages: Record<Locale, Messages> = { en, ru, ar }

export function getMessages(locale: Locale): Messages {
  return languages[locale]
}
