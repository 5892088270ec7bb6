import { z } from 'zod'

/** What the learner routes of levels and experience points answer. Points are whole numbers. */

/** GET /api/learn/xp */
export const myXpSchema = z.object({
  total: z.int(),
  level: z.object({
    number: z.int(),
    name: z.string().nullable(),
    reward: z.string().nullable(),
    /** Points at which this level begins, and at which the next one does; null at the highest. */
    from: z.int(),
    next: z.int().nullable(),
  }),
  streak: z.object({
    days: z.int(),
    longest: z.int(),
    /** Missed days that would be forgiven. */
    freezes: z.int(),
    /** Whether today counts already. */
    today: z.boolean(),
    /** The last two weeks, oldest first. */
    calendar: z.array(z.object({ day: z.iso.date(), active: z.boolean() })),
  }),
  /** What earns points here, in words. */
  rules: z.array(z.string()),
  /** Whether this installation has leaderboards. */
  boards: z.boolean(),
  timeZone: z.string(),
})
export type MyXp = z.infer<typeof myXpSchema>

/** GET /api/learn/xp/ledger?before=: newest first; `before` is the `seq` to go on from, `next` the one for the next page. */
export const xpLedgerSchema = z.object({
  entries: z.array(
    z.object({
      seq: z.int(),
      at: z.iso.datetime(),
      points: z.int(),
      /** Points before limits and bonuses. */
      base: z.int(),
      /** Name of the kind of rule, and of the lesson, test or course that it was for (null when it is not there any more). */
      reason: z.string(),
      subject: z.string().nullable(),
      /** What made `base` into `points`, in words. */
      changes: z.array(z.string()),
      reversal: z.boolean(),
    }),
  ),
  next: z.int().nullable(),
})
export type XpLedger = z.infer<typeof xpLedgerSchema>

/** PUT /api/learn/xp/boards/membership */
export const xpMembershipSchema = z.object({ shownAs: z.enum(['name', 'initials']) })

/** GET /api/learn/xp/boards?board=league, site or course/<id>. Empty for whoever has not joined, and where boards are off. */
export const xpBoardsSchema = z.object({
  enabled: z.boolean(),
  member: z.object({ ...xpMembershipSchema.shape, league: z.int() }).nullable(),
  /** Boards of courses on which the learner has points. */
  courses: z.array(z.object({ board: z.string(), title: z.string() })),
  shown: z
    .object({
      board: z.string(),
      rows: z.array(z.object({ rank: z.int(), name: z.string(), points: z.int(), me: z.boolean() })),
      /** How many rows come before others are left out; null when none are. */
      gapAfter: z.int().nullable(),
      /** Of the league: the last day of the week and where it ends, and how many rise and descend then. */
      league: z.object({ lastDay: z.iso.date(), timeZone: z.string(), promote: z.int(), demote: z.int() }).nullable(),
    })
    .nullable(),
})
export type XpBoards = z.infer<typeof xpBoardsSchema>
