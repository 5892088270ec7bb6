import type { AttemptState } from '@lectern/content-schemas'
import { newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { gradingErrors } from '../errors.ts'
import { isLate } from './attemptRow.ts'
import type { LoadedPaper } from './loadPaper.ts'

/** A response as it comes from the browser; `revision` counts up by item. */
export type GivenResponse = { item: string; revision: number; response: unknown }

/** A response that fits its question; `response` null is a blank one. */
export type ParsedResponse = { item: string; revision: number; response: unknown }

/**
 * Parses responses with the types of their questions. Throws ITEM_NOT_IN_ATTEMPT or RESPONSE_INVALID for the first that
 * does not fit: what cannot be marked is told at once and costs nothing. Of several for one item the newest counts.
 */
export function parseResponses({ paper, given }: { paper: LoadedPaper; given: GivenResponse[] }): ParsedResponse[] {
  const newest = new Map<string, ParsedResponse>()
  for (const { item, revision, response } of given) {
    const question = paper.items.find((candidate) => candidate.item === item)
    if (!question) throw gradingErrors.itemNotInAttempt(item)
    const { type, authored } = question.loaded
    const parsed = type.parse({ authored, input: response, seed: question.seed })
    if (!parsed.ok) throw gradingErrors.responseInvalid({ item, reason: parsed.error.code })
    if (revision > (newest.get(item)?.revision ?? 0)) newest.set(item, { item, revision, response: parsed.value })
  }
  return [...newest.values()]
}

const outcomeSchema = z.object({
  state: z.string(),
  late: z.boolean(),
  saved: z.record(z.string(), z.coerce.number()),
})

/**
 * Stores responses in one statement if the attempt is this learner's, in the state `during` and in time; older revisions
 * than the stored ones change nothing. Answers null when there is no such attempt.
 *
 * The share lock on the attempt is what keeps a response from slipping in behind the marking: the statement either
 * commits before the attempt changes its state, or waits for that and then sees the new state.
 */
export async function storeResponses({
  req,
  attempt,
  learner,
  responses,
  during,
}: {
  req: OperationRequest
  attempt: string
  learner: string
  responses: ParsedResponse[]
  during: AttemptState
}): Promise<z.infer<typeof outcomeSchema> | null> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'grading.storeResponses',
    text: `with target as (
             select "id", "state", ${isLate} as late from "attempts" where "id" = $1 and "learner_id" = $2 for share
           ), saved as (
             insert into "responses" ("id", "attempt_id", "item", "revision", "response", "saved_at")
             select g."id", t."id", g."item", g."revision", g."response", now()
             from target t
               cross join jsonb_to_recordset($3::jsonb) as g("id" uuid, "item" text, "revision" numeric, "response" jsonb)
             where t."state" = $4 and not t.late
             order by g."item"
             on conflict ("attempt_id", "item") do update
               set "revision" = excluded."revision", "response" = excluded."response", "saved_at" = excluded."saved_at",
                   "updated_at" = now()
               where "responses"."revision" < excluded."revision"
             returning "item", "revision"
           )
           select t."state", t.late, coalesce((select jsonb_object_agg("item", "revision") from saved), '{}') as saved from target t`,
    values: [attempt, learner, JSON.stringify(responses.map((response) => ({ id: newId(), ...response }))), during],
  })
  return rows[0] ? outcomeSchema.parse(rows[0]) : null
}

/** The stored revisions of these items; an item without a response is absent. */
export async function readRevisions({
  req,
  attempt,
  items,
}: {
  req: OperationRequest
  attempt: string
  items: string[]
}): Promise<ReadonlyMap<string, number>> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ item: string; revision: string | number }>({
    name: 'grading.revisions',
    text: `select "item", "revision" from "responses" where "attempt_id" = $1 and "item" = any($2)`,
    values: [attempt, items],
  })
  return new Map(rows.map(({ item, revision }) => [item, Number(revision)]))
}
