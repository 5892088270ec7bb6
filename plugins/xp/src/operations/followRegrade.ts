import { type EventData, eventCatalogue } from '@lectern/content-schemas'
import { inTransaction, type OperationRequest, sqlOf } from '@lectern/kernel'
import { evaluateXp } from '../domain/evaluateXp.ts'
import { localDay } from '../domain/localDay.ts'
import type { XpEvent } from '../domain/xpRule.ts'
import { appendToLedger } from './appendToLedger.ts'
import { readBefore } from './awardXp.ts'
import { lockTotals } from './lockTotals.ts'
import { readRuleVersions, rulesInForce, toRuleInForce } from './readRules.ts'
import { readSettings } from './readSettings.ts'
import { type LedgerEntry, lastOf, readEntries, reverseEntries } from './reverseEntries.ts'

type Graded = XpEvent<'attempt.graded@1'>

/**
 * What follows for points when the marks of an attempt change. Lines that its earlier marks gave and that neither its new ones nor
 * another attempt at the test would give are taken back; lines that hold again are given again; what only the new marks earn is
 * added. Judged by the rules that were in force when the attempt was handed in. Doing it again changes nothing.
 */
export async function followRegrade({
  req,
  event,
}: {
  req: OperationRequest
  event: { id: string; data: EventData<'attempt.regraded@1'> }
}): Promise<void> {
  const { learner, attempt, test, after, at: now } = event.data
  await inTransaction(req, async () => {
    const totals = await lockTotals({ req, learner })
    const graded = await readGraded({ req, learner, test })
    const first = graded.find(({ data }) => data.attempt === attempt)
    if (!totals || !first) return
    const regraded = withResult({ graded: first, ...after })
    const attempts = [regraded, ...graded.filter((one) => one !== first)]
    const versions = await readRuleVersions({ req })
    const holds = (entry: LedgerEntry) =>
      versions
        .filter((one) => one.rule === entry.rule && one.version === entry.version)
        .flatMap((row) => toRuleInForce({ req, row }))
        .some(({ effect }) => effect.kind === 'grant' && attempts.some((one) => effect.give(one)?.source === entry.source))
    const events = [first.id, ...(await readRegrades({ req, attempt }))]
    const { entries, reversals } = await readEntries({ req, learner, events })
    const wrong = entries.flatMap((entry) => {
      const { last, given } = lastOf({ entry, reversals })
      return entry.points === 0 || given === holds(entry) ? [] : [last]
    })
    await reverseEntries({ req, learner, totals, entries: wrong, event: event.id, now })

    const rules = rulesInForce({ req, versions, at: first.at })
    const day = localDay({ at: first.at, timeZone: totals.timeZone })
    const grants = evaluateXp({ event: regraded, rules, ...(await readBefore({ req, learner, day, event: regraded, rules })) })
    if (grants.length === 0) return
    const current = await lockTotals({ req, learner })
    if (!current) return
    await appendToLedger({
      req,
      learner,
      totals: current,
      event: event.id,
      day,
      grants,
      settings: await readSettings({ req }),
      now,
    })
  })
}

/** The events of all changes of an attempt's marks; there are few of them. */
async function readRegrades({ req, attempt }: { req: OperationRequest; attempt: string }): Promise<string[]> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ id: string }>({
    name: 'xp.regrades',
    text: `select "id" from "events" where "name" = 'attempt.regraded@1' and "key" like $1 || '/%'`,
    values: [attempt],
  })
  return rows.map(({ id }) => id)
}

/** All graded attempts of a learner at a test, each with the result that it has now. */
async function readGraded({ req, learner, test }: { req: OperationRequest; learner: string; test: string }): Promise<Graded[]> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ id: string; data: unknown; percent: string | number | null; passed: boolean | null }>({
    name: 'xp.gradedAttempts',
    text: `select e."id", e."data", a."percent", a."passed" from "attempts" a
           join "events" e on e."name" = 'attempt.graded@1' and e."key" = a."id"::text
           where a."learner_id" = $1 and a."test_id" = $2`,
    values: [learner, test],
  })
  return rows.map(({ id, data: stored, percent, passed }) => {
    const data = eventCatalogue['attempt.graded@1'].data.parse(stored)
    const graded: Graded = { id, name: 'attempt.graded@1', data, at: data.at }
    return withResult({ graded, percent: Number(percent ?? data.percent), passed: passed ?? data.passed })
  })
}

function withResult({ graded, percent, passed }: { graded: Graded; percent: number; passed: boolean }): Graded {
  const { data } = graded
  const fraction = data.fraction === null ? null : percent / 100
  return { ...graded, data: { ...data, percent, passed, fraction, firstPass: data.firstPass && passed } }
}
