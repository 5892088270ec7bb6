import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import { z } from 'zod'
import type { Journal } from './learnerLoop.ts'

/** One thing that was promised: how often it was looked at, and what was found otherwise. */
export type KeptPromise = { what: string; checked: number; broken: string[] }

const rowSchema = z.object({
  attempt: z.string(),
  state: z.string(),
  percent: z.coerce.number().nullable(),
  answers: z.record(z.string(), z.unknown()),
})
const recountSchema = z.object({
  recounts: z.array(z.object({ name: z.string(), says: z.string(), checked: z.number(), differences: z.array(z.string()) })),
})

/** Compares what learners were told with what is stored. */
export async function verifyJournal({ database, journal }: { database: pg.Pool; journal: Journal }): Promise<KeptPromise[]> {
  const { rows } = await database.query(
    `select a."id" as attempt, a."state", a."percent",
            coalesce((select jsonb_object_agg(r."item", r."response") from "responses" r where r."attempt_id" = a."id"), '{}') as answers
     from "attempts" a`,
  )
  const stored = new Map(
    z
      .array(rowSchema)
      .parse(rows)
      .map((row) => [row.attempt, row]),
  )
  const answers = [...journal.answers].flatMap(([attempt, items]) =>
    [...items].map(([item, response]) => ({ attempt, item, response })),
  )
  const lost = answers.filter(({ attempt, item, response }) => !isDeepStrictEqual(stored.get(attempt)?.answers[item], response))
  const told = [...journal.submitted]
  const otherwise = told.filter(([attempt, percent]) => {
    const row = stored.get(attempt)
    return row?.state !== 'graded' || row.percent !== percent
  })
  return [
    {
      what: 'No acknowledged answer is lost',
      checked: answers.length,
      broken: lost.map(({ attempt, item }) => `${item} of ${attempt} is not what was acknowledged.`),
    },
    {
      what: 'The result that a learner was told is the one that is stored',
      checked: told.length,
      broken: otherwise.map(
        ([attempt, percent]) => `${attempt} was answered ${percent} % and is ${JSON.stringify(stored.get(attempt)?.percent)}.`,
      ),
    },
    { what: 'No call is refused that should not be', checked: journal.calls.answered, broken: journal.surprises },
  ]
}

/** The receipts themselves, beside what plugins recount: a unique index holds them, and a broken index would not. */
export async function verifyReceipts({ database }: { database: pg.Pool }): Promise<KeptPromise> {
  const counted = await database.query<{ n: number }>('select count(*)::int as n from "event_receipts"')
  const { rows } = await database.query<{ handler: string; event: string; n: number }>(
    'select "handler", "event", count(*)::int as n from "event_receipts" group by 1, 2 having count(*) > 1',
  )
  return {
    what: 'No event is received twice by one handler',
    checked: counted.rows[0]?.n ?? 0,
    broken: rows.map(({ handler, event, n }) => `${handler} has ${n} receipts of ${event}.`),
  }
}

/** `answer`: what the command `recount` printed. */
export function verifyRecounts({ answer }: { answer: unknown }): KeptPromise[] {
  return recountSchema
    .parse(answer)
    .recounts.map(({ name, says, checked, differences }) => ({ what: `${says} (${name})`, checked, broken: differences }))
}
