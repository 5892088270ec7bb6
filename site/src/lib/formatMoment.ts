/** A day with its time, in the zone of whoever reads it. */
export function formatMoment({ iso, locale }: { iso: string; locale: string }): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso))
}

/** A day, in the zone of whoever reads it. */
export function formatDay({ iso, locale }: { iso: string; locale: string }): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso))
}
