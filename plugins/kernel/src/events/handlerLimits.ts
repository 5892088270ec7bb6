/** How many deliveries of each handler this process does just now. */
export type HandlerLimits = {
  /** Takes a place, or answers false when the handler has none left. */
  enter: (handler: { code: string; concurrency: number }) => boolean
  leave: (code: string) => void
  /** Handlers without a place: the queue hands out none of their deliveries to this process. */
  full: () => string[]
}

export function createHandlerLimits(): HandlerLimits {
  const places = new Map<string, { taken: number; concurrency: number }>()
  return {
    enter: ({ code, concurrency }) => {
      const taken = places.get(code)?.taken ?? 0
      if (taken >= concurrency) return false
      places.set(code, { taken: taken + 1, concurrency })
      return true
    },
    leave: (code) => {
      const place = places.get(code)
      if (place) places.set(code, { ...place, taken: place.taken - 1 })
    },
    full: () => [...places].filter(([, { taken, concurrency }]) => taken >= concurrency).map(([code]) => code),
  }
}
