import type { Pool } from 'pg'

/**
 * Writes `learners` people with `lines` lines of the ledger each straight into the tables, their totals, and their scores as
 * members of the leaderboards: points of 0 to 40, spread evenly, in one course. The same points every time.
 */
export async function fillLedger({
  database,
  learners,
  lines,
  course,
}: {
  database: Pool
  learners: number
  lines: number
  course: string
}): Promise<void> {
  await database.query(people, [learners])
  const step = Math.ceil(learners / 50)
  for (let from = 1; from <= learners; from += step)
    await database.query(ledger, [from, Math.min(learners, from + step - 1), lines, course])
  for (const statement of following) await database.query(statement)
  await database.query(`update "xp_settings" set "boards" = true`)
  await database.query('vacuum analyze')
}

const idOf = (number: string) => `('00000000-0000-7000-a000-' || lpad(${number}::text, 12, '0'))::uuid`

const people = `insert into "users" ("id", "name", "email", "locale", "time_zone")
  select ${idOf('n')}, 'Learner ' || n, 'learner-' || n || '@example.org', 'en', 'UTC' from generate_series(1, $1::int) n`

const ledger = `insert into "xp_ledger" ("id", "learner_id", "seq", "rule", "version", "code", "source", "event", "course", "base", "points", "day", "at")
  select gen_random_uuid(), ${idOf('n')}, seq, 'lessons', 1, 'lesson-completed', 'lesson/' || seq, 'event', $4::text, p.points, p.points,
         to_char(date '2026-01-01' + seq::int, 'YYYY-MM-DD'), timestamptz '2026-01-01' + seq * interval '1 day'
  from generate_series($1::int, $2::int) n, generate_series(1, $3::int) seq,
       lateral (select ('x' || substr(md5(n || ' ' || seq), 1, 7))::bit(28)::int % 41 as points) p`

const following = [
  `insert into "xp_settings" ("id") select gen_random_uuid() where not exists (select from "xp_settings")`,
  `insert into "xp_totals" ("id", "learner_id", "total", "entries", "level", "streak_days", "longest_streak", "freezes")
   select gen_random_uuid(), "learner_id", sum("points"), count(*), 1, 0, 0, 0 from "xp_ledger" group by "learner_id"`,
  `insert into "xp_board_members" ("id", "learner_id", "shown_as", "league", "joined_at")
   select gen_random_uuid(), "learner_id", 'initials', 1, now() from "xp_totals"`,
  `insert into "xp_scores" ("id", "learner_id", "board", "points") select gen_random_uuid(), "learner_id", 'site', "total" from "xp_totals"`,
  `insert into "xp_scores" ("id", "learner_id", "board", "points")
   select gen_random_uuid(), "learner_id", 'course/' || "course", sum("points") from "xp_ledger" group by "learner_id", "course"`,
  `insert into "xp_league_places" ("id", "learner_id", "week", "league", "team", "points", "state")
   select gen_random_uuid(), "learner_id", to_char(date_trunc('week', now() at time zone 'UTC'), 'YYYY-MM-DD'), 1,
          row_number() over () / 30, "total" % 500, 'open' from "xp_totals"`,
]
