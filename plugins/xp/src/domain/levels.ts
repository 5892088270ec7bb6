/** Points at which level 2 begins, how steeply further ones rise, and the highest level there is. */
export type LevelCurve = { base: number; exponent: number; highest: number }

/** What is said of one level by hand: its points instead of the curve's. */
export type LevelOverride = { level: number; points: number | null }

/**
 * Points at which each level begins, from level 1 (0 points) on: `base × (level − 1) ^ exponent`, rounded, or what is written
 * for a level by hand. A level never begins below the one before it.
 */
export function levelThresholds({ curve, overrides }: { curve: LevelCurve; overrides: readonly LevelOverride[] }): number[] {
  const byHand = new Map(overrides.map(({ level, points }) => [level, points]))
  const thresholds: number[] = []
  for (let level = 1; level <= curve.highest; level += 1) {
    const points = byHand.get(level) ?? Math.round(curve.base * (level - 1) ** curve.exponent)
    thresholds.push(level === 1 ? 0 : Math.max(points, thresholds[level - 2] ?? 0))
  }
  return thresholds
}

/** The level that a total has reached, from 1. */
export function levelOf({ total, thresholds }: { total: number; thresholds: readonly number[] }): number {
  return Math.max(1, thresholds.filter((points) => points <= total).length)
}
