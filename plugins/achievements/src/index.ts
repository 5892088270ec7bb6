import type { EventName } from '@lectern/content-schemas'
import { definePlugin } from '@lectern/kernel'
import { z } from 'zod'
import { achievementAwardsCollection } from './collections/achievementAwards.ts'
import { achievementProgressCollection } from './collections/achievementProgress.ts'
import { achievementsCollection } from './collections/achievements.ts'
import { builtInCriteria } from './domain/builtInCriteria.ts'
import { handleFacts } from './handlers/handleFacts.ts'
import { criterionKinds } from './registry.ts'
import { achievementRoutes } from './routes/achievementRoutes.ts'

/** Achievements whose criteria are data, followed from event to event. */
export const achievementsPlugin = definePlugin({
  name: 'achievements',
  band: 'feature',
  options: z.strictObject({}),
  setup: ({ verbs }) => {
    for (const value of builtInCriteria) verbs.registry.add({ to: criterionKinds, value })
    verbs.contribute.collection(achievementsCollection)
    verbs.contribute.collection(achievementAwardsCollection)
    verbs.contribute.collection(achievementProgressCollection)
    verbs.contribute.learnerRoutes(achievementRoutes)
    const kinds = [...verbs.registry.read(criterionKinds).values()]
    handleFacts({ verbs, names: new Set<EventName>(kinds.flatMap(({ on }) => on)) })
  },
})
