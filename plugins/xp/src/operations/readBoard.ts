import { type Locale, pickText, type XpBoards } from '@lectern/content-schemas'
import { currentEditions, type OperationRequest, sqlOf } from '@lectern/kernel'
import { initialsOf, ranksOf, weekOf } from '../domain/leagues.ts'
import { addDays, localDay } from '../domain/localDay.ts'
import { type BoardSettings, readSettings } from './readSettings.ts'

type Place = { learner: string; name: string | null; shown_as: string; points: string | number }
type Shown = NonNullable<XpBoards['shown']>

/** How many of the best are shown, and how many before and after the learner. */
const best = 10
const around = 2

/**
 * The boards that a learner may see, and one of them: `league`, `site`, or `course/<id>`. Whoever is not on the boards sees nobody.
 * Four queries at most, each a look into an index.
 */
export async function readBoard({
  req,
  learner,
  board,
  locale,
  now,
}: {
  req: OperationRequest
  learner: string
  board: string
  locale: Locale
  /** ISO, UTC. */
  now: string
}): Promise<XpBoards> {
  const { boards: settings } = await readSettings({ req })
  const nothing = { enabled: settings.enabled, member: null, courses: [], shown: null }
  if (!settings.enabled) return nothing
  const sql = await sqlOf(req)
  const [member] = await sql.rows<{ shown_as: string; league: string | number; boards: string[] }>({
    name: 'xp.member',
    text: `select m."shown_as", m."league",
                  array(select s."board" from "xp_scores" s where s."learner_id" = m."learner_id" and s."board" <> 'site') as boards
           from "xp_board_members" m where m."learner_id" = $1`,
    values: [learner],
  })
  if (!member) return nothing
  const courses = member.boards.map((one) => one.replace('course/', ''))
  const editions = await currentEditions({ req, courses })
  const isOwn = board === 'site' || member.boards.includes(board)
  const shown = isOwn ? readScores({ req, learner, board }) : readLeague({ req, learner, settings, now })
  return {
    enabled: true,
    member: { shownAs: member.shown_as === 'name' ? 'name' : 'initials', league: Number(member.league) },
    courses: courses.flatMap((course) => {
      const text = editions.get(course)?.structure.course.title
      return text ? [{ board: `course/${course}`, title: pickText({ text, locale }) }] : []
    }),
    shown: await shown,
  }
}

/** The best, and those next to the learner. */
async function readScores({ req, learner, board }: { req: OperationRequest; learner: string; board: string }): Promise<Shown> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<Place & { part: string; higher: string | number; tied: string | number }>({
    name: 'xp.board',
    text: `with mine as (select "points", "learner_id" from "xp_scores" where "learner_id" = $1 and "board" = $2),
           top as (select "points", "learner_id" from "xp_scores" where "board" = $2 order by "points" desc, "learner_id" desc limit ${best}),
           above as (select s."points", s."learner_id" from "xp_scores" s, mine
                     where s."board" = $2 and (s."points", s."learner_id") > (mine."points", mine."learner_id")
                     order by s."points", s."learner_id" limit ${around}),
           below as (select s."points", s."learner_id" from "xp_scores" s, mine
                     where s."board" = $2 and (s."points", s."learner_id") < (mine."points", mine."learner_id")
                     order by s."points" desc, s."learner_id" desc limit ${around}),
           near as (select * from above union all select * from mine union all select * from below),
           first as (select * from near order by "points" desc, "learner_id" desc limit 1),
           counted as (select (select count(*) from "xp_scores" s where s."board" = $2 and s."points" > (select "points" from first)) as higher,
                              (select count(*) from "xp_scores" s, first f
                               where s."board" = $2 and s."points" = f."points" and s."learner_id" > f."learner_id") as tied),
           listed as (select 'top' as part, * from top union all select 'near', * from near)
           select l.part, l."points", l."learner_id" as learner, u."name", m."shown_as", c.higher, c.tied
           from listed l cross join counted c join "users" u on u."id" = l."learner_id" join "xp_board_members" m on m."learner_id" = l."learner_id"
           order by l."points" desc, l."learner_id" desc`,
    values: [learner, board],
  })
  const top = rows.filter(({ part }) => part === 'top')
  const near = rows.filter(({ part }) => part === 'near')
  const higher = Number(near[0]?.higher ?? 0)
  const before = higher + Number(near[0]?.tied ?? 0)
  const first = higher + 1
  const ranked = toRows({ places: top, learner })
  // What stands among the best already is not shown again.
  const further = toRows({ places: near, learner, before, first }).slice(Math.max(0, ranked.length - before))
  return {
    board,
    rows: [...ranked, ...further],
    gapAfter: further.length > 0 && before > ranked.length ? ranked.length : null,
    league: null,
  }
}

/** The learner's group of this week; nobody before the first points of the week. */
async function readLeague({
  req,
  learner,
  settings,
  now,
}: {
  req: OperationRequest
  learner: string
  settings: BoardSettings
  now: string
}): Promise<Shown> {
  const week = weekOf(localDay({ at: now, timeZone: settings.timeZone }))
  const sql = await sqlOf(req)
  const places = await sql.rows<Place>({
    name: 'xp.leagueBoard',
    text: `select p."points", p."learner_id" as learner, u."name", m."shown_as"
           from "xp_league_places" own
           join "xp_league_places" p on p."week" = own."week" and p."league" = own."league" and p."team" = own."team"
           join "users" u on u."id" = p."learner_id" join "xp_board_members" m on m."learner_id" = p."learner_id"
           where own."learner_id" = $1 and own."week" = $2 order by p."points" desc, p."learner_id" desc`,
    values: [learner, week],
  })
  return {
    board: 'league',
    rows: toRows({ places, learner }),
    gapAfter: null,
    league: {
      lastDay: addDays({ day: week, days: 6 }),
      timeZone: settings.timeZone,
      promote: settings.promote,
      demote: settings.demote,
    },
  }
}

function toRows({
  places,
  learner,
  ...from
}: {
  places: readonly Place[]
  learner: string
  before?: number
  first?: number
}): Shown['rows'] {
  const ranks = ranksOf({ points: places.map(({ points }) => Number(points)), ...from })
  return places.map((place, index) => ({
    rank: ranks[index] ?? index + 1,
    name: place.shown_as === 'name' ? (place.name ?? '') : initialsOf(place.name ?? ''),
    points: Number(place.points),
    me: place.learner === learner,
  }))
}
