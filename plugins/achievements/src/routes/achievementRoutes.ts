import { myAchievementsSchema } from '@lectern/content-schemas'
import { defineLearnerRoute, type LearnerRoute } from '@lectern/kernel'
import { z } from 'zod'
import { readMyAchievements } from '../operations/readMyAchievements.ts'

const none = z.object({})

export const achievementRoutes: LearnerRoute[] = [
  defineLearnerRoute({
    method: 'GET',
    path: '/achievements',
    summary: 'What the learner has earned and is on the way to',
    params: none,
    input: none,
    output: myAchievementsSchema,
    handle: ({ req, user, locale }) => readMyAchievements({ req, learner: user.id, locale }),
  }),
]
