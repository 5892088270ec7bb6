import { type Locale, pickText, type SnapshotLesson } from '@lectern/content-schemas'
import type { Edition, EditionLesson, SqlRunner } from '@lectern/kernel'
import type { Editions } from './loadEditions.ts'
import type { MediaLibrary } from './mediaLibrary.ts'
import { resolveBody } from './resolveBody.ts'
import { languagesOf } from './texts.ts'
import { hashOf, toTestRef } from './toCourseRecord.ts'
import { toMaterialRefs } from './toMaterialRefs.ts'

/** Lessons whose texts are in memory at one time. */
const batchSize = 200

/**
 * The records of an edition's own lessons in one language, in the order of the course. A course that does not have the
 * language has no records in it; a single lesson that is not translated falls back and says so.
 */
export async function* lessonRecords({
  sql,
  edition,
  editions,
  media,
  locale,
}: {
  sql: SqlRunner
  edition: Edition
  editions: Editions
  media: MediaLibrary
  locale: Locale
}): AsyncGenerator<SnapshotLesson> {
  const languages = languagesOf(edition)
  if (!languages.includes(locale)) return
  const owned = edition.structure.modules.filter((module) => module.owned)
  const lessons = owned.flatMap((module) => module.lessons.map((lesson) => ({ lesson, module: module.slug })))
  for (let at = 0; at < lessons.length; at += batchSize) {
    const batch = lessons.slice(at, at + batchSize)
    const digests = batch.map(({ lesson }) => digestOf({ lesson, languages: [locale, ...languages] }))
    const bodies = await readBodies({ sql, digests })
    for (const { lesson, module } of batch) {
      const body = bodies.get(digestOf({ lesson, languages: [locale, ...languages] }))
      const record: Omit<SnapshotLesson, 'hash'> = {
        kind: 'lesson',
        id: lesson.id,
        course: edition.structure.course.slug,
        module,
        slug: lesson.slug,
        path: lesson.path,
        locale,
        translated: lesson.contents[locale] !== undefined,
        title: pickText({ text: lesson.title, locale }),
        summary: pickText({ text: lesson.summary, locale }),
        lessonKind: lesson.kind,
        minutes: lesson.minutes === null ? null : Math.round(lesson.minutes),
        access: lesson.access,
        completion: lesson.completion,
        tests: lesson.tests.map((test) => toTestRef({ test, locale })),
        materials: await toMaterialRefs({ materials: lesson.materials, media, locale }),
        body: body ? await resolveBody({ body, editions, media, lesson, locale }) : null,
      }
      yield { ...record, hash: hashOf(record) }
    }
  }
}

function digestOf({ lesson, languages }: { lesson: EditionLesson; languages: Locale[] }): string {
  const found = languages.map((language) => lesson.contents[language]).find((digest) => digest !== undefined)
  return found ?? Object.values(lesson.contents)[0] ?? ''
}

async function readBodies({ sql, digests }: { sql: SqlRunner; digests: string[] }): Promise<Map<string, unknown>> {
  const rows = await sql.rows<{ digest: string; body: unknown }>({
    text: `select "digest", "body" from "lesson_contents" where "digest" = any($1)`,
    values: [digests],
  })
  return new Map(rows.map(({ digest, body }) => [digest, body]))
}
