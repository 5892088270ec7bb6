import { z } from 'zod'
import { attemptStateSchema, certaintySchema, testSettingsSchema } from './attempt.ts'
import { handedFileSchema } from './files.ts'
import { localeSchema } from './locale.ts'
import { timeZoneSchema } from './timeZone.ts'

/** What the learner routes (`/api/learn/*`) take and give. The site's client and the routes use these same schemas. */

/** Every refusal: HTTP status ≥ 400 and this body. `code` is stable; `message` is a sentence in the asker's language. */
export const apiErrorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.unknown().optional() }),
})
export type ApiError = z.infer<typeof apiErrorSchema>

// Accounts -----------------------------------------------------------------------------------------------------

export const passwordSchema = z.string().min(10).max(200)
export const registerInputSchema = z.strictObject({
  email: z
    .email()
    .max(254)
    .transform((email) => email.toLowerCase()),
  password: passwordSchema,
  name: z.string().trim().min(1).max(120),
  locale: localeSchema,
  /** The one that the browser reports. */
  timeZone: timeZoneSchema.default('UTC'),
})
/** PUT /api/learn/profile. The time zone stays as it is when it is left out. */
export const profileInputSchema = registerInputSchema
  .pick({ name: true, locale: true })
  .extend({ timeZone: timeZoneSchema.optional() })
/** POST /api/learn/auth/password */
export const passwordChangeSchema = z.strictObject({ current: z.string().min(1).max(200), next: passwordSchema })
export const signInInputSchema = z.strictObject({
  email: z
    .string()
    .trim()
    .min(1)
    .max(254)
    .transform((email) => email.toLowerCase()),
  password: z.string().min(1).max(200),
})

export const roleSchema = z.enum(['learner', 'instructor', 'editor', 'moderator', 'admin'])
export type Role = z.infer<typeof roleSchema>

export const accountSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  locale: localeSchema,
  roles: z.array(roleSchema),
})
export type Account = z.infer<typeof accountSchema>
/** GET /api/learn/profile, and what a change of it answers: what only the settings show, besides the account. */
export const profileSchema = accountSchema.extend({ timeZone: z.string() })
export type Profile = z.infer<typeof profileSchema>
/** GET /api/learn/auth/me: `account` is null for a visitor. */
export const meSchema = z.object({ account: accountSchema.nullable() })

// Courses and progress -----------------------------------------------------------------------------------------

export const lessonProgressSchema = z.object({
  lesson: z.uuid(),
  viewed: z.boolean(),
  done: z.boolean(),
  completed: z.boolean(),
})
export type LessonProgress = z.infer<typeof lessonProgressSchema>

/** `percent` is 0–100 and never falls. `resume` is the lesson to go on with; `path` is `<course>/<module>/<lesson>`. */
export const courseProgressSchema = z.object({
  enrolled: z.boolean(),
  percent: z.number(),
  completedAt: z.iso.datetime().nullable(),
  resume: z.object({ lesson: z.uuid(), path: z.string() }).nullable(),
  lessons: z.array(lessonProgressSchema),
  /** Share of each module's lessons completed, 0–100. */
  modules: z.array(z.object({ module: z.uuid(), percent: z.number() })),
  /** Slugs of prerequisite courses not yet completed; empty when one may enrol. */
  missingPrerequisites: z.array(z.string()),
})
export type CourseProgress = z.infer<typeof courseProgressSchema>

export const markDoneInputSchema = z.strictObject({ done: z.boolean() })

/** GET /api/learn/my-learning */
export const myLearningSchema = z.object({
  courses: z.array(
    z.object({
      course: z.uuid(),
      slug: z.string(),
      title: z.string(),
      percent: z.number(),
      enrolledAt: z.iso.datetime(),
      completedAt: z.iso.datetime().nullable(),
      resume: z.object({ path: z.string(), title: z.string() }).nullable(),
    }),
  ),
})
export type MyLearning = z.infer<typeof myLearningSchema>

