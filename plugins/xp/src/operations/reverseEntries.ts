import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { localDay } from '../domain/localDay.ts'
import { appendToLedger } from './appendToLedger.ts'
import type { Totals } from './lockTotals.ts'
import { readSettings } from './readSettings.ts'

/** A line of the ledger as far as taking it back needs it. */
export type LedgerEntry = {
  id: string
  rule: string
  version: number
  code: string
  source: string
  course: string | null
  points: number
  /** The line that this one takes back. */
  reverses: string | null
}

/** Lines of a learner: one by its id, or those that some events gave; and with them all lines that take others back. */
export async function readEntries({
  req,
  learner,
  id = null,
  events = [],
}: {
  req: OperationRequest
  learner: string
  id?: string | null
  events?: string[]
}): Promise<{ entries: LedgerEntry[]; reversals: LedgerEntry[] }> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<
    Omit<LedgerEntry, 'version' | 'points'> & { version: string | number; points: string | number; wanted: boolean }
  >({
    name: 'xp.entries',
    text: `select "id", "rule", "version", "code", "source", "course", "points", "reverses",
                  coalesce("id" = $2::uuid or ("event" = any($3) and "reverses" is null), false) as wanted
           from "xp_ledger" where "learner_id" = $1 and ("id" = $2::uuid or "event" = any($3) or "reverses" is not null) order by "seq"`,
    values: [learner, id, events],
  })
  const lines = rows.map(({ wanted, ...row }) => ({
    wanted,
    entry: { ...row, version: Number(row.version), points: Number(row.points) },
  }))
  return {
    entries: lines.filter(({ wanted }) => wanted).map(({ entry }) => entry),
    reversals: lines.filter(({ entry }) => entry.reverses !== null).map(({ entry }) => entry),
  }
}

/**
 * The last line of those that take an entry back, take that back, and so on (the entry itself when there is none), and whether
 * the points of the entry are given after all of them.
 */
export function lastOf({ entry, reversals }: { entry: LedgerEntry; reversals: readonly LedgerEntry[] }): {
  last: LedgerEntry
  given: boolean
} {
  let [last, given] = [entry, true]
  for (let next: LedgerEntry | undefined = entry; next; next = reversals.find(({ reverses }) => reverses === last.id)) {
    if (next === entry) continue
    last = next
    given = !given
  }
  return { last, given }
}

/**
 * Adds a line for each of these that takes its points back. Nothing is deleted: the ledger says what was given and what was taken.
 * The caller holds the lock on `totals`, and has made sure that none of them is taken back already (the index on learner, rule
 * and source would refuse it).
 */
export async function reverseEntries({
  req,
  learner,
  totals,
  entries,
  event,
  note,
  now,
}: {
  req: OperationRequest
  learner: string
  totals: Totals
  entries: readonly LedgerEntry[]
  /** Id of the event that undid what the points were for; `by-hand` when a person did. */
  event: string
  note?: string
  /** ISO, UTC. */
  now: string
}): Promise<void> {
  if (entries.length === 0) return
  const grants = entries.map(({ id, points, rule, version, code, course }) => ({
    rule,
    version,
    code,
    course,
    source: `reversal/${id}`,
    base: -points,
    points: -points,
    at: now,
    steps: [],
    reverses: id,
    ...(note === undefined ? {} : { note }),
  }))
  const day = localDay({ at: now, timeZone: totals.timeZone })
  await appendToLedger({ req, learner, totals, event, day, grants, settings: await readSettings({ req }), now })
}
