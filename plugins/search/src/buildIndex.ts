import type { Locale } from '@lectern/content-schemas/locale'
import type { SearchFile } from './domain/searchIndex.ts'
import type { SearchDocument } from './domain/toDocuments.ts'
import { lunrFor } from './lunrFor.ts'

/** The search file of one language. A title counts ten times as much as a summary, a course twice as much as a lesson. */
export async function buildIndex({ documents, locale }: { documents: SearchDocument[]; locale: Locale }): Promise<SearchFile> {
  const { library, plugin } = await lunrFor(locale)
  const index = library((builder) => {
    if (plugin) builder.use(plugin)
    builder.field('title', { boost: 10 })
    builder.field('headings', { boost: 2 })
    builder.field('summary')
    documents.forEach(({ title, headings, summary, within }, ref) => {
      builder.add({ id: String(ref), title, headings, summary }, { boost: within === '' ? 2 : 1 })
    })
  })
  const entries = documents.map(({ path, title, within, language }): SearchFile['entries'][number] => [
    path,
    title,
    within,
    language === locale ? '' : language,
  ])
  return { index: index.toJSON(), entries }
}
