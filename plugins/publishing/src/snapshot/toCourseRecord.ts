import { createHash } from 'node:crypto'
import { type LessonRef, type Locale, levelSchema, pickText, type SnapshotCourse, type TestRef } from '@lectern/content-schemas'
import type { Edition, EditionLesson } from '@lectern/kernel'
import type { Editions } from './loadEditions.ts'
import type { MediaLibrary } from './mediaLibrary.ts'
import { isTranslated, languagesOf } from './texts.ts'
import { toMaterialRefs } from './toMaterialRefs.ts'

/** The record of one course in one language; texts that are not translated fall back. */
export async function toCourseRecord({
  edition,
  editions,
  media,
  locale,
}: {
  edition: Edition
  editions: Editions
  media: MediaLibrary
  locale: Locale
}): Promise<SnapshotCourse> {
  const { course, modules } = edition.structure
  const lessons = modules.flatMap((module) => module.lessons)
  const record: Omit<SnapshotCourse, 'hash'> = {
    kind: 'course',
    id: course.id,
    slug: course.slug,
    locale,
    translated: isTranslated({ text: course.title, locale }),
    languages: languagesOf(edition),
    title: pickText({ text: course.title, locale }),
    summary: pickText({ text: course.summary, locale }),
    level: levelSchema.nullable().catch(null).parse(course.level),
    subject: course.subject && { slug: course.subject.slug, title: pickText({ text: course.subject.title, locale }) },
    tags: course.tags,
    authors: course.authors,
    licence: course.licence,
    source: course.source,
    access: course.access,
    price: course.price,
    prerequisites: course.prerequisites.flatMap((id) => {
      const other = editions.byCourse.get(id)?.structure.course
      return other ? [{ slug: other.slug, title: pickText({ text: other.title, locale }) }] : []
    }),
    hue: course.hue,
    cover: course.cover ? await media.refOf({ id: course.cover, locale }) : null,
    minutes: lessons.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    lessonCount: lessons.length,
    publishedAt: edition.publishedAt,
    edition: { id: edition.id, number: edition.number },
    modules: modules.map((module) => ({
      id: module.id,
      slug: module.slug,
      title: pickText({ text: module.title, locale }),
      summary: pickText({ text: module.summary, locale }),
      lessons: module.lessons.map((lesson) => toLessonRef({ lesson, locale })),
    })),
    materials: await toMaterialRefs({ materials: edition.structure.materials, media, locale }),
  }
  return { ...record, hash: hashOf(record) }
}

function toLessonRef({ lesson, locale }: { lesson: EditionLesson; locale: Locale }): LessonRef {
  const { id, slug, path, kind, minutes, preview, access } = lesson
  return {
    id,
    slug,
    path,
    title: pickText({ text: lesson.title, locale }),
    summary: pickText({ text: lesson.summary, locale }),
    kind,
    minutes: minutes === null ? null : Math.round(minutes),
    preview,
    access,
    tests: lesson.tests.map((test) => toTestRef({ test, locale })),
  }
}

export function toTestRef({ test, locale }: { test: EditionLesson['tests'][number]; locale: Locale }): TestRef {
  return { ...test, title: pickText({ text: test.title, locale }) }
}

export function hashOf(record: unknown): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex').slice(0, 32)
}