/** GET /api/learn/my-results: the newest attempts first. Mark, percentage and result are null where the review policy withholds marks. */
export const myResultsSchema = z.object({
  results: z.array(
    z.object({
      attempt: z.uuid(),
      test: z.uuid(),
      testTitle: z.string(),
      courseSlug: z.string(),
      courseTitle: z.string(),
      lessonPath: z.string().nullable(),
      submittedAt: z.iso.datetime(),
      mark: z.number().nullable(),
      maxMark: z.number(),
      percent: z.number().nullable(),
      passed: z.boolean().nullable(),
    }),
  ),
})
export type MyResults = z.infer<typeof myResultsSchema>

// Attempts -----------------------------------------------------------------------------------------------------

/**
 * What may be shown of a marked response. What the review policy withholds is absent. `fraction` is the share of the item's
 * `maxMark`: −1…1, and −2…1 where certainty is asked for.
 */
const shownOfMarks = {
  fraction: z.number().optional(),
  mark: z.number().optional(),
  state: z.enum(['right', 'partly', 'wrong', 'blank', 'ungraded']).optional(),
  parts: z
    .array(z.object({ part: z.string(), fraction: z.number(), state: z.enum(['right', 'partly', 'wrong', 'missed']) }))
    .optional(),
  feedback: z.array(z.object({ part: z.string().optional(), html: z.string() })).optional(),
  key: z.object({ html: z.string(), parts: z.record(z.string(), z.string()).optional() }).optional(),
}

/** One question of an attempt as the learner sees it; `view` is the question type's own projection. */
export const attemptItemSchema = z.object({
  /** Id of the item within the attempt. */
  item: z.string(),
  type: z.string(),
  typeVersion: z.int(),
  /** 0 where there is nothing to earn. */
  maxMark: z.number(),
  /** False for what is shown or asked and never marked: a text, a survey. */
  marked: z.boolean().default(true),
  /** Whether it can be marked while one works, where the rules of the test let one ask. */
  checkable: z.boolean(),
  /** The learner wants to come back to it. */
  flagged: z.boolean().default(false),
  /** The section that the question is in; the same `id` for all of its questions. `instructions` is safe HTML. */
  section: z.object({ id: z.string(), title: z.string(), instructions: z.string() }).nullable().default(null),
  view: z.unknown(),
  response: z.unknown(),
  /** Revision of the stored response; 0 when none is stored. */
  revision: z.int(),
  /** Files that were handed to the question, whether or not the stored response names them yet; null when it takes none. */
  files: z.array(handedFileSchema).nullable().default(null),
  /** How sure the learner is, where the test asks for it; null when nothing was said. */
  certainty: certaintySchema.nullable().default(null),
  /**
   * What came of checking it while the attempt runs; null before that. `locked`: it is settled and takes no response any
   * more. `triesLeft` null: no end of tries. `revision` is that of the response which was checked last. `fraction` and `mark`
   * are what the question stands at after its tries, the rest is about the last of them.
   */
  check: z
    .object({
      locked: z.boolean(),
      tries: z.int(),
      triesLeft: z.int().nullable(),
      revision: z.int(),
      /** The hints that the tries have earned, as safe HTML. */
      hints: z.array(z.string()).default([]),
      /** How many parts of the last try were right, where its hint says so. */
      numberRight: z.int().nullable().default(null),
      ...shownOfMarks,
    })
    .nullable()
    .default(null),
})
export type AttemptItem = z.infer<typeof attemptItemSchema>

export const attemptSchema = z.object({
  attempt: z.uuid(),
  test: z.uuid(),
  title: z.string(),
  state: attemptStateSchema,
  number: z.int(),
  startedAt: z.iso.datetime(),
  /** When the server closes the attempt; null without a time limit. */
  dueAt: z.iso.datetime().nullable(),
  /** The server's clock when it answered, so that a timer need not trust the device's. */
  now: z.iso.datetime(),
  settings: testSettingsSchema,
  /** The questions; of a running attempt that goes forward only, those of the page where it stands. */
  items: z.array(attemptItemSchema),
  /** Where an attempt that goes forward only stands, pages counted from 0; null where one may go about. */
  page: z.int().nullable().default(null),
  /** All questions in their order, also those that are not in `items`. */
  outline: z.array(z.object({ item: z.string(), page: z.int(), answered: z.boolean(), flagged: z.boolean() })).default([]),
})
export type Attempt = z.infer<typeof attemptSchema>

