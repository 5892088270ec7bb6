import type { GradedPart, GradeResult, Locale } from '@lectern/content-schemas'
import { percentOf, roundMark, sumMarks } from './marks.ts'

/** The part of a question type that marks. */
export type Grader = { grade: (input: { authored: unknown; response: unknown; locale: Locale; seed: number }) => GradeResult }

/** A question to be marked. `response` is parsed, null when blank. `maxMark` ≥ 0. */
export type ItemToMark = {
  item: string
  type: Grader
  authored: unknown
  response: unknown
  maxMark: number
  /** The seed the question was shown with. */
  seed: number
}

/** `state` says how the answer fared; `fraction` −1…1; `mark` = fraction × maxMark, rounded. */
export type MarkedItem = {
  item: string
  fraction: number
  mark: number
  maxMark: number
  state: MarkedState
  parts: GradedPart[]
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

/** Marks one question: blank earns 0 whatever the type would say, and no type can leave −1…1. */
export function markItem({ item, type, authored, response, maxMark, seed }: ItemToMark): MarkedItem {
  const highest = roundMark(maxMark)
  if (response === null || response === undefined) {
    return { item, fraction: 0, mark: 0, maxMark: highest, state: 'blank', parts: [] }
  }
  const result = type.grade({ authored, response, locale: 'en', seed })
  const fraction = result.needsMarking ? 0 : clip(result.fraction)
  return {
    item,
    fraction,
    mark: roundMark(fraction * highest),
    maxMark: highest,
    state: result.needsMarking ? 'ungraded' : stateOf(fraction),
    parts: result.parts,
  }
}

/** Marks a whole attempt. Questions may cost marks; the attempt as a whole is never below 0. */
export function markAttempt({ items, passPercent }: { items: ItemToMark[]; passPercent: number }): MarkedAttempt {
  const marked = items.map(markItem)
  const maxMark = sumMarks(marked.map((item) => item.maxMark))
  const mark = Math.max(0, sumMarks(marked.map((item) => item.mark)))
  const percent = percentOf({ mark, maxMark })
  const needsMarking = marked.some(({ state }) => state === 'ungraded')
  return { items: marked, mark, maxMark, percent, passed: !needsMarking && percent >= passPercent, needsMarking }
}

/** Full marks and no marks are told apart from all between, so a rounded 0.99999 is not yet right. */
export function stateOf(fraction: number): MarkedState {
  if (fraction >= 1) return 'right'
  return fraction > 0 ? 'partly' : 'wrong'
}

function clip(fraction: number): number {
  if (!Number.isFinite(fraction)) throw new Error('A question type answered a fraction that is no number.')
  return Math.min(1, Math.max(-1, fraction))
}
