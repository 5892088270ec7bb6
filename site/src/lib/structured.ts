import type { Locale, SnapshotCourse } from '@lectern/content-schemas'
import type { Messages } from '../i18n/en.ts'
import { paths } from './paths.ts'

type CourseJsonLdInput = { course: SnapshotCourse; locale: Locale; origin: string; words: Messages }

/** schema.org Course with its place in the site. Titles and summaries only: nothing of a lesson's text. */
export function courseJsonLd({ course, locale, origin, words }: CourseJsonLdInput): Record<string, unknown> {
  const url = origin + paths.course(locale, course.slug)
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Course',
        '@id': url,
        url,
        name: course.title,
        description: course.summary || course.title,
        inLanguage: course.languages,
        provider: { '@type': 'Organization', name: words.site.name, url: origin },
        ...(course.licence ? { license: course.licence } : {}),
        ...(course.authors.length > 0 ? { author: course.authors.map((name) => ({ '@type': 'Person', name })) } : {}),
        ...(course.level ? { educationalLevel: course.level } : {}),
        isAccessibleForFree: course.access !== 'paid',
        hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'Online', courseWorkload: `PT${course.minutes}M` },
        offers: {
          '@type': 'Offer',
          category: course.access === 'paid' ? 'Paid' : 'Free',
          ...(course.price ? { price: course.price.amount / 100, priceCurrency: course.price.currency } : {}),
        },
      },
      breadcrumbs({
        origin,
        steps: [
          { name: words.site.courses, path: paths.catalog(locale) },
          { name: course.title, path: paths.course(locale, course.slug) },
        ],
      }),
    ],
  }
}

type BreadcrumbsInput = { origin: string; steps: { name: string; path: string }[] }

export function breadcrumbs({ origin, steps }: BreadcrumbsInput): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: origin + path,
    })),
  }
}
