import { type OperationRequest, registered, sqlOf } from '@lectern/kernel'
import { evaluateXp, givenBy, ledgerKey, type RuleInForce } from '../domain/evaluateXp.ts'
import { localDay } from '../domain/localDay.ts'
import type { Earlier, XpEvent, XpRule } from '../domain/xpRule.ts'
import { xpRuleKinds } from '../registry.ts'
import { learnerOf } from './awardXp.ts'
import { readRuleVersions, rulesInForce } from './readRules.ts'
import { replayEvents } from './replayEvents.ts'

/** Events looked at most, so that a preview stays a matter of seconds. */
const eventLimit = 100_000
/** Milliseconds. */
const dayLength = 86_400_000

/** Grants and points that a set of rules gives. */
type Yield = { grants: number; points: number }

/** `before`: by the rules as they are; `after`: with the change. `complete` is false when there were more events than are looked at. */
export type RulePreview = { events: number; before: Yield; after: Yield; complete: boolean }

/**
 * What a changed or new rule would have given over the last `days`, by computing all rules anew from the log: once as they are,
 * and once with `effect` in the place of rule `id`. `effect` null: the rule switched off; `id` null: a new rule. Writes nothing.
 */
export async function previewRule({
  req,
  id,
  code,
  effect,
  days,
  now,
}: {
  req: OperationRequest
  id: string | null
  code: string
  effect: XpRule | null
  days: number
  now: string
}): Promise<RulePreview> {
  const present = rulesInForce({ req, versions: await readRuleVersions({ req }), at: now })
  const changed: RuleInForce[] = effect === null ? [] : [{ rule: id ?? 'new', version: 0, code, effect }]
  const before = createTally(present)
  const after = createTally([...present.filter(({ rule }) => rule !== id), ...changed])
  const since = new Date(Date.parse(now) - days * dayLength).toISOString()
  const names = [...new Set([...registered({ payload: req.payload, registry: xpRuleKinds }).values()].flatMap(({ on }) => on))]
  let events = 0
  for await (const page of replayEvents({ req, names, since })) {
    const zones = await readZones({ req, page })
    const earlier = await readEarlier({ req, page, since, rules: [...present, ...changed] })
    for (const event of page) {
      const learner = learnerOf(event)
      const timeZone = learner === null ? undefined : zones.get(learner)
      if (learner === null || timeZone === undefined) continue
      for (const tally of [before, after]) tally.take({ event, learner, day: localDay({ at: event.at, timeZone }), earlier })
    }
    events += page.length
    if (events >= eventLimit) return { events, before: before.sum, after: after.sum, complete: false }
  }
  return { events, before: before.sum, after: after.sum, complete: true }
}

type Taken = { event: XpEvent; learner: string; day: string; earlier: ReadonlySet<string> }

/** Follows what one set of rules gives, as the ledger would. */
function createTally(rules: readonly RuleInForce[]): { sum: Yield; take: (taken: Taken) => void } {
  const sum: Yield = { grants: 0, points: 0 }
  const given = new Map<string, Set<string>>()
  const byDay = new Map<string, Earlier[]>()
  return {
    sum,
    take: ({ event, learner, day, earlier }) => {
      const own = given.get(learner) ?? new Set<string>()
      given.set(learner, own)
      const possible = givenBy({ event, rules }).map(({ rule, given: one }) => ledgerKey({ rule, source: one.source }))
      const known = new Set(possible.filter((key) => own.has(key) || earlier.has(`${learner} ${key}`)))
      const today = byDay.get(`${learner} ${day}`) ?? []
      const grants = evaluateXp({ event, rules, today, known })
      byDay.set(`${learner} ${day}`, [...today, ...grants])
      for (const grant of grants) {
        own.add(ledgerKey(grant))
        sum.grants += grant.points > 0 ? 1 : 0
        sum.points += grant.points
      }
    },
  }
}

async function readZones({ req, page }: { req: OperationRequest; page: readonly XpEvent[] }): Promise<Map<string, string>> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ id: string; time_zone: string }>({
    name: 'xp.zones',
    text: `select "id", "time_zone" from "users" where "id" = any($1)`,
    values: [[...new Set(page.flatMap((event) => learnerOf(event) ?? []))]],
  })
  return new Map(rows.map(({ id, time_zone }) => [id, time_zone]))
}

/** Which of the grants that these events could give were given before the time that is looked at: `<learner> <rule> <source>`. */
async function readEarlier({
  req,
  page,
  since,
  rules,
}: {
  req: OperationRequest
  page: readonly XpEvent[]
  since: string
  rules: readonly RuleInForce[]
}): Promise<Set<string>> {
  const possible = page.flatMap((event) => {
    const learner = learnerOf(event)
    return learner === null ? [] : givenBy({ event, rules }).map(({ rule, given }) => ({ learner, rule, source: given.source }))
  })
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ learner: string; rule: string; source: string }>({
    name: 'xp.earlier',
    text: `select e."learner", e."rule", e."source"
           from jsonb_to_recordset($1::jsonb) as e("learner" uuid, "rule" text, "source" text)
           join "xp_ledger" l on l."learner_id" = e."learner" and l."rule" = e."rule" and l."source" = e."source"
           where l."at" < $2`,
    values: [JSON.stringify(possible), since],
  })
  return new Set(rows.map(({ learner, ...key }) => `${learner} ${ledgerKey(key)}`))
}
