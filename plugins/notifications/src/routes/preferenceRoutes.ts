import { changePreferencesInputSchema, localeSchema, notificationPreferencesSchema } from '@lectern/content-schemas'
import { defineLearnerRoute, type LearnerRoute } from '@lectern/kernel'
import { z } from 'zod'
import { changePreferences, readPreferences } from '../operations/preferences.ts'

const none = z.object({})

export const preferenceRoutes: LearnerRoute[] = [
  defineLearnerRoute({
    method: 'GET',
    path: '/notifications/preferences',
    summary: 'Which kinds of notifications come on which channels, and the quiet hours',
    params: none,
    input: z.object({ locale: localeSchema.optional() }),
    output: notificationPreferencesSchema,
    handle: ({ req, user, locale }) => readPreferences({ req, learner: user.id, locale }),
  }),
  defineLearnerRoute({
    method: 'PUT',
    path: '/notifications/preferences',
    summary: 'Change them; what is left out stays',
    params: none,
    input: changePreferencesInputSchema,
    output: notificationPreferencesSchema,
    handle: async ({ req, user, input, locale }) => {
      await changePreferences({ req, learner: user.id, change: input })
      return readPreferences({ req, learner: user.id, locale })
    },
  }),
]
