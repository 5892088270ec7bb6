import { myXpSchema, xpLedgerSchema } from '@lectern/content-schemas'
import { defineLearnerRoute, type LearnerRoute } from '@lectern/kernel'
import { z } from 'zod'
import { readLedger } from '../operations/readLedger.ts'
import { readMyXp } from '../operations/readMyXp.ts'

const none = z.object({})

export const xpRoutes: LearnerRoute[] = [
  defineLearnerRoute({
    method: 'GET',
    path: '/xp',
    summary: 'Points, level and streak of the learner',
    params: none,
    input: none,
    output: myXpSchema,
    handle: ({ req, user, locale }) => readMyXp({ req, learner: user.id, locale, now: new Date().toISOString() }),
  }),
  defineLearnerRoute({
    method: 'GET',
    path: '/xp/ledger',
    summary: 'The learner’s points line by line',
    params: none,
    input: z.object({ before: z.coerce.number().int().min(1).optional() }),
    output: xpLedgerSchema,
    handle: ({ req, user, input, locale }) => readLedger({ req, learner: user.id, before: input.before ?? null, locale }),
  }),
]
