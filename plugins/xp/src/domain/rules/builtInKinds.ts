import type { XpRuleKind } from '../xpRule.ts'
import { courseCompleted, firstTry, lessonCompleted, perfectScore, reviewWritten, streakDay, testPassed } from './grants.ts'
import { bonusTime, dailyCap, diminishingReturns } from './modifiers.ts'

/** The kinds that come with the plugin, in the order in which the admin offers them. */
export const builtInKinds: XpRuleKind[] = [
  lessonCompleted,
  testPassed,
  firstTry,
  perfectScore,
  courseCompleted,
  streakDay,
  reviewWritten,
  bonusTime,
  diminishingReturns,
  dailyCap,
]
