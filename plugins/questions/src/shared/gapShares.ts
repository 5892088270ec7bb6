/**
 * The sum of shares as a fraction 0…1, in whatever order they come. Sums a hair off are rounded to nine places, so that
 * three thirds are one.
 */
export function sumShares(shares: number[]): number {
  const sum = [...shares].sort((left, right) => left - right).reduce((total, share) => total + share, 0)
  return Math.min(1, Math.max(0, Math.round(sum * 1e9) / 1e9))
}
