/**
 * Checks of what the server answers, small enough for pages that ship almost no script (zod is thirty times their budget).
 * A check gives the typed value or throws; `Check<T>` against the contract's type keeps both in step at compile time.
 */
export type Check<T> = (value: unknown) => T

export class CheckError extends Error {}

export const string: Check<string> = (value) => (typeof value === 'string' ? value : refuse('a string'))
export const number: Check<number> = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : refuse('a number'))
export const boolean: Check<boolean> = (value) => (typeof value === 'boolean' ? value : refuse('true or false'))
export const anything: Check<unknown> = (value) => value

export function nullable<T>(check: Check<T>): Check<T | null> {
  return (value) => (value === null ? null : check(value))
}

export function optional<T>(check: Check<T>): Check<T | undefined> {
  return (value) => (value === undefined ? undefined : check(value))
}

export function list<T>(check: Check<T>): Check<T[]> {
  return (value) => (Array.isArray(value) ? value.map((item) => check(item)) : refuse('a list'))
}

export function oneOf<const T extends string>(...values: T[]): Check<T> {
  return (value) => values.find((candidate) => candidate === value) ?? refuse(values.join(' or '))
}

/** Keys that the shape does not name are dropped. */
export function object<T extends Record<string, unknown>>(shape: { [K in keyof T]: Check<T[K]> }): Check<T> {
  return (value) => {
    if (typeof value !== 'object' || value === null) return refuse('an object')
    const source = new Map(Object.entries(value))
    const entries = Object.entries(shape).map(([key, check]) => [key, check(source.get(key))])
    // Every key of the shape was checked by the check for that key.
    return Object.fromEntries(entries.filter(([, checked]) => checked !== undefined)) as T
  }
}

export function record<T>(check: Check<T>): Check<Record<string, T>> {
  return (value) => {
    if (typeof value !== 'object' || value === null) return refuse('an object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, check(item)]))
  }
}

function refuse(wanted: string): never {
  throw new CheckError(`expected ${wanted}`)
}
