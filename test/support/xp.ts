import type { TestCms, TestUser } from '@lectern/cms/testing'
import { rowsOf } from './takeTest.ts'

/** A rule as an editor saves it; answers its id. */
export async function createXpRule({
  cms,
  code,
  args,
  active = true,
}: {
  cms: TestCms
  code: string
  args: Record<string, unknown>
  active?: boolean
}): Promise<string> {
  const rule = await cms.payload.create({
    collection: 'xp-rules',
    data: { name: code, rule: { code, args }, active },
    overrideAccess: true,
    depth: 0,
  })
  return String(rule.id)
}

/** The lines of a learner's ledger in the order in which they were given. */
export async function ledgerOf({ cms, user }: { cms: TestCms; user: Pick<TestUser, 'id'> }) {
  const rows = await rowsOf({
    cms,
    text: `select "seq"::int, "code", "source", "base"::int, "points"::int, "version"::int from "xp_ledger" where "learner_id" = $1 order by "seq"`,
    values: [user.id],
  })
  return rows
}

export async function totalOf({ cms, user }: { cms: TestCms; user: Pick<TestUser, 'id'> }) {
  const rows = await rowsOf({
    cms,
    text: `select "total"::int, "entries"::int, "level"::int, "streak_days"::int as streak from "xp_totals" where "learner_id" = $1`,
    values: [user.id],
  })
  return rows[0]
}
