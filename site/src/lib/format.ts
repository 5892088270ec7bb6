import type { Locale, Price } from '@lectern/content-schemas'
import type { Messages } from '../i18n/en.ts'
import { formatMessage, formatNumber } from '../i18n/formatMessage.ts'

/** `45 min`, `2 h`, `2 h 10 min`; empty for no or zero minutes. */
export function formatDuration({
  minutes,
  locale,
  units,
}: {
  minutes: number | null
  locale: Locale
  units: Messages['units']
}): string {
  if (!minutes) return ''
  if (minutes < 60) return formatMessage(units.shortMinutes, { count: minutes })
  const hours = formatNumber({ locale, value: Math.floor(minutes / 60) })
  const rest = minutes % 60
  return rest === 0 ? formatMessage(units.hours, { hours }) : formatMessage(units.hoursMinutes, { hours, minutes: rest })
}

/** `amount` is in the minor unit; how many digits it has depends on the currency. */
export function formatPrice({ price, locale }: { price: Price; locale: Locale }): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: price.currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(price.amount / 10 ** digits)
}

export function formatDate({ iso, locale }: { iso: string; locale: string }): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso))
}
