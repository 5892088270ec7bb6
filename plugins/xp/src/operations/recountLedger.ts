import { namedDifferences, type OperationRequest, type RecountResult, registered, sqlOf } from '@lectern/kernel'
import { givenBy, ledgerKey, modifyDraft } from '../domain/evaluateXp.ts'
import type { Earlier } from '../domain/xpRule.ts'
import { xpRuleKinds } from '../registry.ts'
import { learnerOf } from './awardXp.ts'
import { type RuleVersionRow, readRuleVersions, rulesInForce } from './readRules.ts'
import { replayEvents } from './replayEvents.ts'

/** What the events say and the ledger lacks: who, by which event. */
export type MissingGrant = { learner: string; event: string; rule: string; source: string }

/** Learners whose lines are read at a time. */
const learnersAtOnce = 500

/**
 * The ledger against the log: every event has the lines that the rules in force when it happened give, and every line has the
 * points that its modifiers left at that place of its day. Reads only. Events that were pruned are not looked at.
 */
export async function recountLedger({ req }: { req: OperationRequest }): Promise<RecountResult> {
  const versions = await readRuleVersions({ req })
  const lines = await recountLines({ req, versions })
  let checked = lines.checked
  const differences = lines.differences
  for await (const { events, missing } of findMissing({ req, versions })) {
    checked += events
    differences.push(
      ...missing.map(({ learner, event, rule, source }) => `${learner}: nothing by rule ${rule} for ${source} (event ${event})`),
    )
  }
  return { checked, differences: differences.slice(0, namedDifferences) }
}

/** The grants that events say and the ledger does not have, page by page of the log. */
export async function* findMissing({
  req,
  versions,
}: {
  req: OperationRequest
  versions: readonly RuleVersionRow[]
}): AsyncGenerator<{ events: number; missing: MissingGrant[] }> {
  const names = [...new Set([...registered({ payload: req.payload, registry: xpRuleKinds }).values()].flatMap(({ on }) => on))]
  const sql = await sqlOf(req)
  for await (const page of replayEvents({ req, names })) {
    const expected = page.flatMap((event) => {
      const learner = learnerOf(event)
      if (learner === null) return []
      const given = givenBy({ event, rules: rulesInForce({ req, versions, at: event.at }) })
      return given
        .filter((one) => one.given.points > 0)
        .map((one) => ({ learner, event: event.id, rule: one.rule, source: one.given.source }))
    })
    const missing = await sql.rows<MissingGrant>({
      text: `select e."learner", e."event", e."rule", e."source"
             from jsonb_to_recordset($1::jsonb) as e("learner" uuid, "event" text, "rule" text, "source" text)
             join "users" u on u."id" = e."learner"
             where not exists (select 1 from "xp_ledger" l
                               where l."learner_id" = e."learner" and l."rule" = e."rule" and l."source" = e."source")`,
      values: [JSON.stringify(expected)],
    })
    yield { events: page.length, missing }
  }
}

type Line = {
  learner_id: string
  seq: string | number
  rule: string
  source: string
  course: string | null
  base: string | number
  points: string | number
  day: string
  at: Date
}

/** Sends every line through the modifiers again, after the lines of its day that have lower numbers. */
async function recountLines({
  req,
  versions,
}: {
  req: OperationRequest
  versions: readonly RuleVersionRow[]
}): Promise<RecountResult> {
  const sql = await sqlOf(req)
  const differences: string[] = []
  let checked = 0
  let after = '00000000-0000-0000-0000-000000000000'
  while (true) {
    const learners = await sql.rows<{ learner_id: string }>({
      text: `select "learner_id" from "xp_totals" where "learner_id" > $1 order by "learner_id" limit ${learnersAtOnce}`,
      values: [after],
    })
    const last = learners.at(-1)
    if (!last) return { checked, differences: differences.slice(0, namedDifferences) }
    after = last.learner_id
    const lines = await sql.rows<Line>({
      text: `select "learner_id", "seq", "rule", "source", "course", "base", "points", "day", "at" from "xp_ledger"
             where "learner_id" = any($1) and "reverses" is null order by "learner_id", "seq"`,
      values: [learners.map(({ learner_id }) => learner_id)],
    })
    checked += lines.length
    const days = new Map<string, Earlier[]>()
    for (const line of lines) {
      const key = `${line.learner_id} ${line.day}`
      const today = days.get(key) ?? []
      const { rule, source, course } = line
      const at = line.at.toISOString()
      const draft = { rule, source, course, at, base: Number(line.base), points: Number(line.base) }
      const { points } = modifyDraft({ draft, rules: rulesInForce({ req, versions, at }), today })
      if (points !== Number(line.points))
        differences.push(
          `${line.learner_id}, entry ${line.seq} (${ledgerKey(line)}): ${line.points} points, computed anew ${points}`,
        )
      days.set(key, [...today, { rule, course, points: Number(line.points) }])
    }
  }
}
