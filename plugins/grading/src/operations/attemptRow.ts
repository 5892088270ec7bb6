import { attemptStateSchema, certaintySchema, testSettingsSchema } from '@lectern/content-schemas'
import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import type { Try } from '../domain/tries.ts'

/**
 * For so long after its end a response is still taken: it was given in time and spent the rest on its way. The database's
 * clock decides, so that any number of servers agree.
 */
export const waySeconds = 5

/** SQL: when the attempt ends for good, the grace that its rules give included; null without a limit. */
export const endsAt = `("due_at" + make_interval(secs => case when "settings" ->> 'overdue' = 'grace' then coalesce(("settings" ->> 'graceSeconds')::int, 0) else 0 end))`

/** SQL that says whether the attempt ran out of time. */
export const isLate = `("due_at" is not null and now() > ${endsAt} + interval '${waySeconds} seconds')`

const date = z.date().transform((value) => value.toISOString())
const number = z.coerce.number()

export const attemptRowSchema = z.object({
  id: z.string(),
  test_id: z.string(),
  course_id: z.string(),
  lesson_id: z.string().nullable(),
  edition: z.string(),
  number,
  state: attemptStateSchema,
  settings: testSettingsSchema,
  started_at: date,
  due_at: date.nullable(),
  submitted_at: date.nullable(),
  mark: number.nullable(),
  max_mark: number.nullable(),
  percent: number.nullable(),
  passed: z.boolean().nullable(),
  page: number.nullable(),
  flags: z
    .array(z.string())
    .nullable()
    .transform((flags) => flags ?? []),
  late: z.boolean(),
  now: date,
  /** When an attempt that ends now counts as handed in: not later than its time was over. */
  ends_now: date,
})
export type AttemptRow = z.infer<typeof attemptRowSchema>

export const attemptColumns = `"id", "test_id", "course_id", "lesson_id", "edition", "number", "state", "settings", "started_at", "due_at", "submitted_at", "mark",
  "max_mark", "percent", "passed", "page", "flags", ${isLate} as late, now() as now, least(now(), ${endsAt}) as ends_now`

/** The tries at a question, oldest first; a column that was never written means none. */
export const triesSchema = z
  .array(
    z.object({
      at: z.string(),
      revision: number,
      response: z.unknown(),
      certainty: certaintySchema.nullable().default(null),
      fraction: number,
      state: z.enum(['right', 'partly', 'wrong', 'blank', 'ungraded']),
      mark: number.nullable().default(null),
      graderVersion: z.string(),
      behaviour: z.string().nullable().default(null),
    }),
  )
  .nullable()
  .transform((tries): Try[] => tries ?? [])

/** A stored response by item; `result` is there once the attempt is marked. */
const storedSchema = z.object({
  item: z.string(),
  revision: number,
  response: z.unknown(),
  certainty: certaintySchema.nullable(),
  fraction: number.nullable(),
  mark: number.nullable(),
  result: z.unknown(),
  tries: triesSchema,
  locked: z.boolean(),
})
export type StoredResponse = z.infer<typeof storedSchema>

/** An attempt with its responses in one statement, or null when it is not this learner's. */
export async function readAttemptRow({
  req,
  attempt,
  learner,
}: {
  req: OperationRequest
  attempt: string
  learner: string
}): Promise<{ row: AttemptRow; responses: ReadonlyMap<string, StoredResponse> } | null> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'grading.attempt',
    text: `select ${attemptColumns},
                  coalesce((select jsonb_agg(jsonb_build_object('item', r."item", 'revision', r."revision", 'response', r."response", 'certainty', r."certainty",
                                                                'fraction', r."fraction", 'mark', r."mark", 'result', r."result",
                                                                'tries', r."tries", 'locked', r."locked_at" is not null))
                            from "responses" r where r."attempt_id" = a."id"), '[]') as responses
           from "attempts" a where "id" = $1 and "learner_id" = $2`,
    values: [attempt, learner],
  })
  if (!rows[0]) return null
  const { responses } = z.object({ responses: z.array(storedSchema) }).parse(rows[0])
  return {
    row: attemptRowSchema.parse(rows[0]),
    responses: new Map(responses.map((response) => [response.item, response])),
  }
}
