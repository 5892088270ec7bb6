import { type AnyQuestionType, localizeBlock, readAuthored, registriesOf } from '@lectern/kernel'
import { type CollectionBeforeChangeHook, type CollectionBeforeValidateHook, type PayloadRequest, ValidationError } from 'payload'
import { z } from 'zod'

const bodySchema = z.array(z.looseObject({ blockType: z.string() })).length(1)

/** `type` and `typeVersion` of a question follow from its one block. */
export const nameQuestionType: CollectionBeforeValidateHook = ({ data, req }) => {
  const found = data ? findBody({ data, req }) : null
  return found ? { ...data, type: found.type.schema.type, typeVersion: found.type.schema.version } : data
}

/**
 * Refuses a published question that its type calls unfit (no right answer, an empty option, …); a draft may be
 * unfinished. Also writes `text`, the words by which lists and searches find the question.
 */
export const checkQuestion: CollectionBeforeChangeHook = ({ data, req, collection }) => {
  const found = findBody({ data, req })
  if (!found) return data
  const { type, block } = found
  const body = localizeBlock({ fields: type.block.fields, row: block, locale: req.locale ?? 'en' })
  const authored = readAuthored({ type, version: type.schema.version, body })
  const isDraft = data._status === 'draft'
  if (!authored.ok) {
    if (isDraft) return data
    throw new ValidationError({ collection: collection.slug, errors: [{ path: 'body', message: authored.error.message }] }, req.t)
  }
  const problems = isDraft ? [] : type.check(authored.value)
  if (problems.length > 0) {
    const errors = problems.map(({ path, message }) => ({ path: `body.0.${path}`, message }))
    throw new ValidationError({ collection: collection.slug, errors }, req.t)
  }
  return { ...data, text: type.search(authored.value).slice(0, 1000) }
}

function findBody({ data, req }: { data: Record<string, unknown>; req: PayloadRequest }): {
  type: AnyQuestionType
  block: Record<string, unknown>
} | null {
  const block = bodySchema.safeParse(data.body).data?.[0]
  const type = block ? registriesOf(req.payload).questionTypes.get(block.blockType) : undefined
  return block && type ? { type, block } : null
}
