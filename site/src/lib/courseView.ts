import type { LessonRef, Locale, SnapshotCourse, SnapshotModule, TestRef } from '@lectern/content-schemas'
import { getSnapshot } from '../snapshot/getSnapshot.ts'
import { paths } from './paths.ts'

export type PlacedLesson = { lesson: LessonRef; module: SnapshotModule; index: number }

const placed = new WeakMap<SnapshotCourse, Map<string, PlacedLesson>>()
const ordered = new WeakMap<SnapshotCourse, PlacedLesson[]>()

/** The lessons of a course in reading order. */
export function lessonsInOrder(course: SnapshotCourse): PlacedLesson[] {
  const found = ordered.get(course) ?? toPlacedLessons(course)
  ordered.set(course, found)
  return found
}

/** Where a lesson stands in its course. */
export function findPlace({ course, path }: { course: SnapshotCourse; path: string }): PlacedLesson | undefined {
  const found = placed.get(course) ?? new Map(lessonsInOrder(course).map((place) => [place.lesson.path, place]))
  placed.set(course, found)
  return found.get(path)
}

function toPlacedLessons(course: SnapshotCourse): PlacedLesson[] {
  const lessons = course.modules.flatMap((module) => module.lessons.map((lesson) => ({ lesson, module })))
  return lessons.map((place, index) => ({ ...place, index }))
}

export type PlacedTest = { test: TestRef; course: SnapshotCourse; lesson: LessonRef }

/**
 * The language in which a lesson has its page: the wanted one, or, when its course does not have that language, the first
 * one that it has.
 */
export function readingLocale({ locale, path }: { locale: Locale; path: string }): Locale {
  const { of, locales } = getSnapshot()
  return [locale, ...locales].find((language) => of(language).lessons.has(path)) ?? locale
}

/** The languages that have a page of this lesson, and where readers of the others are sent: its course. */
export function lessonMade({ path, course }: { path: string; course: string }): { languages: Locale[]; otherwise: string } {
  const { of, locales } = getSnapshot()
  return { languages: locales.filter((language) => of(language).lessons.has(path)), otherwise: `courses/${course}/` }
}

/** Address of a lesson's page for readers of `locale`. */
export function lessonAddress({ locale, path }: { locale: Locale; path: string }): string {
  return paths.lesson(readingLocale({ locale, path }), path)
}

/** Every test once, with the first lesson that shows it; its page is in the languages of that lesson. */
export function listTests(locale: Locale): PlacedTest[] {
  const found = new Map<string, PlacedTest>()
  const content = getSnapshot().of(locale)
  for (const course of content.courses) {
    for (const { lesson } of lessonsInOrder(course)) {
      for (const test of lesson.tests) {
        if (!found.has(test.id) && content.lessons.has(lesson.path)) found.set(test.id, { test, course, lesson })
      }
    }
  }
  return [...found.values()]
}

/** Languages in which this course or lesson has a text of its own. */
export function translatedLocales(isTranslated: (locale: Locale) => boolean | undefined): Locale[] {
  return getSnapshot().locales.filter((locale) => isTranslated(locale) === true)
}

/** The language that a text is really in: its own when translated, else the one that it fell back to. */
export function textLocale({ locale, translated }: { locale: Locale; translated: Locale[] }): Locale {
  if (translated.includes(locale)) return locale
  const { defaultLocale } = getSnapshot().manifest
  return translated.includes(defaultLocale) ? defaultLocale : (translated[0] ?? defaultLocale)
}
