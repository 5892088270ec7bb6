import { type AnyQuestionType, localizeBlock, readAuthored, registriesOf } from '@lectern/kernel'
import {
  type CollectionBeforeChangeHook,
  type CollectionBeforeValidateHook,
  type FieldHook,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import { z } from 'zod'
import { withOtherLanguages } from './withOtherLanguages.ts'

const bodySchema = z.array(z.looseObject({ blockType: z.string() })).length(1)

/** `type` and `typeVersion` of a question follow from its one block. */
export const nameQuestionType: CollectionBeforeValidateHook = ({ data, req }) => {
  const found = data ? findBody({ data, req }) : null
  return found ? { ...data, type: found.type.schema.type, typeVersion: found.type.schema.version } : data
}

/**
 * Refuses a published question that its type calls unfit (no right answer, an empty option, …); a draft may be
 * unfinished.
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
  return data
}

/** Characters of `text`; what is beyond finds nobody. */
const longestText = 4000

/**
 * The words of all languages by which lists and searches find the question. A form sends one language; the others are
 * those of the stored body, for rows that are still there. A body that cannot be read yet keeps the words it had.
 */
export const writeSearchText: FieldHook = ({ data = {}, siblingDocWithLocales, value, req }) => {
  const found = findBody({ data, req })
  if (!found) return value
  const { type, block } = found
  const own = localizeBlock({ fields: type.block.fields, row: block, locale: req.locale ?? 'en' })
  const stored = bodySchema.safeParse(siblingDocWithLocales?.body).data?.[0]
  const body = stored && stored.blockType === block.blockType ? withOtherLanguages({ own, stored }) : own
  const authored = readAuthored({ type, version: type.schema.version, body })
  return authored.ok ? type.search(authored.value).slice(0, longestText) : value
}

function findBody({ data, req }: { data: Record<string, unknown>; req: PayloadRequest }): {
  type: AnyQuestionType
  block: Record<string, unknown>
} | null {
  const block = bodySchema.safeParse(data.body).data?.[0]
  const type = block ? registriesOf(req.payload).questionTypes.get(block.blockType) : undefined
  return block && type ? { type, block } : null
}
