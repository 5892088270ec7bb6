import { z } from 'zod'
import { at, defineEvent } from './defineEvent.ts'

/** What every event of an attempt says of it. */
const attempt = {
  attempt: z.uuid(),
  learner: z.uuid().describe('the user who takes the test'),
  test: z.uuid(),
  course: z.uuid(),
  lesson: z.uuid().nullable().describe('the lesson that the test belongs to; null for a test of the course'),
}
const number = z.int().min(1).describe('1 for the learner’s first attempt at this test, 2 for the next')

export const attemptEvents = {
  'attempt.started@1': defineEvent({
    says: 'A learner began an attempt at a test.',
    key: 'attempt',
    data: { ...attempt, number, at, dueAt: z.iso.datetime().nullable().describe('when its time is over; null without a limit') },
  }),
  'attempt.submitted@1': defineEvent({
    says: 'A learner handed in an attempt.',
    key: 'attempt',
    data: { ...attempt, number, at },
  }),
  'attempt.expired@1': defineEvent({
    says: 'The time of an attempt ran out before it was handed in; what was saved is marked.',
    key: 'attempt',
    data: { ...attempt, number, at: at.describe('when its time was over (ISO, UTC)') },
  }),
  'attempt.graded@1': defineEvent({
    says: 'An attempt has all its marks. One that a person has to mark has this event only afterwards.',
    key: 'attempt',
    data: {
      ...attempt,
      testKey: z.string().describe('name of the test that stays over editions'),
      percent: z.number().describe('0–100'),
      passed: z.boolean(),
      number: number
        .nullable()
        .default(null)
        .describe('1 for the first attempt, 2 for the next; null in events stored before it was recorded'),
      mark: z.number().nullable().default(null).describe('what it earned; null as above'),
      maxMark: z.number().nullable().default(null).describe('what it could earn; null as above'),
      fraction: z.number().nullable().default(null).describe('mark / maxMark, 0–1, 0 where nothing can be earned; null as above'),
      firstPass: z.boolean().default(false).describe('passed, and no earlier attempt of this learner at this test was'),
      at: at.describe('when it was handed in (ISO, UTC)'),
    },
  }),
  'attempt.regraded@1': defineEvent({
    says: 'The marks of a graded attempt changed.',
    key: 'attempt, and the time',
    data: {
      ...attempt,
      testKey: z.string(),
      before: z.object({ percent: z.number(), passed: z.boolean() }),
      after: z.object({ percent: z.number(), passed: z.boolean() }),
      at,
    },
  }),
  'mark.given@1': defineEvent({
    says: 'A person marked a response.',
    key: 'attempt/item, and the time',
    data: {
      attempt: attempt.attempt,
      learner: attempt.learner,
      item: z.string().describe('the question’s place in the paper'),
      marker: z.uuid().describe('the user who marked'),
      fraction: z.number().describe('−1–1'),
      at,
    },
  }),
} as const
