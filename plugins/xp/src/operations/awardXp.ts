import { inTransaction, type OperationRequest, sqlOf } from '@lectern/kernel'
import { evaluateXp, givenBy, ledgerKey, type RuleInForce } from '../domain/evaluateXp.ts'
import { localDay } from '../domain/localDay.ts'
import type { Earlier, XpEvent } from '../domain/xpRule.ts'
import { appendToLedger } from './appendToLedger.ts'
import { lockTotals } from './lockTotals.ts'
import { readRuleVersions, rulesInForce } from './readRules.ts'
import { readSettings } from './readSettings.ts'
import { recordActivity } from './recordActivity.ts'

/** The events that make a day an active one. */
const activities: ReadonlySet<string> = new Set(['lesson.completed@1', 'attempt.graded@1'])

/**
 * Everything that follows for one learner from one event: the active day and its streak, lines of the ledger by the rules that
 * were in force when it happened, totals, levels, and the events that tell of them. Awarding the same event again adds nothing.
 * An event without a learner, or of a learner who is gone, has no effect. Answers how many lines were added.
 */
export async function awardXp({ req, event }: { req: OperationRequest; event: XpEvent }): Promise<number> {
  const learner = learnerOf(event)
  if (learner === null) return 0
  return inTransaction(req, async () => {
    const totals = await lockTotals({ req, learner })
    if (!totals) return 0
    const { timeZone } = totals
    const day = localDay({ at: event.at, timeZone })
    const settings = await readSettings({ req })
    if (activities.has(event.name)) {
      const next = { day, at: event.at, timeZone }
      await recordActivity({ req, learner, streak: totals.streak, next, event: event.id, policy: settings.freezes })
    }
    const rules = rulesInForce({ req, versions: await readRuleVersions({ req }), at: event.at })
    const { today, known } = await readBefore({ req, learner, day, event, rules })
    const grants = evaluateXp({ event, rules, today, known })
    if (grants.length === 0) return 0
    await appendToLedger({ req, learner, totals, event: event.id, day, grants, settings, now: new Date().toISOString() })
    return grants.length
  })
}

/** Who an event is about; null when it is about nobody. */
export function learnerOf({ data }: XpEvent): string | null {
  if ('learner' in data) return data.learner
  return 'author' in data ? data.author : null
}

/** A learner's grants of that day so far, and which of the grants that this event could give are in the ledger already. */
export async function readBefore({
  req,
  learner,
  day,
  event,
  rules,
}: {
  req: OperationRequest
  learner: string
  day: string
  event: XpEvent
  rules: readonly RuleInForce[]
}): Promise<{ today: Earlier[]; known: Set<string> }> {
  const possible = givenBy({ event, rules })
  if (possible.length === 0) return { today: [], known: new Set() }
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ rule: string; source: string; points: string | number; course: string | null; today: boolean }>({
    name: 'xp.before',
    text: `select "rule", "source", "points", "course", "day" = $2 as today from "xp_ledger"
           where "learner_id" = $1 and "reverses" is null
             and ("day" = $2 or ("rule", "source") in (select * from unnest($3::text[], $4::text[])))
           order by "seq"`,
    values: [learner, day, possible.map(({ rule }) => rule), possible.map(({ given }) => given.source)],
  })
  return {
    today: rows.filter((row) => row.today).map(({ rule, points, course }) => ({ rule, course, points: Number(points) })),
    known: new Set(rows.map(ledgerKey)),
  }
}
