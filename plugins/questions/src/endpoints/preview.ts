import { localeSchema } from '@lectern/content-schemas'
import { authorRoles, hasRole, localizeBlock, readAuthored, registriesOf, resolveUploads } from '@lectern/kernel'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { adviceOf } from '../multipleChoice/advice.ts'
import { multipleChoiceSchema } from '../multipleChoice/schema.ts'
import { unfinishedPreview } from './unfinishedPreview.ts'

const inputSchema = z.object({
  type: z.string().max(100),
  body: z.record(z.string(), z.unknown()),
  locale: localeSchema,
})

/** Every preview draws the same order, so that typing does not shuffle the options. */
const previewSeed = 1

/**
 * POST /api/question-preview: `{ type, body, locale }` → `{ view, key, problems, advice }`: what a learner would see of
 * the unsaved body, and what an author should mend or know. `body` is the block as the admin's form holds it, with the
 * texts of one language. A body that cannot be read yet answers no `view` and no `key`, but its question text as `stem` and
 * what is missing as `problems`. Authors only; nothing is stored.
 *
 * The address does not begin with `questions`, because Payload would look for it among that collection's own endpoints.
 */
export const previewEndpoint: Endpoint = { path: '/question-preview', method: 'post', handler: previewQuestion }

async function previewQuestion(req: PayloadRequest): Promise<Response> {
  if (!hasRole(req.user, ...authorRoles)) return refuse({ status: 403, code: 'FORBIDDEN' })
  const input = inputSchema.safeParse(await readJson(req))
  if (!input.success) return refuse({ status: 400, code: 'INVALID_INPUT' })
  const { locale } = input.data
  const type = registriesOf(req.payload).questionTypes.get(input.data.type)
  if (!type) return refuse({ status: 404, code: 'QUESTION_TYPE_UNKNOWN' })
  const body = localizeBlock({ fields: type.block.fields, row: input.data.body, locale })
  const [resolved] = await resolveUploads({ req, bodies: [{ fields: type.block.fields, body }] })
  const authored = readAuthored({ type, version: type.schema.version, body: resolved?.body })
  if (!authored.ok) return Response.json(unfinishedPreview({ type, body, locale, failure: authored.error }))
  const asMultiple = multipleChoiceSchema.authored.safeParse(authored.value)
  return Response.json({
    view: type.present({ authored: authored.value, locale, seed: previewSeed }),
    key: type.key({ authored: authored.value, locale, seed: previewSeed }),
    problems: type.check(authored.value),
    advice: type.schema.type === multipleChoiceSchema.type && asMultiple.success ? adviceOf(asMultiple.data) : [],
  })
}

async function readJson(req: PayloadRequest): Promise<unknown> {
  try {
    return await req.json?.()
  } catch {
    // A body that is no JSON is refused like any other that does not fit.
    return undefined
  }
}

function refuse({ status, code }: { status: number; code: string }): Response {
  return Response.json({ error: { code } }, { status })
}
