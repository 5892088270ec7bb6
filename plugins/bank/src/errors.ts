import { OperationError } from '@lectern/kernel'

/** What the bank refuses. */
export const bankErrors = {
  questionInUse: ({ tests }: { tests: number }) =>
    new OperationError({
      code: 'QUESTION_IN_USE',
      status: 409,
      message: `The question stands in ${tests} ${tests === 1 ? 'test' : 'tests'}. Take it out of them first, or retire it.`,
      details: { tests },
    }),
  categoryInUse: ({ questions, categories }: { questions: number; categories: number }) =>
    new OperationError({
      code: 'CATEGORY_IN_USE',
      status: 409,
      message: `The category holds ${questions} questions and ${categories} categories. Move them first.`,
      details: { questions, categories },
    }),
  categoryInItself: () =>
    new OperationError({ code: 'CATEGORY_IN_ITSELF', status: 400, message: 'A category cannot lie within itself.' }),
  selectionEmpty: () =>
    new OperationError({ code: 'SELECTION_EMPTY', status: 400, message: 'There is no question that is meant.' }),
  selectionUnreadable: () =>
    new OperationError({ code: 'SELECTION_UNREADABLE', status: 400, message: 'The query names what questions do not have.' }),
  editUnknown: () => new OperationError({ code: 'EDIT_UNKNOWN', status: 404, message: 'There is no such change.' }),
  editNotDone: () =>
    new OperationError({ code: 'EDIT_NOT_DONE', status: 409, message: 'The change is still running, or was taken back.' }),
  pairSettled: () => new OperationError({ code: 'PAIR_SETTLED', status: 409, message: 'Somebody has settled this pair.' }),
  questionGone: () => new OperationError({ code: 'QUESTION_GONE', status: 404, message: 'One of the two questions is gone.' }),
  keepNotPublished: () =>
    new OperationError({
      code: 'KEEP_NOT_PUBLISHED',
      status: 409,
      message: 'The question to keep is a draft, and the other is published. Publish it first.',
    }),
} as const
