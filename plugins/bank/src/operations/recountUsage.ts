import { inTransaction, newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import { attemptItems } from './attemptItems.ts'
import { countTests } from './countTests.ts'
import { refreshColumns } from './refreshColumns.ts'

/** `wrong`: versions of questions whose stored counts are not those of the attempts. */
export type Recount = { versions: number; wrong: number; columns: number }

/**
 * Counts the use of all questions anew from the marked attempts. With `check` nothing is written, and `wrong` says how far
 * the stored counts are off; attempts whose event has not been delivered yet are left out then.
 *
 * While it counts, no event is delivered: a delivery that is on its way is waited for, and one that comes later finds its
 * receipt written and does nothing.
 */
export async function recountUsage({ req, check }: { req: OperationRequest; check: boolean }): Promise<Recount> {
  return inTransaction(req, async () => {
    const sql = await sqlOf(req)
    await sql.rows({ text: `lock table "event_receipts" in share row exclusive mode` })
    if (!check) {
      await sql.rows({
        text: `insert into "event_receipts" ("id", "handler", "event")
               select gen_random_uuid(), $1, e."id"::text from "events" e where e."name" = 'attempt.graded@1'
               on conflict ("handler", "event") do nothing`,
        values: [recordAttemptHandler],
      })
    }
    await sql.rows({ text: `create temporary table bank_counted on commit drop as ${counted}`, values: [] })
    const differences = await sql.rows<{ versions: string; wrong: string }>({
      text: `select count(*) as versions,
                    count(*) filter (where (u."attempts", u."marked") is distinct from (c.attempts, c.marked)
                                        or abs(coalesce(u."fraction_sum", 0) - c.fraction_sum) > 1e-6)
                    + (select count(*) from "question_usage" x
                       where not exists (select 1 from bank_counted y where y.question = x."question" and y.version = x."version")) as wrong
             from bank_counted c left join "question_usage" u on u."question" = c.question and u."version" = c.version`,
    })
    const [versions, wrong] = [Number(differences[0]?.versions ?? 0), Number(differences[0]?.wrong ?? 0)]
    if (check) return { versions, wrong, columns: 0 }
    if (wrong > 0) await replaceUsage({ req })
    const tests = await countTests({ req })
    const attempts = await refreshColumns({ req, everything: true })
    return { versions, wrong, columns: tests + attempts }
  })
}

/** Code of the handler that counts attempts; stored with receipts, so never renamed. */
export const recordAttemptHandler = 'bank.record-attempt'

const counted = `
  select x.question, x.version, count(*) as attempts, sum(x.marked) as marked, sum(x.fraction) as fraction_sum
  from (
    ${attemptItems}
      join "events" e on e."name" = 'attempt.graded@1' and e."key" = a."id"::text
      join "event_receipts" done on done."event" = e."id"::text and done."handler" = '${recordAttemptHandler}'
  ) x
  group by x.question, x.version`

async function replaceUsage({ req }: { req: OperationRequest }): Promise<void> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ question: string; version: string }>({ text: `select question, version from bank_counted` })
  await sql.rows({ text: `delete from "question_usage"` })
  await sql.rows({
    text: `insert into "question_usage" ("id", "question", "version", "attempts", "marked", "fraction_sum", "stale")
           select ids."id", c.question, c.version, c.attempts, c.marked, c.fraction_sum, false
           from bank_counted c
             join unnest($1::uuid[], $2::text[], $3::text[]) as ids("id", question, version)
               on ids.question = c.question and ids.version = c.version`,
    values: [rows.map(() => newId()), rows.map(({ question }) => question), rows.map(({ version }) => version)],
  })
}
