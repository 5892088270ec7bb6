import { addDays } from './localDay.ts'

/** The lowest league is 1. */
export const highestLeague = 5

export type Outcome = 'promoted' | 'kept' | 'demoted'
export type LeagueRules = { promote: number; demote: number }

/** The Monday (`YYYY-MM-DD`) of the week that a day belongs to; weeks as in ISO 8601. */
export function weekOf(day: string): string {
  const weekday = (new Date(day).getUTCDay() + 6) % 7
  return addDays({ day, days: -weekday })
}

/**
 * What a week ends with for each place of a group. A tie is never broken, and is always judged for the learner: everybody with as
 * many points as the last one who is promoted is promoted too, and nobody is demoted who has as many as somebody who stays.
 * Without a point nobody is promoted. A group that is not larger than both numbers together demotes nobody.
 */
export function settleGroup<Place extends { points: number }>({
  places,
  league,
  rules,
}: {
  places: readonly Place[]
  league: number
  rules: LeagueRules
}): (Place & { outcome: Outcome })[] {
  const count = (test: (points: number) => boolean) => places.filter(({ points }) => test(points)).length
  const demotes = league > 1 && places.length > rules.promote + rules.demote
  return places.map((place) => {
    const above = count((points) => points > place.points)
    const notAbove = count((points) => points <= place.points)
    if (league < highestLeague && place.points > 0 && above < rules.promote) return { ...place, outcome: 'promoted' }
    return { ...place, outcome: demotes && notAbove <= rules.demote ? 'demoted' : 'kept' }
  })
}

/**
 * Ranks as in sports: who has the same points has the same rank, and the next one comes after as many as there are (1, 2, 2, 4).
 * `points` descending. `before`: how many stand before the first of them in the whole list; `first`: the rank of the first.
 */
export function ranksOf({
  points,
  before = 0,
  first = before + 1,
}: {
  points: readonly number[]
  before?: number
  first?: number
}): number[] {
  const ranks: number[] = []
  for (const [index, own] of points.entries()) {
    const previous = index === 0 ? first : ranks[index - 1]
    const ties = index === 0 || own === points[index - 1]
    ranks.push(ties && previous !== undefined ? previous : before + index + 1)
  }
  return ranks
}

/** The first letters of the first two words of a name, as somebody may want to be called on a board. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean).slice(0, 2)
  return words.map((word) => `${[...word][0]?.toUpperCase() ?? ''}.`).join(' ')
}
