/** For the schemas of question types in packages of their own: no server code, no React. */
export { authoredText, emptyAsDefault, onlyVersionOne, rowIdSchema, stemShape } from '../shared/authored.ts'
