import { localeSchema } from '@lectern/content-schemas'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { readUsage } from '../operations/readUsage.ts'
import { forAuthors } from './forAuthors.ts'

const idSchema = z.uuid()

/** GET /api/bank/questions/:id/usage?locale=en: where a question is used, as `readUsage` answers it. Authors only. */
export const questionUsageEndpoint: Endpoint = {
  path: '/bank/questions/:id/usage',
  method: 'get',
  handler: forAuthors(async (req) => {
    const question = idSchema.parse(req.routeParams?.id)
    return readUsage({ req, question, locale: localeSchema.catch('en').parse(req.query.locale) })
  }),
}