/** PUT one response. A revision not above the stored one changes nothing and answers what is stored. */
export const saveResponseInputSchema = z.strictObject({
  revision: z.int().min(1).max(2_000_000_000),
  response: z.unknown(),
  /** How sure the learner is; heeded where the test asks for it. */
  certainty: certaintySchema.nullish(),
})
export const saveResponseOutputSchema = z.object({ item: z.string(), revision: z.int(), saved: z.boolean() })

/** POST /api/learn/attempts/:attempt/page: on to the next page, from 0. There is no way back. */
export const turnPageInputSchema = z.strictObject({ page: z.int().min(1).max(10_000) })
/** PUT /api/learn/attempts/:attempt/items/:item/flag */
export const flagInputSchema = z.strictObject({ flagged: z.boolean() })
export const flagOutputSchema = z.object({ item: z.string(), flagged: z.boolean() })

/** Review of a submitted attempt. What the review policy withholds is absent. */
export const reviewItemSchema = attemptItemSchema.extend({
  ...shownOfMarks,
})
export type ReviewItem = z.infer<typeof reviewItemSchema>

/**
 * How well certainty fitted the answers, where a test asks for it. Shares are 0–1 of the questions' weights, `averageMark`
 * −6…3 a question, `bonus` is a share too and may be below 0.
 */
const certaintyFigures = { questions: z.int(), averageMark: z.number(), accuracy: z.number(), bonus: z.number() }
export const certaintySummarySchema = z.object({
  /** Over all questions; an unanswered one counts as 0. */
  ...certaintyFigures,
  /** Over those answered; null when all or none are. */
  answered: z.object(certaintyFigures).nullable(),
  levels: z.array(
    z.object({
      certainty: certaintySchema,
      questions: z.int(),
      /** Null when there is no such response. */
      accuracy: z.number().nullable(),
      verdict: z
        .enum(['fitting', 'overconfident', 'slightlyOverconfident', 'underconfident', 'slightlyUnderconfident'])
        .nullable(),
    }),
  ),
})
export type CertaintySummary = z.infer<typeof certaintySummarySchema>

export const attemptReviewSchema = attemptSchema.omit({ items: true, page: true, outline: true }).extend({
  submittedAt: z.iso.datetime(),
  mark: z.number().optional(),
  maxMark: z.number(),
  percent: z.number().optional(),
  passed: z.boolean().optional(),
  /** Sent with the marks of a test that asks for certainty. */
  certainty: certaintySummarySchema.optional(),
  /** What the author says to who earned that much, as safe HTML; sent with feedback once everything is marked. */
  overallFeedback: z.string().optional(),
  /** False where the test does not show questions and answers now; there are no items then. */
  answersShown: z.boolean().default(true),
  items: z.array(reviewItemSchema),
})
export type AttemptReview = z.infer<typeof attemptReviewSchema>

/** POST /api/learn/tests/:test/attempts. `accessCode` is needed to begin where the test has one, not to go on. */
export const startAttemptInputSchema = z.strictObject({ accessCode: z.string().max(200).optional() })

/** GET /api/learn/tests/:test/attempts */
export const testAttemptsSchema = z.object({
  test: z.uuid(),
  canStart: z.boolean(),
  /** Code of the refusal when `canStart` is false. */
  reason: z.string().nullable(),
  /** When waiting helps: the moment from which the refusal does not hold any more. */
  availableAt: z.iso.datetime().nullable(),
  needsAccessCode: z.boolean(),
  /** The rules of the test as published now. */
  settings: testSettingsSchema,
  attempts: z.array(
    z.object({
      attempt: z.uuid(),
      number: z.int(),
      state: attemptStateSchema,
      startedAt: z.iso.datetime(),
      submittedAt: z.iso.datetime().nullable(),
      percent: z.number().nullable(),
      passed: z.boolean().nullable(),
      /** 0 where there was nothing to earn; null while it is not marked. */
      maxMark: z.number().nullable().default(null),
    }),
  ),
})
export type TestAttempts = z.infer<typeof testAttemptsSchema>
