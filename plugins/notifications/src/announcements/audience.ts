import { type OperationRequest, type Recipients, sqlOf } from '@lectern/kernel'

/** Those who take the course, or everyone with an account. Nobody writes to themselves: the author is left out by `notify`. */
export function recipientsOf({ course }: { course: string | null }): Extract<Recipients, { query: string }> {
  if (course === null) return { query: `select "id" from "users"`, values: [] }
  return { query: `select "learner_id" from "enrolments" where "course_id" = $1 and "state" = 'active'`, values: [course] }
}

/** How many people an announcement by this author would reach now. */
export async function countAudience({
  req,
  course,
  author,
}: {
  req: OperationRequest
  course: string | null
  author: string | null
}): Promise<number> {
  const { query, values } = recipientsOf({ course })
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ people: number }>({
    text: `select count(distinct r."learner")::int as people from (${query}) as r("learner") where r."learner" is distinct from $${values.length + 1}::uuid`,
    values: [...values, author],
  })
  return rows[0]?.people ?? 0
}
