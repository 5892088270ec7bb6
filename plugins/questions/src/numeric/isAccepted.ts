import type { NumericAnswer } from './schema.ts'

/** The share by which Moodle widens every tolerance, so that 0.1 + 0.2 is 0.3 (fourteen digits). */
const epsilon = 1e-14

/**
 * The least and the greatest number that an answer accepts, or null when it is not filled in. With v the value and t the
 * tolerance, as in Moodle: absolute v ± t, relative v ± |v|·t, geometric v ÷ (1 + t) … v × (1 + t).
 */
export function intervalOf({
  match,
  value,
  tolerance,
  toleranceType,
  from,
  to,
}: Omit<NumericAnswer, 'id' | 'fraction' | 'feedback'>): {
  least: number
  greatest: number
} | null {
  if (match === 'any') return { least: Number.NEGATIVE_INFINITY, greatest: Number.POSITIVE_INFINITY }
  if (match === 'range') return from === null || to === null ? null : widened({ least: from, greatest: to })
  if (value === null) return null
  const width = Math.abs(tolerance)
  if (toleranceType === 'absolute') return widened({ least: value - width, greatest: value + width })
  if (toleranceType === 'relative') {
    return widened({ least: value - Math.abs(value) * width, greatest: value + Math.abs(value) * width })
  }
  const [near, far] = [value / (1 + width), value * (1 + width)]
  return widened({ least: Math.min(near, far), greatest: Math.max(near, far) })
}

/** Does the answer accept the number (in the base unit)? Bounds are included. */
export function isAccepted({ answer, value }: { answer: Parameters<typeof intervalOf>[0]; value: number }): boolean {
  const interval = intervalOf(answer)
  return interval !== null && interval.least <= value && value <= interval.greatest
}

function widened({ least, greatest }: { least: number; greatest: number }): { least: number; greatest: number } {
  return { least: least - epsilon * Math.abs(least), greatest: greatest + epsilon * Math.abs(greatest) }
}
