/** For the server's half of question types in packages of their own: the fields and texts that all types share. */
export { isBlankOf } from '../shared/blank.ts'
export { checkStem, isEmptyText, type Problem } from '../shared/check.ts'
export { generalFeedbackField, rowIdField, stemField } from '../shared/fields.ts'
export { asText, wrongForm } from '../shared/plain/plainForm.ts'
export { feedbackOf, searchTextOf } from '../shared/present.ts'
