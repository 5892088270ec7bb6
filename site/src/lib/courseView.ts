import type { LessonRef, Locale, SnapshotCourse, SnapshotModule, TestRef } from '@lectern/content-schemas'
import { getSnapshot } from '../snapshot/getSnapshot.ts'

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

/** Every test once, with the first lesson that shows it. */
export function listTests(locale: Locale): PlacedTest[] {
  const found = new Map<string, PlacedTest>()
  for (const course of getSnapshot().of(locale).courses) {
    for (const { lesson } of lessonsInOrder(course)) {
      for (const test of lesson.tests) {
        if (!found.has(test.id)) found.set(test.id, { test, course, lesson })
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
