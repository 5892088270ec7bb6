import { timeZoneSchema } from '@lectern/content-schemas/timeZone'
import { Temporal } from 'temporal-polyfill'

/** Minutes of the day (0–1439) from which and until which a person wants quiet; `from` after `to` goes over midnight. */
export type QuietHours = { from: number; to: number }

/** Local hour at which digests go out, and the weekday (1 is Monday) of the weekly ones. */
export const digestHour = 8
export const digestWeekday = 1

/**
 * When a message is to go out (ISO, UTC): `now` when it may, the end of the quiet hours when not, and the next digest. By the
 * person's own clock, so that a day on which clocks change neither skips nor doubles it. A zone that is not known is UTC.
 */
export function dueAt({
  now,
  mode,
  timeZone,
  quiet,
}: {
  now: string
  mode: 'now' | 'daily' | 'weekly'
  timeZone: string | null
  quiet: QuietHours | null
}): string {
  const zone = timeZoneSchema.catch('UTC').parse(timeZone)
  const local = Temporal.Instant.from(now).toZonedDateTimeISO(zone)
  if (mode === 'now') return quiet && isQuiet({ local, quiet }) ? next({ local, minute: quiet.to }) : now
  const digest = next({ local, minute: digestHour * 60, ...(mode === 'weekly' ? { weekday: digestWeekday } : {}) })
  if (!quiet) return digest
  const then = Temporal.Instant.from(digest).toZonedDateTimeISO(zone)
  return isQuiet({ local: then, quiet }) ? next({ local: then, minute: quiet.to }) : digest
}

function isQuiet({ local, quiet }: { local: Temporal.ZonedDateTime; quiet: QuietHours }): boolean {
  const minute = local.hour * 60 + local.minute
  if (quiet.from === quiet.to) return false
  return quiet.from < quiet.to ? minute >= quiet.from && minute < quiet.to : minute >= quiet.from || minute < quiet.to
}

/** The first moment after `local` at which the clock there shows `minute` of the day, on `weekday` if one is given. */
function next({ local, minute, weekday }: { local: Temporal.ZonedDateTime; minute: number; weekday?: number }): string {
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
  for (let days = 0; days <= 7; days += 1) {
    const date = local.toPlainDate().add({ days })
    const candidate = date.toZonedDateTime({ timeZone: local.timeZoneId, plainTime: time })
    const fits = weekday === undefined || date.dayOfWeek === weekday
    if (fits && Temporal.ZonedDateTime.compare(candidate, local) > 0) return candidate.toInstant().toString()
  }
  throw new Error('Within eight days every minute of the day comes again.')
}
