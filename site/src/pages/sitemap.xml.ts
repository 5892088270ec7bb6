import type { Locale } from '@lectern/content-schemas'
import type { APIRoute } from 'astro'
import { listAuthors } from '../lib/authors.ts'
import { hasImprint } from '../lib/imprint.ts'
import { paths } from '../lib/paths.ts'
import { getSnapshot } from '../snapshot/getSnapshot.ts'

/** Public pages in the languages that have a text of their own; protected lessons and personal pages are left out. */
export const GET: APIRoute = ({ site }) => {
  const entries = getSnapshot().locales.flatMap(localeEntries)
  const urls = entries.map((path) => `<url><loc>${new URL(path, site).href}</loc></url>`)
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
  return new Response(xml, { headers: { 'content-type': 'application/xml' } })
}

function localeEntries(locale: Locale): string[] {
  const { courses, lessons } = getSnapshot().of(locale)
  return [
    paths.home(locale),
    paths.catalog(locale),
    paths.authors(locale),
    ...(hasImprint() ? [paths.imprint(locale)] : []),
    ...listAuthors({ courses, locale }).map(({ slug }) => paths.author(locale, slug)),
    ...courses.filter((course) => course.translated).map((course) => paths.course(locale, course.slug)),
    ...[...lessons.values()]
      .filter((lesson) => lesson.access === 'public' && lesson.translated)
      .map((lesson) => paths.lesson(locale, lesson.path)),
  ]
}
