import { localeSchema } from '@lectern/content-schemas'
import { localizeBlock, registriesOf } from '@lectern/kernel'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { dismissPair } from '../operations/dismissPair.ts'
import { findSimilar } from '../operations/findSimilar.ts'
import { keepQuestion } from '../operations/keepQuestion.ts'
import { readPairs } from '../operations/readPairs.ts'
import { bodyOf } from './bodyOf.ts'
import { forAuthors } from './forAuthors.ts'

const unsavedSchema = z.object({
  type: z.string().max(100),
  body: z.record(z.string(), z.unknown()),
  locale: localeSchema,
  id: z.uuid().nullable(),
})
const keepSchema = z.strictObject({ keep: z.uuid(), other: z.uuid() })
const pageSchema = z.coerce.number().int().min(1).max(10_000).default(1)
const idSchema = z.uuid()

/**
 * Questions that say the same. Authors only.
 * POST /api/bank/similar `{ type, body, locale, id }`: those like an unsaved one, the form's block with the texts of one
 * language; GET /api/bank/duplicates?page=1; POST /api/bank/duplicates/:id/dismiss; POST /api/bank/keep `{ keep, other }`.
 */
export const duplicateEndpoints: Endpoint[] = [
  {
    path: '/bank/similar',
    method: 'post',
    handler: forAuthors(async (req) => {
      const { type: name, body, locale, id } = unsavedSchema.parse(await bodyOf(req))
      const type = registriesOf(req.payload).questionTypes.get(name)
      if (!type) return { similar: [] }
      const block = localizeBlock({ fields: type.block.fields, row: body, locale })
      return { similar: await findSimilar({ req, type, body: block, except: id }) }
    }),
  },
  {
    path: '/bank/duplicates',
    method: 'get',
    handler: forAuthors((req) => readPairs({ req, page: pageSchema.parse(req.query.page) })),
  },
  {
    path: '/bank/duplicates/:id/dismiss',
    method: 'post',
    handler: forAuthors((req) => dismissPair({ req, pair: idSchema.parse(req.routeParams?.id) })),
  },
  {
    path: '/bank/keep',
    method: 'post',
    handler: forAuthors(async (req) => keepQuestion({ req, ...keepSchema.parse(await bodyOf(req)) })),
  },
]
