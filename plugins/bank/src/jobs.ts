/** Shows in the list of questions what attempts have changed. */
export const refreshColumnsJob = 'bank.refresh-columns'
/** Counts the tests of all questions, and shows in their list whatever it does not show yet. */
export const countTestsJob = 'bank.count-tests'
/** Changes many questions, or takes that back. */
export const editQuestionsJob = 'bank.edit-questions'
/** Reads the questions that were saved, and looks for others that say nearly the same. */
export const indexQuestionsJob = 'bank.index-questions'
