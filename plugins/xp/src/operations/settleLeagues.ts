import { inTransaction, type OperationRequest, sqlOf, transition } from '@lectern/kernel'
import { settleGroup, weekOf } from '../domain/leagues.ts'
import { localDay } from '../domain/localDay.ts'
import { readSettings } from './readSettings.ts'

type Group = { week: string; league: number; team: number }

/**
 * Ends all weeks that are over at `now` (ISO, UTC), by the calendar of the installation, group by group. It may run as often as it
 * likes and be killed at any moment: a place is ended once, and the league of its learner changes in the same transaction.
 * Answers how many places were ended.
 */
export async function settleLeagues({ req, now }: { req: OperationRequest; now: string }): Promise<number> {
  const { boards } = await readSettings({ req })
  const week = weekOf(localDay({ at: now, timeZone: boards.timeZone }))
  const sql = await sqlOf(req)
  const groups = await sql.rows<{ week: string; league: string | number; team: string | number }>({
    name: 'xp.openGroups',
    text: `select distinct "week", "league", "team" from "xp_league_places" where "state" = 'open' and "week" < $1 order by 1, 2, 3`,
    values: [week],
  })
  let ended = 0
  for (const { week: over, league, team } of groups) {
    const group = { week: over, league: Number(league), team: Number(team) }
    ended += await inTransaction({ payload: req.payload }, (inner) => settle({ req: inner, group, rules: boards }))
  }
  return ended
}

async function settle({
  req,
  group,
  rules,
}: {
  req: OperationRequest
  group: Group
  rules: { promote: number; demote: number }
}): Promise<number> {
  const sql = await sqlOf(req)
  const places = await sql.rows<{ id: string; learner: string; points: string | number }>({
    name: 'xp.groupToSettle',
    text: `select "id", "learner_id" as learner, "points" from "xp_league_places"
           where "week" = $1 and "league" = $2 and "team" = $3 order by "id" for update`,
    values: [group.week, group.league, group.team],
  })
  const settled = settleGroup({
    places: places.map((place) => ({ ...place, points: Number(place.points) })),
    league: group.league,
    rules,
  })
  let ended = 0
  for (const { id, learner, outcome } of settled) {
    if (!(await transition({ req, table: 'xp_league_places', id, from: ['open'], to: outcome }))) continue
    ended += 1
    if (outcome === 'kept') continue
    await sql.rows({
      name: 'xp.changeLeague',
      text: `update "xp_board_members" set "league" = $2 where "learner_id" = $1`,
      values: [learner, group.league + (outcome === 'promoted' ? 1 : -1)],
    })
  }
  return ended
}
