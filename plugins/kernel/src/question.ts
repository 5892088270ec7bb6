/** What question types are made of and run on: pure, and fit for a browser. */
export { renderMarkdown } from './markdown.ts'
export * from './questionType.ts'
export { seededRandom, shuffleBySeed } from './seededRandom.ts'
