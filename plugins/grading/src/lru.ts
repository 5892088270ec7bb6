export type Lru<Value> = { get: (key: string) => Value | undefined; set: (key: string, value: Value) => void }

/** A map of at most `max` entries: when it is full, the entry that was not asked for the longest goes. */
export function createLru<Value>({ max }: { max: number }): Lru<Value> {
  const entries = new Map<string, Value>()
  return {
    get: (key) => {
      const value = entries.get(key)
      if (value === undefined) return undefined
      entries.delete(key)
      entries.set(key, value)
      return value
    },
    set: (key, value) => {
      entries.delete(key)
      entries.set(key, value)
      const oldest = entries.keys().next()
      if (entries.size > max && !oldest.done) entries.delete(oldest.value)
    },
  }
}
