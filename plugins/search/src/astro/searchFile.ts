import type { SiteFileMaker } from '@lectern/kernel/astro'
import { buildIndex } from '../buildIndex.ts'
import { toDocuments } from '../domain/toDocuments.ts'

const searchFile: SiteFileMaker = async ({ locale, courses, headingsOf }) =>
  JSON.stringify(await buildIndex({ documents: toDocuments({ courses, locale, headingsOf }), locale }))

export default searchFile
