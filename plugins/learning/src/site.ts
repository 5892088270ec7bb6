export { explainCompletion } from './domain/completion.ts'
