import { definePlugin } from '@lectern/kernel'
import { z } from 'zod'
import { xpDaysCollection } from './collections/xpDays.ts'
import { xpLedgerCollection } from './collections/xpLedger.ts'
import { xpRulesCollection } from './collections/xpRules.ts'
import { xpRuleVersionsCollection } from './collections/xpRuleVersions.ts'
import { xpSettingsGlobal } from './collections/xpSettings.ts'
import { xpTotalsCollection } from './collections/xpTotals.ts'
import { builtInKinds } from './domain/rules/builtInKinds.ts'
import { handleAwards } from './handlers/handleAwards.ts'
import { recountLedger } from './operations/recountLedger.ts'
import { recountTotals } from './operations/recountTotals.ts'
import { xpRuleKinds } from './registry.ts'
import { xpRoutes } from './routes/xpRoutes.ts'

export { type Rebuilt, rebuildXp } from './operations/rebuildXp.ts'
export { recountLedger } from './operations/recountLedger.ts'
export { recountTotals } from './operations/recountTotals.ts'

/** Experience points by rules that are data, levels and streaks. */
export const xpPlugin = definePlugin({
  name: 'xp',
  band: 'feature',
  options: z.strictObject({}),
  setup: ({ verbs }) => {
    for (const value of builtInKinds) verbs.registry.add({ to: xpRuleKinds, value })
    verbs.contribute.global(xpSettingsGlobal)
    verbs.contribute.collection(xpRulesCollection)
    verbs.contribute.collection(xpRuleVersionsCollection)
    verbs.contribute.collection(xpLedgerCollection)
    verbs.contribute.collection(xpTotalsCollection)
    verbs.contribute.collection(xpDaysCollection)
    verbs.contribute.learnerRoutes(xpRoutes)
    verbs.contribute.recount({
      name: 'xp.totals',
      says: 'The total of each learner is the sum of the ledger, whose lines are numbered without a gap.',
      run: recountTotals,
    })
    verbs.contribute.recount({
      name: 'xp.ledger',
      says: 'Each event has the lines that its rules give, each once, with the points that the limits of the day left.',
      run: recountLedger,
    })
    handleAwards({ verbs, kinds: verbs.registry.read(xpRuleKinds) })
  },
})
