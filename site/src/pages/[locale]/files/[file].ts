import { files } from 'lectern:files'
import type { Locale } from '@lectern/content-schemas'
import type { SiteFileMaker } from '@lectern/kernel/astro'
import type { APIRoute } from 'astro'
import { getSnapshot } from '../../../snapshot/getSnapshot.ts'

export function getStaticPaths() {
  return getSnapshot().locales.flatMap((locale) =>
    files.map(({ path, make }) => ({ params: { locale, file: path }, props: { locale, make } })),
  )
}

/** A file that an extension adds beside the pages of a language. */
export const GET: APIRoute<{ locale: Locale; make: SiteFileMaker }> = async ({ props: { locale, make } }) => {
  const { courses, lessons } = getSnapshot().of(locale)
  return new Response(await make({ locale, courses, headingsOf: (path) => lessons.get(path)?.headings }))
}
