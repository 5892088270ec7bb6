import { type Certainty, certainties, type Failure, failure, type Result, success } from '@lectern/content-schemas'
import { z } from 'zod'

/**
 * A row of a list of responses, or why it is none. `question` is a name or a place in the list, 1 for the first. `tries` are
 * the responses of a question that was tried more than once, oldest first. `fraction` is what it has to earn, if given.
 */
export type ResponseRow =
  | {
      question: string | number
      response?: unknown
      tries?: unknown[] | undefined
      certainty?: Certainty | undefined
      fraction?: number | undefined
    }
  | { question: unknown; error: Failure }

const rowSchema = z.object({
  question: z.union([z.string(), z.int()], { error: 'expected a name or a place' }),
  response: z.unknown().optional(),
  tries: z.array(z.unknown()).min(1).max(1000).optional(),
  certainty: z.literal(certainties, { error: `expected one of ${certainties.join(', ')}` }).optional(),
  fraction: z.number().min(-10).max(10).optional(),
})
const listSchema = z.union([z.array(z.unknown()), z.looseObject({ responses: z.array(z.unknown()) })])

/**
 * Reads a list of responses, or `{ responses: […] }`. Rows that cannot be read stay in their places with the error
 * RESPONSE_ROW_INVALID. Fails with RESPONSES_INVALID when there is no list.
 */
export function readResponses(json: unknown): Result<ResponseRow[]> {
  const parsed = listSchema.safeParse(json)
  if (!parsed.success) {
    return failure({ code: 'RESPONSES_INVALID', message: 'Responses are a list of { question, response }.' })
  }
  return success((Array.isArray(parsed.data) ? parsed.data : parsed.data.responses).map(readRow))
}

function readRow(given: unknown): ResponseRow {
  const row = rowSchema.safeParse(given)
  const has = (name: string) => typeof given === 'object' && given !== null && Object.hasOwn(given, name)
  const isRow = row.success && has('response') !== has('tries')
  if (isRow) return row.data
  const question = typeof given === 'object' && given !== null && 'question' in given ? given.question : null
  const reason = row.success ? 'one of response and tries' : z.prettifyError(row.error)
  return { question, error: { code: 'RESPONSE_ROW_INVALID', message: `A row is { question, response }: ${reason}` } }
}
