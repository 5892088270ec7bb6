import { z } from 'zod'

/** IANA name of a time zone, as `Europe/Berlin`. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine((name) => name === 'UTC' || /^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(name), { error: 'IANA name' })
  .refine(isTimeZone, { error: 'unknown time zone' })

/** Whether this runtime knows the zone. */
function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    // Intl throws for every name that it does not know.
    return false
  }
}
