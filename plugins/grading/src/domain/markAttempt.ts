import type { GradedPart, GradeResult, Locale } from '@lectern/content-schemas'
import { percentOf, roundMark, sumMarks } from './marks.ts'

/** The part of a question type that marks. `marked` is false for what is shown or asked and never marked. */
export type Grader = {
  marked?: false | 'byPerson'
  grade: (input: { authored: unknown; response: unknown; locale: Locale; seed: number }) => GradeResult
}

/** A question to be marked. `response` is parsed, null when blank. `maxMark` ≥ 0. */
export type ItemToMark = {
  item: string
  type: Grader
  authored: unknown
  response: unknown
  maxMark: number
  /** The seed the question was shown with. */
  seed: number
  /** What the question earns, in multiples of `maxMark`, by what the response earns by itself (null: blank). */
  earn?: (fraction: number | null) => number
  /** The most that `earn` answers; 1 where nothing is said. */
  highest?: number
}

/**
 * `state` and `parts` say how the response fared by itself, and `own` (−1…1, null when it is blank) what it earns by itself.
 * `maxMark` is the most that the question can earn, `fraction` the share of it that counts (at most 1, below 0 where a response
 * may cost marks); `mark` = fraction × maxMark, rounded. `needsMarking` when a person has to mark it: not every `ungraded`
 * question is waiting, a text or a survey never will be marked.
 */
export type MarkedItem = {
  item: string
  own: number | null
  fraction: number
  mark: number
  maxMark: number
  state: MarkedState
  parts: GradedPart[]
  needsMarking: boolean
}
export type MarkedState = 'right' | 'partly' | 'wrong' | 'blank' | 'ungraded'

/** `mark` 0…maxMark; `percent` 0–100; `needsMarking` when a person has to mark something. */
export type MarkedAttempt = {
  items: MarkedItem[]
  mark: number
  maxMark: number
  percent: number
  passed: boolean
  needsMarking: boolean
}

/** Version of these rules, stored with each marked attempt. Those of behaviours have their own. */
export const graderVersion = '2'

/**
 * Marks one question: blank earns 0 by itself whatever the type would say, and no type can leave −1…1. What is never marked
 * has no mark to earn, whatever the test says.
 */
export function markItem({
  item,
  type,
  authored,
  response,
  maxMark,
  seed,
  earn = (fraction) => fraction ?? 0,
  highest = 1,
}: ItemToMark): MarkedItem {
  if (type.marked === false) return ungraded({ item, maxMark: 0, parts: [], needsMarking: false })
  const unit = roundMark(maxMark)
  const most = roundMark(unit * highest)
  const worth = (earned: number) => ({ fraction: earned / highest, mark: roundMark(earned * unit), maxMark: most })
  if (response === null || response === undefined) {
    return { item, own: null, ...worth(earn(null)), state: 'blank', parts: [], needsMarking: false }
  }
  const result = type.grade({ authored, response, locale: 'en', seed })
  if (result.needsMarking) return ungraded({ item, maxMark: most, parts: result.parts, needsMarking: true })
  const own = clip(result.fraction)
  return { item, own, ...worth(earn(own)), state: stateOf(own), parts: result.parts, needsMarking: false }
}

/**
 * Marks a whole attempt. Questions may cost marks where `negativeMarking` lets them; the attempt as a whole is never
 * below 0.
 */
export function markAttempt({
  items,
  passPercent,
  negativeMarking,
}: {
  items: ItemToMark[]
  passPercent: number
  negativeMarking: boolean
}): MarkedAttempt {
  const marked = items.map(markItem).map((item) => (negativeMarking ? item : withoutLoss(item)))
  const maxMark = sumMarks(marked.map((item) => item.maxMark))
  const mark = Math.max(0, sumMarks(marked.map((item) => item.mark)))
  // Where there is nothing to earn, handing in is all there is to do.
  const percent = maxMark > 0 ? percentOf({ mark, maxMark }) : 100
  const needsMarking = marked.some((item) => item.needsMarking)
  return { items: marked, mark, maxMark, percent, passed: !needsMarking && percent >= passPercent, needsMarking }
}

/** Full marks and no marks are told apart from all between, so a rounded 0.99999 is not yet right. */
export function stateOf(fraction: number): MarkedState {
  if (fraction >= 1) return 'right'
  return fraction > 0 ? 'partly' : 'wrong'
}

function ungraded({
  item,
  maxMark,
  parts,
  needsMarking,
}: Pick<MarkedItem, 'item' | 'maxMark' | 'parts' | 'needsMarking'>): MarkedItem {
  return { item, own: null, fraction: 0, mark: 0, maxMark, state: 'ungraded', parts, needsMarking }
}

function withoutLoss(item: MarkedItem): MarkedItem {
  return { ...item, fraction: Math.max(0, item.fraction), mark: Math.max(0, item.mark) }
}

function clip(fraction: number): number {
  if (!Number.isFinite(fraction)) throw new Error('A question type answered a fraction that is no number.')
  return Math.min(1, Math.max(-1, fraction))
}
