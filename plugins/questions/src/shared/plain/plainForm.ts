import { failure, type Result, success } from '@lectern/content-schemas'

/** The refusal of a plain response of another form than the type takes. `expected` completes “A response is …”. */
export function wrongForm(expected: string): Result<never> {
  return failure({ code: 'RESPONSE_FORM', message: `A response is ${expected}.` })
}

/** A text, or a number as it is written; null for anything else. NaN and the infinities have no plain form. */
export function asText(plain: unknown): string | null {
  if (typeof plain === 'string') return plain
  return typeof plain === 'number' && Number.isFinite(plain) ? String(plain) : null
}

/** The response of a type that takes a typed text. */
export function toTextResponse({ plain }: { plain: unknown }): Result<{ text: string }> {
  const text = asText(plain)
  return text === null ? wrongForm('a text or a number') : success({ text })
}

/** Names and values of an object, null for anything that is none. */
export function asEntries(plain: unknown): [string, unknown][] | null {
  return typeof plain === 'object' && plain !== null && !Array.isArray(plain) ? Object.entries(plain) : null
}

/** All values, or the first failure. */
export function allOf<Value>(results: Result<Value>[]): Result<Value[]> {
  const values: Value[] = []
  for (const result of results) {
    if (!result.ok) return result
    values.push(result.value)
  }
  return success(values)
}
