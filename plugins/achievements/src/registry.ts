import { defineRegistry } from '@lectern/kernel'
import type { CriterionKind } from './domain/criterion.ts'

export { type Criterion, type CriterionKind, defineCriterion, type Fact, type Progress } from './domain/criterion.ts'

/** The kinds of criteria. A plugin of the band "extension" adds one with `verbs.registry.add({ to: criterionKinds, value })`. */
export const criterionKinds = defineRegistry<CriterionKind>({
  name: 'achievements.criteria',
  what: 'achievement criterion',
  keyOf: ({ code }) => code,
})
