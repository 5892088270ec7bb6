import type { Locale, Price, SnapshotCourse, SnapshotLesson } from '@lectern/content-schemas'
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
          ...(course.price ? { price: majorUnits(course.price), priceCurrency: course.price.currency } : {}),
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

type LessonJsonLdInput = { lesson: SnapshotLesson; course: SnapshotCourse; locale: Locale; origin: string; words: Messages }

/** schema.org LearningResource of a lesson, and its place in the site. */
export function lessonJsonLd({ lesson, course, locale, origin, words }: LessonJsonLdInput): Record<string, unknown> {
  const url = origin + paths.lesson(locale, lesson.path)
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'LearningResource',
        '@id': url,
        url,
        name: lesson.title,
        ...(lesson.summary ? { description: lesson.summary } : {}),
        inLanguage: locale,
        learningResourceType: lesson.lessonKind,
        isPartOf: { '@type': 'Course', '@id': origin + paths.course(locale, course.slug), name: course.title },
        ...(lesson.minutes ? { timeRequired: `PT${lesson.minutes}M` } : {}),
        isAccessibleForFree: lesson.access === 'public',
        ...(lesson.tests.length > 0
          ? {
              hasPart: lesson.tests.map((test) => ({
                '@type': 'Quiz',
                '@id': origin + paths.test(locale, test.id),
                name: test.title,
              })),
            }
          : {}),
      },
      breadcrumbs({
        origin,
        steps: [
          { name: words.site.courses, path: paths.catalog(locale) },
          { name: course.title, path: paths.course(locale, course.slug) },
          { name: lesson.title, path: paths.lesson(locale, lesson.path) },
        ],
      }),
    ],
  }
}

/** A currency's own number of digits: 1999 EUR cents are 19.99, 500 JPY are 500. */
function majorUnits({ amount, currency }: Price): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  return amount / 10 ** maximumFractionDigits
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
