import { type CourseAccess, type Level, type Locale, locales, type SnapshotCourse } from '@lectern/content-schemas'
import type { Messages } from '../i18n/en.ts'

export type FacetName = 'subject' | 'level' | 'language' | 'length' | 'access'
export type Facet = { name: FacetName; label: string; values: { value: string; label: string; count: number }[] }

const levels: readonly Level[] = ['beginner', 'intermediate', 'advanced']
const lengths = ['short', 'medium', 'long'] as const
const accesses: readonly CourseAccess[] = ['open', 'enrolled', 'paid']

/** What courses can be narrowed down by: only values that some course has, with how many. */
export function catalogFacets({ courses, messages }: { courses: SnapshotCourse[]; messages: Messages }): Facet[] {
  const subjects = new Map(courses.flatMap((course) => (course.subject ? [[course.subject.slug, course.subject.title]] : [])))
  const all: Facet[] = [
    facet({
      name: 'subject',
      label: messages.catalog.subject,
      values: [...subjects].map(([value, label]) => ({ value: value ?? '', label: label ?? '' })),
      courses,
    }),
    facet({
      name: 'level',
      label: messages.catalog.level,
      values: levels.map((value) => ({ value, label: messages.levels[value] })),
      courses,
    }),
    facet({
      name: 'language',
      label: messages.catalog.language,
      values: locales.map((value) => ({ value, label: messages.languages[value] })),
      courses,
    }),
    facet({
      name: 'length',
      label: messages.catalog.length,
      values: lengths.map((value) => ({ value, label: messages.lengths[value] })),
      courses,
    }),
    facet({
      name: 'access',
      label: messages.catalog.access,
      values: accesses.map((value) => ({ value, label: messages.access[value] })),
      courses,
    }),
  ]
  return all.filter(({ values }) => values.length > 0)
}

/** Whether a course stands on the shelf of this value. */
export function isOnShelf({ course, name, value }: { course: SnapshotCourse; name: FacetName; value: string }): boolean {
  switch (name) {
    case 'subject':
      return course.subject?.slug === value
    case 'level':
      return course.level === value
    case 'language':
      return course.languages.some((language: Locale) => language === value)
    case 'length':
      return course.minutes > 0 && courseLength(course) === value
    case 'access':
      return course.access === value
  }
}

/** An hour and ten hours of reading are the borders. */
export function courseLength({ minutes }: { minutes: number }): (typeof lengths)[number] {
  return minutes < 60 ? 'short' : minutes <= 600 ? 'medium' : 'long'
}

type FacetInput = { name: FacetName; label: string; values: { value: string; label: string }[]; courses: SnapshotCourse[] }

function facet({ name, label, values, courses }: FacetInput): Facet {
  const counted = values.map(({ value, label }) => ({
    value,
    label,
    count: courses.filter((course) => isOnShelf({ course, name, value })).length,
  }))
  return { name, label, values: counted.filter(({ count }) => count > 0) }
}
