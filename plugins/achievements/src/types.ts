export type { Criterion, CriterionKind, Fact, Progress } from './domain/criterion.ts'
