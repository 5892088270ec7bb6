import { newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import { weekOf } from '../domain/leagues.ts'
import { localDay } from '../domain/localDay.ts'
import type { BoardSettings } from './readSettings.ts'

export type ScoredLine = { points: number; course: string | null; at: string }

/**
 * Brings lines that were just added to a learner's ledger to the boards, for those who want to be on them, in the transaction of
 * the lines. The caller holds the lock on the learner's totals. Only what happened in the present week counts in a league:
 * the places of a week that is over do not change any more.
 */
export async function addToBoards({
  req,
  learner,
  lines,
  settings,
  now,
}: {
  req: OperationRequest
  learner: string
  lines: readonly ScoredLine[]
  settings: BoardSettings
  /** ISO, UTC. */
  now: string
}): Promise<void> {
  const sql = await sqlOf(req)
  const members = await sql.rows<{ league: string | number }>({
    name: 'xp.score',
    text: `with member as (select "league" from "xp_board_members" where "learner_id" = $1), scored as (
             insert into "xp_scores" as s ("id", "learner_id", "board", "points")
             select n."id", $1, n."board", n."points" from jsonb_to_recordset($2::jsonb) as n("id" uuid, "board" text, "points" numeric), member
             on conflict ("learner_id", "board") do update set "points" = s."points" + excluded."points"
           )
           select "league" from member`,
    values: [learner, JSON.stringify(scoresOf(lines))],
  })
  const league = members[0]?.league
  if (league === undefined) return
  const weekAt = (at: string) => weekOf(localDay({ at, timeZone: settings.timeZone }))
  const week = weekAt(now)
  const points = lines.filter(({ at }) => weekAt(at) === week).reduce((sum, line) => sum + line.points, 0)
  if (points !== 0) await addToLeague({ req, learner, league: Number(league), week, points, size: settings.size })
}

/** One row for each board, whatever the number of lines: a statement must not meet the same row twice. */
function scoresOf(lines: readonly ScoredLine[]): { id: string; board: string; points: number }[] {
  const sums = new Map([['site', 0]])
  for (const { points, course } of lines) {
    sums.set('site', (sums.get('site') ?? 0) + points)
    if (course !== null) sums.set(`course/${course}`, (sums.get(`course/${course}`) ?? 0) + points)
  }
  return [...sums].map(([board, points]) => ({ id: newId(), board, points }))
}

/** The first points of a week give a place in the newest group of the league that is not full, or in a new one. */
async function addToLeague({
  req,
  learner,
  league,
  week,
  points,
  size,
}: {
  req: OperationRequest
  learner: string
  league: number
  week: string
  points: number
  size: number
}): Promise<void> {
  const sql = await sqlOf(req)
  const known = await sql.rows({
    name: 'xp.leaguePoints',
    text: `update "xp_league_places" set "points" = "points" + $3, "updated_at" = now()
           where "learner_id" = $1 and "week" = $2 and "state" = 'open' returning "id"`,
    values: [learner, week, points],
  })
  if (known.length > 0) return
  // Two who come at once must not both take the last place of a group.
  await sql.rows({ text: `select pg_advisory_xact_lock(hashtext($1))`, values: [`xp.league/${week}/${league}`] })
  await sql.rows({
    name: 'xp.leaguePlace',
    text: `with newest as (
             select "team", count(*) as places from "xp_league_places" where "week" = $3 and "league" = $4 group by "team" order by "team" desc limit 1
           )
           insert into "xp_league_places" ("id", "learner_id", "week", "league", "team", "points", "state")
           values ($1, $2, $3, $4, coalesce((select case when places < $6 then "team" else "team" + 1 end from newest), 1), $5, 'open')
           on conflict ("learner_id", "week") do nothing`,
    values: [newId(), learner, week, league, points, size],
  })
}
