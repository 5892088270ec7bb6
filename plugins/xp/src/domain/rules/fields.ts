import { z } from 'zod'

/** Whole points of one grant. */
export const points = z
  .int()
  .min(1)
  .max(100_000)
  .meta({ label: { en: 'Points', ru: 'Очки' } })

/** Null: in every course. */
export const course = z
  .uuid()
  .nullable()
  .default(null)
  .meta({ label: { en: 'Only in this course', ru: 'Только в этом курсе' }, relationTo: 'courses' })

export function fitsCourse({ wanted, given }: { wanted: string | null; given: string | null }): boolean {
  return wanted === null || wanted === given
}

/** “3 points” in the plural forms of the language. */
export function pointsInWords({ count, locale }: { count: number; locale: 'en' | 'ru' }): string {
  const number = new Intl.NumberFormat(locale).format(count)
  return `${number} ${forms[locale][new Intl.PluralRules(locale).select(count)] ?? forms[locale].other}`
}

const forms: Record<'en' | 'ru', Partial<Record<Intl.LDMLPluralRule, string>>> = {
  en: { one: 'point', other: 'points' },
  ru: { one: 'очко', few: 'очка', many: 'очков', other: 'очка' },
}
