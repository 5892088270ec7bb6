export { type AccessRow, accessTable } from './accessTable.ts'
export { countQueries } from './countQueries.ts'
export { createTestDatabase } from './createTestDatabase.ts'
export { describeQuestionType, type RendererUnderTest } from './describeQuestionType.ts'
