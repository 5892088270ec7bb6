import { addDays, daysBetween, localDay } from './localDay.ts'

/** A day on which the learner did something: its date where the learner was, and when that was. */
export type ActiveDay = { day: string; at: string; timeZone: string }

/** `every` active days in a row earn one freeze, of which at most `most` are kept. A freeze stands in for one day missed. */
export type FreezePolicy = { every: number; most: number }

/** `days` counts active days only; days that a freeze stood in for keep the streak and do not lengthen it. */
export type Streak = { days: number; longest: number; freezes: number; last: ActiveDay | null }

export const noStreak: Streak = { days: 0, longest: 0, freezes: 0, last: null }

/**
 * The streak after one more active day. A day not after the last one changes nothing. Whoever travels is not punished: when the
 * time zone has changed, the gap is the smaller of the two that old and new zone give.
 */
export function extendStreak({ streak, next, policy }: { streak: Streak; next: ActiveDay; policy: FreezePolicy }): Streak {
  const { last } = streak
  if (last === null) return begin({ streak, next, policy, freezes: 0 })
  if (next.day <= last.day) return streak
  const missed = gapOf({ last, next }) - 1
  if (missed > streak.freezes) return begin({ streak, next, policy, freezes: 0 })
  return count({ days: streak.days + 1, longest: streak.longest, freezes: streak.freezes - missed, next, policy })
}

/** The streak of these days, in any order. The same as extending by one after the other. */
export function streakOf({ days, policy }: { days: readonly ActiveDay[]; policy: FreezePolicy }): Streak {
  const inOrder = [...days].sort((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0))
  return inOrder.reduce((streak, next) => extendStreak({ streak, next, policy }), noStreak)
}

/** How long the streak is at this moment: 0 once more days were missed than there are freezes. Today is not missed yet. */
export function streakNow({ streak, at, timeZone }: { streak: Streak; at: string; timeZone: string }): {
  days: number
  freezes: number
  today: boolean
} {
  if (streak.last === null) return { days: 0, freezes: 0, today: false }
  const day = localDay({ at, timeZone })
  const missed = Math.max(0, gapOf({ last: streak.last, next: { day, at, timeZone } }) - 1)
  if (missed > streak.freezes) return { days: 0, freezes: 0, today: false }
  return { days: streak.days, freezes: streak.freezes - missed, today: day <= streak.last.day }
}

/** The dates from `from` back over `count` days, newest first; for drawing a calendar. */
export function lastDays({ from, count: length }: { from: string; count: number }): string[] {
  return Array.from({ length }, (_, back) => addDays({ day: from, days: -back }))
}

function gapOf({ last, next }: { last: ActiveDay; next: ActiveDay }): number {
  const gap = daysBetween({ from: last.day, to: next.day })
  if (last.timeZone === next.timeZone) return gap
  return Math.max(1, Math.min(gap, daysBetween({ from: last.day, to: localDay({ at: next.at, timeZone: last.timeZone }) })))
}

function begin({
  streak,
  next,
  policy,
  freezes,
}: {
  streak: Streak
  next: ActiveDay
  policy: FreezePolicy
  freezes: number
}): Streak {
  return count({ days: 1, longest: streak.longest, freezes, next, policy })
}

function count({
  days,
  longest,
  freezes,
  next,
  policy,
}: {
  days: number
  longest: number
  freezes: number
  next: ActiveDay
  policy: FreezePolicy
}): Streak {
  const earned = policy.every > 0 && days % policy.every === 0 ? 1 : 0
  return { days, longest: Math.max(longest, days), freezes: Math.min(policy.most, freezes + earned), last: next }
}
