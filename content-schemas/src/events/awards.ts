import { z } from 'zod'
import { at, defineEvent } from './defineEvent.ts'

const learner = z.uuid().describe('the user who is awarded')

export const awardEvents = {
  'xp.granted@1': defineEvent({
    says: 'A rule gave a learner experience points.',
    key: 'grant',
    data: {
      grant: z.uuid().describe('the row of the ledger'),
      learner,
      rule: z.string().describe('code of the rule'),
      source: z.string().describe('what they were given for, unique with learner and rule'),
      amount: z.int().min(1),
      course: z.uuid().nullable(),
      at,
    },
  }),
  'xp.reversed@1': defineEvent({
    says: 'Points were taken back, because what they were given for no longer holds.',
    key: 'grant',
    data: { grant: z.uuid().describe('the row of the ledger that is taken back'), learner, amount: z.int().min(1), at },
  }),
  'level.reached@1': defineEvent({
    says: 'A learner reached a level for the first time.',
    key: 'learner/level',
    data: { learner, level: z.int().min(1), at },
  }),
  'streak.extended@1': defineEvent({
    says: 'A learner was active on one more day without a gap.',
    key: 'learner/day',
    data: {
      learner,
      days: z.int().min(1).describe('length of the streak now'),
      day: z.iso.date().describe('in the learner’s time zone'),
      at,
    },
  }),
  'achievement.awarded@1': defineEvent({
    says: 'A learner earned an achievement, or a higher tier of it.',
    key: 'learner/achievement/tier',
    data: {
      learner,
      achievement: z.string().describe('code of the achievement'),
      tier: z.int().min(1).describe('1 where there are no tiers'),
      at,
    },
  }),
  'achievement.revoked@1': defineEvent({
    says: 'An achievement was taken back.',
    key: 'learner/achievement/tier, and the time',
    data: { learner, achievement: z.string(), tier: z.int().min(1), at },
  }),
} as const
