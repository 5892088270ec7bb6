import type { Certainty, TestSettings } from '@lectern/content-schemas'
import { behaviours, type Tried } from './behaviours.ts'
import type { MarkedState } from './markAttempt.ts'
import { isSameResponse } from './sameResponse.ts'

/**
 * A try at a question: the response of that `revision`, and what it earned by itself (`fraction` −1…1). `at` is ISO. `mark` is
 * what the question stood at after it; `graderVersion` and `behaviour` say by which rules. Both, and `certainty`, are null in
 * tries that were stored before they were kept.
 */
export type Try = {
  at: string
  revision: number
  response: unknown
  certainty: Certainty | null
  fraction: number
  state: MarkedState
  mark: number | null
  graderVersion: string
  behaviour: string | null
}

type Rules = Pick<TestSettings, 'behaviour' | 'tries' | 'penaltyPercent' | 'negativeMarking'>

/** The response of a question that counts now, and the tries before it or up to it. */
export type Given = { tries: Try[]; revision: number; response: unknown; certainty: Certainty | null }

/** How often a question with so many hints may be checked; infinite where there is no end. */
export function triesAllowed({ rules, hints }: { rules: Pick<Rules, 'behaviour' | 'tries'>; hints: number }): number {
  return behaviours[rules.behaviour].checks({ tries: rules.tries, hints })
}

/** Whether a question is settled after these tries: it was right where that settles it, or there are none left. */
export function isSettled({ rules, hints, tries }: { rules: Rules; hints: number; tries: Pick<Try, 'state'>[] }): boolean {
  const isRight = tries.at(-1)?.state === 'right' && behaviours[rules.behaviour].settlesWhenRight
  return isRight || tries.length >= triesAllowed({ rules, hints })
}

/**
 * Whether the response that counts has been checked: it is that of the last try, or, where repeats are no tries, says the same.
 */
export function isTried({
  rules,
  given: { tries, revision, response },
}: {
  rules: Pick<Rules, 'behaviour'>
  given: Given
}): boolean {
  const last = tries.at(-1)
  if (!last) return false
  return last.revision === revision || (behaviours[rules.behaviour].ignoresRepeats && isSameResponse(last.response, response))
}

/**
 * What a question earns, in multiples of its mark, by what its response earns by itself (null: blank). A response that was
 * handed in unchecked is one more try.
 */
export function earnedBy({ rules, given }: { rules: Rules; given: Given }): (fraction: number | null) => number {
  const { earned } = behaviours[rules.behaviour]
  const kept = (fraction: number) => (rules.negativeMarking ? fraction : Math.max(0, fraction))
  const before = isTried({ rules, given }) ? given.tries.slice(0, -1) : given.tries
  const earlier = before.map(({ fraction, certainty }): Tried => ({ fraction: kept(fraction), certainty }))
  return (fraction) =>
    earned({
      tries: [...earlier, { fraction: fraction === null ? null : kept(fraction), certainty: given.certainty }],
      penalty: rules.penaltyPercent / 100,
    })
}
