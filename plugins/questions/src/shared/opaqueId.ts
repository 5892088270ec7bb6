import { toBase64Url } from './base64Url.ts'

/** Ids that Payload gives to new rows: their first digits are the time, their last a counter. */
const timedId = /^[0-9a-f]{24}$/

/**
 * The id under which a row is stored. A row made in the admin gets a random one, because the time in Payload's own
 * would tell learners in which order the options were written. Any other id is kept for ever: responses refer to it.
 */
export function opaqueId(given: unknown): string {
  if (typeof given === 'string' && given !== '' && !timedId.test(given)) return given
  return `r${toBase64Url(crypto.getRandomValues(new Uint8Array(8)))}`
}
