import { inTransaction, type OperationRequest, sqlOf } from '@lectern/kernel'

/**
 * In how many tests each question stands: those that name it, and those that may draw it as they are published. Counts all
 * at once, since an edit of a test moves questions out as well as in. Answers how many changed.
 */
export async function countTests({ req }: { req: OperationRequest }): Promise<number> {
  return inTransaction(req, async () => {
    const sql = await sqlOf(req)
    const changed = await sql.rows<{ id: string }>({
      text: `update "questions" q set "used_in_tests" = c.tests from (${testsOfQuestions}) c
             where q."id" = c.question and q."used_in_tests" is distinct from c.tests returning q."id"`,
    })
    return changed.length
  })
}

/** Tests that name a question in what editors see, and tests whose published form names or may draw it. */
export const testsOfQuestions = `
  select q."id" as question, count(distinct named.test) as tests
  from "questions" q
    left join (
      select i ->> 'question' as question, t."id"::text as test
      from "tests" t cross join lateral jsonb_array_elements(coalesce(t."items", '[]')) as i
      where i ->> 'blockType' = 'fixedQuestion'
      union all
      select i ->> 'question', e."test"
      from "edition_tests" e cross join lateral jsonb_array_elements(e."items") as i
      where e."current" and i ? 'question'
      union all
      select p ->> 'question', e."test"
      from "edition_tests" e cross join lateral jsonb_array_elements(e."items") as i
        cross join lateral jsonb_array_elements(coalesce(i -> 'pool', '[]')) as p
      where e."current"
    ) named on named.question = q."id"::text
  group by q."id"`
