/** Milliseconds. A day of the calendar, not of a clock: dates are counted in UTC, where every day is this long. */
const dayLength = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** The date (`YYYY-MM-DD`) that a moment (ISO, UTC) has in a time zone (IANA name); in UTC when the zone is not known. */
export function localDay({ at, timeZone }: { at: string; timeZone: string }): string {
  const parts = formatOf(timeZone).formatToParts(new Date(at))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`
}

/** Days from one date to another; negative when `to` comes first. */
export function daysBetween({ from, to }: { from: string; to: string }): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength)
}

export function addDays({ day, days }: { day: string; days: number }): string {
  return new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', {
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }))
  } catch {
    return false
  }
}
