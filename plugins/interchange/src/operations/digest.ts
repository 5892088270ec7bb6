import { createHash } from 'node:crypto'

/** A digest of a value: equal values (key order aside) have equal digests. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, sortKeys)).digest('hex')
}

/** An id for a part of something imported: 24 hexadecimal digits, always the same for the same key. */
export function partId(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 24)
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [two]) => (one < two ? -1 : 1)))
}
