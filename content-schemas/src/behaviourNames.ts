/**
 * How a test's questions are marked while it is taken. The rules of each are in `plugins/grading/src/domain/behaviours.ts`,
 * in words in `docs/marking.md`.
 */
export const behaviourNames = [
  'deferred',
  'immediate',
  'interactive',
  'adaptive',
  'adaptive-no-penalty',
  'certainty',
  'certainty-immediate',
] as const
export type BehaviourName = (typeof behaviourNames)[number]

/** The levels of certainty, lowest first. */
export const certainties = [1, 2, 3] as const
export type Certainty = (typeof certainties)[number]

const certaintyBehaviours: readonly BehaviourName[] = ['certainty', 'certainty-immediate']
const checkingBehaviours: readonly BehaviourName[] = behaviourNames.filter((name) => name !== 'deferred' && name !== 'certainty')

/** Whether a test asks how sure the learner is. */
export function asksCertainty({ behaviour }: { behaviour: BehaviourName }): boolean {
  return certaintyBehaviours.includes(behaviour)
}

/** Whether questions can be checked before the test is handed in. */
export function hasChecks({ behaviour }: { behaviour: BehaviourName }): boolean {
  return checkingBehaviours.includes(behaviour)
}
