import { asUser, inTransaction, sqlOf } from '@lectern/kernel'
import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { bankErrors } from '../errors.ts'

const itemSchema = z.looseObject({ blockType: z.string(), question: z.string().nullish() })
type Item = z.infer<typeof itemSchema>

/** `moved`: tests that name the kept question now. `left`: tests that still name the other one, with the reason. */
export type KeptQuestion = { moved: string[]; left: { test: string; reason: 'HAS_BOTH' | 'DRAFT_WAITS' }[]; retired: boolean }

/**
 * Of two questions that say the same keeps one: tests that name the other name this one from now on, each with a version,
 * and the other is retired once no test names it any more. Attempts keep what they had. A test that has both, or whose
 * draft waits beside what is published, is left to its authors.
 *
 * Throws QUESTION_GONE, and KEEP_NOT_PUBLISHED where a published question would give way to a draft.
 */
export async function keepQuestion({
  req,
  keep,
  other,
}: {
  req: PayloadRequest
  keep: string
  other: string
}): Promise<KeptQuestion> {
  return inTransaction(req, async () => {
    await checkBoth({ req, keep, other })
    const result: KeptQuestion = { moved: [], left: [], retired: false }
    for (const test of await testsNaming({ req, question: other })) {
      if (test.items.some(({ question }) => question === keep)) result.left.push({ test: test.id, reason: 'HAS_BOTH' })
      else if (test.draftWaits) result.left.push({ test: test.id, reason: 'DRAFT_WAITS' })
      else {
        const items = test.items.map((item) => (item.question === other ? { ...item, question: keep } : item))
        await req.payload.update({
          collection: 'tests',
          id: test.id,
          data: { items, _status: test.status },
          draft: test.status === 'draft',
          depth: 0,
          ...asUser(req),
        })
        result.moved.push(test.id)
      }
    }
    if (result.left.length > 0) return result
    await retire({ req, question: other })
    await settlePair({ req, keep, other })
    return { ...result, retired: true }
  })
}

async function checkBoth({ req, keep, other }: { req: PayloadRequest; keep: string; other: string }): Promise<void> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ id: string; status: string }>({
    text: `select "id"::text as id, "_status"::text as status from "questions" where "id" = any($1::uuid[]) order by "id" for update`,
    values: [[keep, other]],
  })
  const statusOf = (id: string) => rows.find((row) => row.id === id)?.status
  if (keep === other || rows.length < 2) throw bankErrors.questionGone()
  if (statusOf(keep) !== 'published' && statusOf(other) === 'published') throw bankErrors.keepNotPublished()
}

type NamingTest = { id: string; status: 'draft' | 'published'; items: Item[]; draftWaits: boolean }

async function testsNaming({ req, question }: { req: PayloadRequest; question: string }): Promise<NamingTest[]> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    text: `select t."id"::text as id, coalesce(t."_status"::text, 'draft') as status, t."items",
                  t."_status" = 'published' and exists (
                    select 1 from "_tests_v" v where v."parent_id" = t."id" and v."latest" and v."version__status" = 'draft') as "draftWaits"
           from "tests" t where t."items" @> $1::jsonb order by t."id" for update of t`,
    values: [JSON.stringify([{ question }])],
  })
  return z
    .array(
      z.object({
        id: z.string(),
        status: z.enum(['draft', 'published']),
        items: z.array(itemSchema),
        draftWaits: z.boolean(),
      }),
    )
    .parse(rows)
}

/** The two may be a pair of drafts, whose retirement only their newest versions say. */
async function settlePair({ req, keep, other }: { req: PayloadRequest; keep: string; other: string }): Promise<void> {
  const sql = await sqlOf(req)
  await sql.rows({
    text: `update "question_pairs" set "state" = 'settled', "updated_at" = now()
           where "first" = least($1::text, $2::text) and "second" = greatest($1::text, $2::text) and "state" = 'open'`,
    values: [keep, other],
  })
}

async function retire({ req, question }: { req: PayloadRequest; question: string }): Promise<void> {
  const { docs } = await req.payload.find({
    collection: 'questions',
    where: { id: { equals: question } },
    select: { _status: true },
    draft: true,
    depth: 0,
    limit: 1,
    ...asUser(req),
  })
  const isDraft = docs[0]?._status !== 'published'
  await req.payload.update({
    collection: 'questions',
    id: question,
    data: { retired: true, _status: isDraft ? 'draft' : 'published' },
    draft: isDraft,
    depth: 0,
    ...asUser(req),
  })
}
