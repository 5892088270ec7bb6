import { type AttemptState, type Certainty, pageSizeOf } from '@lectern/content-schemas'
import { newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { behaviours } from '../domain/behaviours.ts'
import { gradingErrors } from '../errors.ts'
import { isLate } from './attemptRow.ts'
import type { LoadedPaper } from './loadPaper.ts'

/** A response as it comes from the browser; `revision` counts up by item. */
export type GivenResponse = { item: string; revision: number; response?: unknown; certainty?: Certainty | null | undefined }

/** A response that fits its question; `response` null is a blank one. `certainty` is null where the test does not ask for it. */
export type ParsedResponse = { item: string; revision: number; response: unknown; certainty: Certainty | null }

/**
 * Parses responses with the types of their questions. Throws ITEM_NOT_IN_ATTEMPT or RESPONSE_INVALID for the first that
 * does not fit: what cannot be marked is told at once and costs nothing. Of several for one item the newest counts.
 */
export function parseResponses({ paper, given }: { paper: LoadedPaper; given: GivenResponse[] }): ParsedResponse[] {
  const newest = new Map<string, ParsedResponse>()
  const { asksCertainty } = behaviours[paper.settings.behaviour]
  for (const { item, revision, response, certainty } of given) {
    const question = paper.items.find((candidate) => candidate.item === item)
    if (!question) throw gradingErrors.itemNotInAttempt(item)
    const { type, authored } = question.loaded
    const parsed = type.parse({ authored, input: response, seed: question.seed })
    if (!parsed.ok) throw gradingErrors.responseInvalid({ item, reason: parsed.error.code })
    if (revision <= (newest.get(item)?.revision ?? 0)) continue
    newest.set(item, { item, revision, response: parsed.value, certainty: (asksCertainty ? certainty : null) ?? null })
  }
  return [...newest.values()]
}

const outcomeSchema = z.object({
  state: z.string(),
  late: z.boolean(),
  page: z.coerce.number().nullable(),
  saved: z.record(z.string(), z.coerce.number()),
})

/**
 * Stores responses in one statement if the attempt is this learner's, in the state `during` and in time; older revisions
 * than the stored ones change nothing, and so does, in a test that goes forward only, one of another page than `page`, where the
 * attempt stands (see `currentPage`). A question that is settled takes none. Answers null when there is no such attempt.
 *
 * The share lock on the attempt is what keeps a response from slipping in behind the marking: the statement either
 * commits before the attempt changes its state, or waits for that and then sees the new state.
 */
export async function storeResponses({
  req,
  attempt,
  learner,
  paper,
  responses,
  during,
}: {
  req: OperationRequest
  attempt: string
  learner: string
  paper: LoadedPaper
  responses: ParsedResponse[]
  during: AttemptState
}): Promise<z.infer<typeof outcomeSchema> | null> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'grading.storeResponses',
    text: `with target as (
             select "id", "state", ${isLate} as late,
                    case when $5::int is not null then coalesce("page",
                      (select max(${pageIn('r')}) from "responses" r where r."attempt_id" = "attempts"."id"), 0)::int end as page
             from "attempts" where "id" = $1 and "learner_id" = $2 for share
           ), saved as (
             insert into "responses" ("id", "attempt_id", "item", "revision", "response", "certainty", "saved_at")
             select g."id", t."id", g."item", g."revision", g."response", g."certainty", now()
             from target t
               cross join jsonb_to_recordset($3::jsonb) as g("id" uuid, "item" text, "revision" numeric, "response" jsonb, "certainty" numeric)
             where t."state" = $4 and not t.late
               and (t.page is null or ${pageIn('g')} = t.page)
             order by g."item"
             on conflict ("attempt_id", "item") do update
               set "revision" = excluded."revision", "response" = excluded."response", "certainty" = excluded."certainty",
                   "saved_at" = excluded."saved_at", "updated_at" = now()
               where "responses"."revision" < excluded."revision" and "responses"."locked_at" is null
             returning "item", "revision"
           )
           select t."state", t.late, t.page, coalesce((select jsonb_object_agg("item", "revision") from saved), '{}') as saved from target t`,
    values: [
      attempt,
      learner,
      JSON.stringify(responses.map((response) => ({ id: newId(), ...response }))),
      during,
      forwardPageSize(paper),
    ],
  })
  return rows[0] ? outcomeSchema.parse(rows[0]) : null
}

/** As `pageOf`: the page of an item id by the page size `$5`. */
function pageIn(table: 'r' | 'g'): string {
  return `(substring(${table}."item" from 2)::int - 1) / $5::int`
}

/** Questions on a page where the test goes forward only, else null. */
export function forwardPageSize({ settings }: LoadedPaper): number | null {
  return settings.navigation === 'sequential' ? pageSizeOf(settings) : null
}

/** Revision by item of the responses of an attempt, and the items that are settled. */
export async function readRevisions({
  req,
  attempt,
}: {
  req: OperationRequest
  attempt: string
}): Promise<{ revisions: ReadonlyMap<string, number>; locked: ReadonlySet<string> }> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ item: string; revision: string | number; locked: boolean }>({
    name: 'grading.revisions',
    text: `select "item", "revision", "locked_at" is not null as locked from "responses" where "attempt_id" = $1`,
    values: [attempt],
  })
  return {
    revisions: new Map(rows.map(({ item, revision }) => [item, Number(revision)])),
    locked: new Set(rows.flatMap(({ item, locked }) => (locked ? [item] : []))),
  }
}
