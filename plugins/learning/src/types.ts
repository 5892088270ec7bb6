export type { LessonFacts } from './domain/completion.ts'
export type { LearningOptions } from './options.ts'
