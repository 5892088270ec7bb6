import { OperationError } from '@lectern/kernel'
import type { StartRefusal } from './domain/startRefusal.ts'

const startMessages: Record<StartRefusal['code'], string> = {
  TEST_NOT_OPEN_YET: 'This test is not open yet.',
  TEST_CLOSED: 'This test is closed.',
  ATTEMPTS_USED_UP: 'There are no attempts left for this test.',
  ATTEMPT_TOO_SOON: 'Between two attempts at this test there has to be a pause.',
}

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
  itemLocked: (item: string) =>
    new OperationError({
      code: 'ITEM_LOCKED',
      status: 409,
      message: 'This question is settled and takes no further response.',
      details: { item },
    }),
  checkNotAllowed: () =>
    new OperationError({ code: 'CHECK_NOT_ALLOWED', status: 409, message: 'This question cannot be checked before handing in.' }),
  responseBlank: (item: string) =>
    new OperationError({ code: 'RESPONSE_BLANK', status: 400, message: 'There is nothing to check yet.', details: { item } }),
  attemptClosed: () =>
    new OperationError({ code: 'ATTEMPT_CLOSED', status: 409, message: 'The attempt is closed; nothing more can be saved.' }),
  attemptNotSubmitted: () =>
    new OperationError({ code: 'ATTEMPT_NOT_SUBMITTED', status: 409, message: 'The attempt has not been submitted yet.' }),
  startRefused: ({ code, availableAt }: StartRefusal) =>
    new OperationError({ code, status: 409, message: startMessages[code], details: { availableAt } }),
  accessCodeRequired: () =>
    new OperationError({ code: 'ACCESS_CODE_REQUIRED', status: 403, message: 'This test is begun with an access code.' }),
  accessCodeWrong: () => new OperationError({ code: 'ACCESS_CODE_WRONG', status: 403, message: 'This is not the access code.' }),
  accessCodeLocked: () =>
    new OperationError({ code: 'ACCESS_CODE_LOCKED', status: 429, message: 'Too many codes were tried. Wait ten minutes.' }),
  questionPassed: (item: string) =>
    new OperationError({
      code: 'QUESTION_PASSED',
      status: 409,
      message: 'This test goes forward only; the page of this question has been passed.',
      details: { item },
    }),
  questionNotReached: (item: string) =>
    new OperationError({
      code: 'QUESTION_NOT_REACHED',
      status: 409,
      message: 'This test goes forward only; the page of this question has not been reached.',
      details: { item },
    }),
  pageNotNext: (page: number) =>
    new OperationError({
      code: 'PAGE_NOT_NEXT',
      status: 409,
      message: 'This test goes forward one page at a time.',
      details: { page },
    }),
  pagesFree: () =>
    new OperationError({ code: 'PAGES_FREE', status: 409, message: 'The pages of this test are not turned on the server.' }),
  testIsPractice: () =>
    new OperationError({ code: 'TEST_IS_PRACTICE', status: 409, message: 'This test is for practice; it has no attempts.' }),
  testIsGraded: () =>
    new OperationError({
      code: 'TEST_IS_GRADED',
      status: 409,
      message: 'This test is not for practice; its key is not given away.',
    }),
  responseInvalid: ({ item, reason }: { item: string; reason: string }) =>
    new OperationError({
      code: 'RESPONSE_INVALID',
      status: 400,
      message: 'This cannot be a response to the question.',
      details: { item, reason },
    }),
  gateClosed: (code: string) => new OperationError({ code, status: 403, message: 'You may not take tests of this course now.' }),
} as const
