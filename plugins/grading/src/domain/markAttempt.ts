import type { GradedPart, GradeResult, Locale } from '@lectern/content-schemas'
import { percentOf, roundMark, sumMarks } from './marks.ts'

/** The part of a question type that marks. `marked` is false for what is shown or asked and never marked. */
export type Grader = {
  marked?: false
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
  /** What is left of the fraction that the response earns by itself, where earlier tries cost something. */
  adjust?: (fraction: number) => number
}

/**
 * `state` says how the answer fared; `fraction` −1…1; `mark` = fraction × maxMark, rounded. `needsMarking` when a person has
 * to mark it: not every `ungraded` question is waiting, a text or a survey never will be marked.
 */
export type MarkedItem = {
  item: string
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

/** Version of these rules, stored with each marked attempt. */
export const graderVersion = '1'

/**
 * Marks one question: blank earns 0 whatever the type would say, and no type can leave −1…1. What is never marked has no
 * mark to earn, whatever the test says.
 */
export function markItem({
  item,
  type,
  authored,
  response,
  maxMark,
  seed,
  adjust = (fraction) => fraction,
}: ItemToMark): MarkedItem {
  if (type.marked === false) return unmarked({ item, maxMark: 0, state: 'ungraded' })
  const highest = roundMark(maxMark)
  if (response === null || response === undefined) {
    return unmarked({ item, maxMark: highest, state: 'blank' })
  }
  const result = type.grade({ authored, response, locale: 'en', seed })
  const needsMarking = result.needsMarking ?? false
  const earned = needsMarking ? 0 : clip(result.fraction)
  const fraction = clip(adjust(earned))
  return {
    item,
    fraction,
    mark: roundMark(fraction * highest),
    maxMark: highest,
    state: needsMarking ? 'ungraded' : stateOf(earned),
    parts: result.parts,
    needsMarking,
  }
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
  const percent = percentOf({ mark, maxMark })
  const needsMarking = marked.some((item) => item.needsMarking)
  return { items: marked, mark, maxMark, percent, passed: !needsMarking && percent >= passPercent, needsMarking }
}

/** Full marks and no marks are told apart from all between, so a rounded 0.99999 is not yet right. */
export function stateOf(fraction: number): MarkedState {
  if (fraction >= 1) return 'right'
  return fraction > 0 ? 'partly' : 'wrong'
}

function unmarked({ item, maxMark, state }: Pick<MarkedItem, 'item' | 'maxMark' | 'state'>): MarkedItem {
  return { item, fraction: 0, mark: 0, maxMark, state, parts: [], needsMarking: false }
}

function withoutLoss(item: MarkedItem): MarkedItem {
  return { ...item, fraction: Math.max(0, item.fraction), mark: Math.max(0, item.mark) }
}

function clip(fraction: number): number {
  if (!Number.isFinite(fraction)) throw new Error('A question type answered a fraction that is no number.')
  return Math.min(1, Math.max(-1, fraction))
}
