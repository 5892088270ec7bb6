import { type OperationRequest, sqlOf } from '@lectern/kernel'

/** How many tests name the question in what editors see. Those that may draw it do without it. */
export async function countTestsOf({ req, question }: { req: OperationRequest; question: string }): Promise<number> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ tests: string }>({
    text: `select count(*) as tests from "tests" where "items" @> $1::jsonb`,
    values: [JSON.stringify([{ question }])],
  })
  return Number(rows[0]?.tests ?? 0)
}
