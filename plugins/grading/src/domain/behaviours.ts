import type { BehaviourName, Certainty } from '@lectern/content-schemas'
import { certaintyMark, highestCertaintyMark } from './certainty.ts'

/** A response as far as behaviours go: `fraction` (−1…1) is what it earns by itself, null when it is blank. */
export type Tried = { fraction: number | null; certainty: Certainty | null }

/**
 * How the questions of a test are marked while it is taken. A further behaviour is one more entry of `behaviours` and its name
 * in `behaviourNames`.
 */
export type Behaviour = {
  /** Counts up when the same tries would earn something else; kept with every mark. */
  version: number
  /** How often a question may be checked. `tries` is the test's rule, null where the question's hints decide. */
  checks: (input: { tries: number | null; hints: number }) => number
  /** Whether a right response settles a question, or only the last check does. */
  settlesWhenRight: boolean
  /** A response that says the same as the one checked before it is no try. */
  ignoresRepeats: boolean
  /** Each try that leaves the question open earns the next hint. */
  showsHints: boolean
  asksCertainty: boolean
  /** The most that can be earned, in multiples of the question's mark. */
  highest: number
  /**
   * What a question earns, in multiples of its mark. `tries` are the responses that were checked, oldest first, and at the end
   * the one that counts. `penalty` is a share of the mark, 0…1.
   */
  earned: (input: { tries: [...Tried[], Tried]; penalty: number }) => number
}

const deferred: Behaviour = {
  version: 1,
  checks: () => 0,
  settlesWhenRight: true,
  ignoresRepeats: false,
  showsHints: false,
  asksCertainty: false,
  highest: 1,
  earned: ({ tries }) => lastOf(tries).fraction ?? 0,
}

const certainty: Behaviour = {
  ...deferred,
  asksCertainty: true,
  highest: highestCertaintyMark,
  earned: ({ tries }) => certaintyMark(lastOf(tries)),
}

const adaptive: Behaviour = {
  ...deferred,
  checks: () => Number.POSITIVE_INFINITY,
  settlesWhenRight: false,
  ignoresRepeats: true,
  earned: ({ tries, penalty }) => Math.max(0, ...tries.map(({ fraction }, before) => (fraction ?? 0) - penalty * before)),
}

/** The behaviours by name, each after Moodle's of the same name (`certainty` is its deferred and immediate CBM). */
export const behaviours: Record<BehaviourName, Behaviour> = {
  deferred,
  immediate: { ...deferred, checks: () => 1 },
  interactive: {
    ...deferred,
    version: 2,
    checks: ({ tries, hints }) => tries ?? hints + 1,
    showsHints: true,
    earned: ({ tries, penalty }) => Math.max(0, (lastOf(tries).fraction ?? 0) - penalty * (tries.length - 1)),
  },
  adaptive,
  'adaptive-no-penalty': { ...adaptive, earned: ({ tries }) => adaptive.earned({ tries, penalty: 0 }) },
  certainty,
  'certainty-immediate': { ...certainty, checks: () => 1 },
}

/** Name and version of a behaviour, as marks and tries keep it. */
export function stampOf(name: BehaviourName): string {
  return `${name}@${behaviours[name].version}`
}

function lastOf(tries: [...Tried[], Tried]): Tried {
  const last = tries.at(-1)
  if (!last) throw new Error('There is no response to mark.')
  return last
}
