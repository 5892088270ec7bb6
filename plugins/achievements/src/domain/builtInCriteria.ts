import { allOf, anyOf, noneOf } from './criteria/combining.ts'
import { coursesCompleted, firstLearners, helpedOthers, lessonsCompleted, testsPassed } from './criteria/counting.ts'
import { comeback, levelReached, scoreAtLeast, streakOfDays } from './criteria/reaching.ts'
import type { CriterionKind } from './criterion.ts'

/** The kinds that come with the plugin, in the order in which the admin offers them. */
export const builtInCriteria: CriterionKind[] = [
  lessonsCompleted,
  testsPassed,
  coursesCompleted,
  scoreAtLeast,
  streakOfDays,
  levelReached,
  comeback,
  helpedOthers,
  firstLearners,
  allOf,
  anyOf,
  noneOf,
]
