/**
 * Marks are decimals of at most five places. A value is rounded half away from zero, and what is half is judged on the
 * number as it is written in decimal (1.000005 → 1.00001), not on its binary neighbour. Sums are made in whole
 * hundred-thousandths, so they do not depend on the order of the summands.
 */
const unit = 100_000

/** Rounds to five places, half away from zero. Never answers −0. */
export function roundMark(value: number): number {
  return toUnits(value) / unit
}

export function sumMarks(marks: number[]): number {
  return marks.reduce((total, mark) => total + toUnits(mark), 0) / unit
}

/** Share of `mark` in `maxMark` as a percentage 0–100, rounded like a mark; 0 when there is nothing to earn. */
export function percentOf({ mark, maxMark }: { mark: number; maxMark: number }): number {
  return maxMark > 0 ? Math.min(100, Math.max(0, roundMark((mark / maxMark) * 100))) : 0
}

function toUnits(value: number): number {
  const size = Math.abs(value)
  // Below this the decimal form has an exponent, and the rounded value is 0 anyway.
  const units = size < 0.000001 ? 0 : Math.round(Number(`${size}e5`))
  return value < 0 && units > 0 ? -units : units
}
