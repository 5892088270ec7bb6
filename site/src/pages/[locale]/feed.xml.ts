import rss from '@astrojs/rss'
import type { Locale } from '@lectern/content-schemas'
import type { APIRoute } from 'astro'
import { formatMessage } from '../../i18n/formatMessage.ts'
import { getMessages } from '../../i18n/getMessages.ts'
import { paths } from '../../lib/paths.ts'
import { getSnapshot } from '../../snapshot/getSnapshot.ts'

export function getStaticPaths() {
  return getSnapshot().locales.map((locale) => ({ params: { locale }, props: { locale } }))
}

const longest = 50

/** The courses that were published or revised last, for feed readers. */
export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale }, site }) => {
  const { site: words, feed } = getMessages(locale)
  const origin = site ?? new URL('http://127.0.0.1')
  const newest = getSnapshot()
    .of(locale)
    .courses.toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))
    .slice(0, longest)
  return rss({
    title: formatMessage('{site}: {title}', { site: words.name, title: feed.title }),
    description: words.description,
    site: new URL(paths.home(locale), origin),
    customData: `<language>${locale}</language>`,
    items: newest.map((course) => ({
      title: withoutControls(course.title),
      description: withoutControls(course.summary),
      link: new URL(paths.course(locale, course.slug), origin).href,
      pubDate: new Date(course.publishedAt),
      categories: course.subject ? [withoutControls(course.subject.title)] : [],
    })),
  })
}

/** XML 1.0 has no way to write most control characters. */
function withoutControls(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}/gu, '')
}
