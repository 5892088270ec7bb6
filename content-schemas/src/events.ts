import { z } from 'zod'

/**
 * The catalogue of domain events: past tense, versioned by `@n`. A stored event is never changed; a new meaning is a
 * new version. Ids are UUIDs; times are ISO strings (UTC); percentages are 0–100.
 */
export const eventCatalogue = {
  'user.registered@1': z.object({ user: z.uuid() }),
  'enrolment.created@1': z.object({ enrolment: z.uuid(), learner: z.uuid(), course: z.uuid() }),
  'lesson.completed@1': z.object({ learner: z.uuid(), course: z.uuid(), lesson: z.uuid(), at: z.iso.datetime() }),
  'course.completed@1': z.object({ learner: z.uuid(), course: z.uuid(), enrolment: z.uuid(), at: z.iso.datetime() }),
  'attempt.graded@1': z.object({
    attempt: z.uuid(),
    learner: z.uuid(),
    test: z.uuid(),
    course: z.uuid(),
    lesson: z.uuid().nullable(),
    testKey: z.string(),
    percent: z.number(),
    passed: z.boolean(),
    at: z.iso.datetime(),
  }),
  'course.published@1': z.object({ course: z.uuid(), edition: z.uuid(), number: z.int() }),
} as const

export type EventName = keyof typeof eventCatalogue
export type EventData<N extends EventName> = z.infer<(typeof eventCatalogue)[N]>
