/** Forms by CLDR category; `other` is what is used when a language's own category is not written. */
export type PluralForms = { other: string } & Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>

/** Fills `{name}` gaps. A gap without a value stays visible, so that a slip is seen. */
export function formatMessage(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap))
}

const rules = new Map<string, Intl.PluralRules>()
const numbers = new Map<string, Intl.NumberFormat>()

/** Picks the form that `count` takes in `locale` and fills `{count}` with the number as written there. */
export function formatPlural({ locale, forms, count }: { locale: string; forms: PluralForms; count: number }): string {
  const rule = rules.get(locale) ?? new Intl.PluralRules(locale)
  rules.set(locale, rule)
  return formatMessage(forms[rule.select(count)] ?? forms.other, { count: formatNumber({ locale, value: count }) })
}

/** At most two decimals, grouped as the language does. */
export function formatNumber({ locale, value }: { locale: string; value: number }): string {
  const format = numbers.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  numbers.set(locale, format)
  return format.format(value)
}
