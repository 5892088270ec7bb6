/** The isomorphic half of the built-in question types: no server code, no React. */
export * from './matching/schema.ts'
export * from './multipleChoice/schema.ts'
export * from './numeric/schema.ts'
export * from './ordering/schema.ts'
export { type ChoiceBody, type ChoiceView, type Option, optionSchema } from './shared/options.ts'
export * from './shortText/schema.ts'
export * from './singleChoice/schema.ts'
export * from './trueFalse/schema.ts'
