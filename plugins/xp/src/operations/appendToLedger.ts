import { emitAll, newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import type { Grant } from '../domain/evaluateXp.ts'
import { levelOf } from '../domain/levels.ts'
import { addToBoards } from './addToBoards.ts'
import type { Totals } from './lockTotals.ts'
import type { XpSettings } from './readSettings.ts'

/** A line to add. `reverses` is the id of the line that it takes back; `note` says why, where a person did it. */
export type NewLine = Grant & { reverses?: string; note?: string }

/**
 * Adds lines to a learner's ledger, and what follows from them in the same transaction: total, scores on leaderboards, level, and the
 * events. The caller holds the lock on `totals`, so the numbers of the lines have no gap. A level is announced once, when it
 * is first reached.
 */
export async function appendToLedger({
  req,
  learner,
  totals,
  event,
  day,
  grants,
  settings,
  now,
}: {
  req: OperationRequest
  learner: string
  totals: Pick<Totals, 'total' | 'entries' | 'level'>
  event: string
  day: string
  grants: readonly NewLine[]
  settings: Pick<XpSettings, 'thresholds' | 'boards'>
  /** ISO, UTC. */
  now: string
}): Promise<void> {
  const lines = grants.map((grant, index) => ({ ...grant, id: newId(), seq: totals.entries + index + 1 }))
  const total = totals.total + lines.reduce((sum, { points }) => sum + points, 0)
  const level = Math.max(totals.level, levelOf({ total, thresholds: settings.thresholds }))
  const sql = await sqlOf(req)
  await sql.rows({
    name: 'xp.append',
    text: `with added as (
             insert into "xp_ledger" ("id", "learner_id", "seq", "rule", "version", "code", "source", "event", "course", "base", "points", "steps", "day", "at", "reverses", "note")
             select l."id", $1, l."seq", l."rule", l."version", l."code", l."source", $2, l."course", l."base", l."points", l."steps", $3, l."at", l."reverses", l."note"
             from jsonb_to_recordset($4::jsonb) as l("id" uuid, "seq" numeric, "rule" text, "version" numeric, "code" text, "source" text,
                                                    "course" text, "base" numeric, "points" numeric, "steps" jsonb, "at" timestamptz, "reverses" text, "note" text)
             returning "points", "course", "at"
           )
           update "xp_totals" t set "total" = t."total" + (select sum("points") from added), "entries" = t."entries" + $5, "level" = $6
           where t."learner_id" = $1`,
    values: [learner, event, day, JSON.stringify(lines), lines.length, level],
  })
  await addToBoards({ req, learner, lines, settings: settings.boards, now })
  const reached = Array.from({ length: level - totals.level }, (_, index) => totals.level + index + 1)
  const at = lines[0]?.at ?? ''
  await emitAll({
    req,
    events: [
      ...lines
        .filter(({ points }) => points > 0)
        .map(({ id, code, source, points, course, at: moment }) => ({
          name: 'xp.granted@1' as const,
          key: id,
          data: { grant: id, learner, rule: code, source, amount: points, course, at: moment },
        })),
      ...lines.flatMap(({ points, reverses, at: moment }) =>
        reverses !== undefined && points < 0
          ? [{ name: 'xp.reversed@1' as const, key: reverses, data: { grant: reverses, learner, amount: -points, at: moment } }]
          : [],
      ),
      ...reached.map((one) => ({
        name: 'level.reached@1' as const,
        key: `${learner}/${one}`,
        data: { learner, level: one, at },
      })),
    ],
  })
}
