export type { MarkedAttempt, MarkedItem, MarkedState } from './domain/markAttempt.ts'
export type { PaperItem, PublishedItem } from './domain/paper.ts'
export type { CountedAttempt } from './domain/resultOf.ts'
