import { localeSchema } from '@lectern/content-schemas'
import type { Endpoint } from 'payload'
import { readFacets } from '../operations/readFacets.ts'
import { forAuthors } from './forAuthors.ts'

/** GET /api/bank/facets?locale=en: what the list of questions can be narrowed by, as `readFacets` answers it. Authors only. */
export const facetsEndpoint: Endpoint = {
  path: '/bank/facets',
  method: 'get',
  handler: forAuthors((req) => readFacets({ req, locale: localeSchema.catch('en').parse(req.query.locale) })),
}
