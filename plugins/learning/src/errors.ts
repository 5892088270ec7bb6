import { OperationError } from '@lectern/kernel'

export const learningErrors = {
  courseNotPublished: () =>
    new OperationError({ code: 'COURSE_NOT_PUBLISHED', status: 404, message: 'There is no such published course.' }),
  lessonNotPublished: () =>
    new OperationError({ code: 'LESSON_NOT_PUBLISHED', status: 404, message: 'There is no such published lesson.' }),
  notEnrolled: () => new OperationError({ code: 'NOT_ENROLLED', status: 403, message: 'Enrol in the course first.' }),
  paymentRequired: () => new OperationError({ code: 'PAYMENT_REQUIRED', status: 402, message: 'This course has to be bought.' }),
  prerequisitesMissing: (slugs: string[]) =>
    new OperationError({
      code: 'PREREQUISITES_MISSING',
      status: 409,
      message: 'Other courses have to be completed first.',
      details: { prerequisites: slugs },
    }),
} as const
