import { definePlugin } from '@lectern/kernel'
import { z } from 'zod'
import { xpBoardMembersCollection } from './collections/xpBoardMembers.ts'
import { xpDaysCollection } from './collections/xpDays.ts'
import { xpLeaguePlacesCollection } from './collections/xpLeaguePlaces.ts'
import { xpLedgerCollection } from './collections/xpLedger.ts'
import { xpRulesCollection } from './collections/xpRules.ts'
import { xpRuleVersionsCollection } from './collections/xpRuleVersions.ts'
import { xpScoresCollection } from './collections/xpScores.ts'
import { xpSettingsGlobal } from './collections/xpSettings.ts'
import { xpTotalsCollection } from './collections/xpTotals.ts'
import { builtInKinds } from './domain/rules/builtInKinds.ts'
import { handleAwards } from './handlers/handleAwards.ts'
import { followRegrade } from './operations/followRegrade.ts'
import { recountLedger } from './operations/recountLedger.ts'
import { recountScores } from './operations/recountScores.ts'
import { recountTotals } from './operations/recountTotals.ts'
import { settleLeagues } from './operations/settleLeagues.ts'
import { xpRuleKinds } from './registry.ts'
import { boardRoutes } from './routes/boardRoutes.ts'
import { xpRoutes } from './routes/xpRoutes.ts'

export { type Rebuilt, rebuildXp } from './operations/rebuildXp.ts'
export { recountLedger } from './operations/recountLedger.ts'
export { recountScores } from './operations/recountScores.ts'
export { recountTotals } from './operations/recountTotals.ts'
export { settleLeagues } from './operations/settleLeagues.ts'

/** Experience points by rules that are data, levels, streaks and leaderboards. */
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
    verbs.contribute.collection(xpBoardMembersCollection)
    verbs.contribute.collection(xpScoresCollection)
    verbs.contribute.collection(xpLeaguePlacesCollection)
    verbs.contribute.learnerRoutes([...xpRoutes, ...boardRoutes])
    verbs.contribute.job({
      name: 'xp.settle-leagues',
      schedule: '2 * * * *',
      run: async ({ req }) => void (await settleLeagues({ req, now: new Date().toISOString() })),
    })
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
    verbs.contribute.recount({
      name: 'xp.scores',
      says: 'The scores of those who are on leaderboards are the sums of their ledgers, and nobody else has one.',
      run: recountScores,
    })
    verbs.on('attempt.regraded@1', { code: 'xp.follow-regrade', handle: ({ req, event }) => followRegrade({ req, event }) })
    handleAwards({ verbs, kinds: verbs.registry.read(xpRuleKinds) })
  },
})
