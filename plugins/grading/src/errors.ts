import { OperationError } from '@lectern/kernel'

/** Refusals of this plugin by code. Another learner's attempt is answered like one that is not there. */
export const gradingErrors = {
  testNotFound: () => new OperationError({ code: 'TEST_NOT_FOUND', status: 404, message: 'There is no such test.' }),
  attemptNotFound: () => new OperationError({ code: 'ATTEMPT_NOT_FOUND', status: 404, message: 'There is no such attempt.' }),
  itemNotInAttempt: (item: string) =>
    new OperationError({
      code: 'ITEM_NOT_IN_ATTEMPT',
      status: 404,
      message: 'The attempt has no such question.',
      details: { item },
    }),
  attemptClosed: () =>
    new OperationError({ code: 'ATTEMPT_CLOSED', status: 409, message: 'The attempt is closed; nothing more can be saved.' }),
  attemptNotSubmitted: () =>
    new OperationError({ code: 'ATTEMPT_NOT_SUBMITTED', status: 409, message: 'The attempt has not been submitted yet.' }),
  attemptsUsedUp: () =>
    new OperationError({ code: 'ATTEMPTS_USED_UP', status: 409, message: 'There are no attempts left for this test.' }),
  responseInvalid: ({ item, reason }: { item: string; reason: string }) =>
    new OperationError({
      code: 'RESPONSE_INVALID',
      status: 400,
      message: 'This cannot be a response to the question.',
      details: { item, reason },
    }),
  gateClosed: (code: string) => new OperationError({ code, status: 403, message: 'You may not take tests of this course now.' }),
} as const
