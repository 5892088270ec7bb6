import type { Locale } from '@lectern/content-schemas'

/** Numbers on a line are compared with this slack, because thirds and tenths have no exact form. */
const slack = 1e-9

type Line = { min: number; max: number; step: number }

export const mostLabels = 41
export const mostSteps = 10_000

/** How many steps the line has; not a whole number where the last step is cut off. */
export function stepsOf({ min, max, step }: Line): number {
  return step > 0 ? (max - min) / step : Number.POSITIVE_INFINITY
}

/** The place on the line that a number stands for, or null when it is beside the line. */
export function toPlace({ value, ...line }: Line & { value: number }): number | null {
  if (!Number.isFinite(value) || value < line.min - slack || value > line.max + slack) return null
  return atStep({ at: Math.min(Math.floor(stepsOf(line) + slack), Math.round((value - line.min) / line.step)), ...line })
}

/** The numbers that are written at the line, from `min` on. */
export function labelsOf({ min, max, every }: { min: number; max: number; every: number }): number[] {
  const count = every > 0 ? Math.floor((max - min) / every + slack) : 0
  return Array.from({ length: Math.min(count, mostLabels) + 1 }, (_, at) => atStep({ min, max, step: every, at }))
}

/** 1 within the tolerance, ½ within the wider one, else 0. */
export function fractionAt({
  value,
  answer,
  tolerance,
  nearTolerance,
}: {
  value: number
  answer: number
  tolerance: number
  nearTolerance: number | null
}): number {
  const distance = Math.abs(value - answer)
  if (distance <= tolerance + slack) return 1
  return nearTolerance !== null && distance <= nearTolerance + slack ? 0.5 : 0
}

/** A number of the line as it is written. */
export function formatPlace({ value, unit, locale }: { value: number; unit: string; locale: Locale }): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(value)
  return unit === '' ? number : `${number} ${unit}`
}

/** Rounded to what can be told apart, so that the third step of 0.1 is 0.3. */
function atStep({ min, step, at }: Line & { at: number }): number {
  return Number((min + at * step).toFixed(9))
}
