import { type Locale, type LocalizedText, pickText } from '@lectern/content-schemas'
import { z } from 'zod'

/** Null: in any course. */
export const course = z
  .uuid()
  .nullable()
  .default(null)
  .meta({ label: { en: 'Only in this course', ru: 'Только на этом курсе' }, relationTo: 'courses' })

export const count = z
  .int()
  .min(1)
  .max(100_000)
  .meta({ label: { en: 'How many', ru: 'Сколько' } })

export const counted = z.object({ count: z.int().min(0) })
export const none = { count: 0 }

export function fits({ wanted, given }: { wanted: string | null; given: string | null }): boolean {
  return wanted === null || wanted === given
}

/** The words of one language; a language that has none reads the default one. */
export function words({ locale, ...text }: { locale: Locale } & LocalizedText): string {
  return pickText({ text, locale })
}

/** A number with its noun in the plural form that the language wants. */
export function plural({
  locale,
  value,
  forms,
}: {
  locale: Locale
  value: number
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }
}): string {
  return `${new Intl.NumberFormat(locale).format(value)} ${forms[new Intl.PluralRules(locale).select(value)] ?? forms.other}`
}
