import { existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale, SnapshotCourse, SnapshotLesson, SnapshotManifest } from '@lectern/content-schemas'
import { snapshotCourseSchema, snapshotLessonSchema, snapshotManifestSchema } from '@lectern/content-schemas'
import type { z } from 'zod'
import { plainText } from '../richtext/renderRichText.ts'
import { readLines } from './readLines.ts'
import { describeIssues, SnapshotError } from './snapshotError.ts'

/** What is remembered of a lesson; its text is read again when its page is rendered. */
export type LessonEntry = {
  path: string
  course: string
  module: string
  slug: string
  access: 'public' | 'protected'
  translated: boolean
  /** None of a protected lesson: they are part of its text. */
  headings: string[]
  offset: number
  bytes: number
  line: number
}

export type LocaleContent = {
  locale: Locale
  courses: SnapshotCourse[]
  courseBySlug: Map<string, SnapshotCourse>
  lessons: Map<string, LessonEntry>
  readLesson: (path: string) => SnapshotLesson
}

export type Snapshot = {
  manifest: SnapshotManifest
  locales: Locale[]
  /** Names of the programming languages of code blocks, so that their grammars are loaded once. */
  codeLanguages: Set<string>
  of: (locale: Locale) => LocaleContent
}

/**
 * Reads and checks a snapshot folder: manifest, digests, every record, and that what refers to something finds it.
 * Throws SnapshotError at the first fault; a snapshot without a course is a fault, so that an empty site is never published.
 * Memory: course records and about 200 bytes a lesson.
 */
export function readSnapshot({ dir }: { dir: string }): Snapshot {
  const manifest = readManifest(dir)
  const codeLanguages = new Set<string>()
  const contents = new Map(manifest.locales.map((locale) => [locale, readLocale({ dir, manifest, locale, codeLanguages })]))
  if ([...contents.values()].every((content) => content.courses.length === 0)) {
    throw new SnapshotError({ code: 'SNAPSHOT_EMPTY', file: dir, what: 'no course in any language; publish one first' })
  }
  return {
    manifest,
    locales: manifest.locales,
    codeLanguages,
    of: (locale) => {
      const content = contents.get(locale)
      if (!content) throw new Error(`The snapshot has no locale ${locale}`)
      return content
    },
  }
}

function readManifest(dir: string): SnapshotManifest {
  const file = join(dir, 'manifest.json')
  if (!existsSync(file)) throw new SnapshotError({ code: 'SNAPSHOT_MISSING', file, what: 'not found; export a snapshot first' })
  const parsed = snapshotManifestSchema.safeParse(parseJson({ text: readFileSync(file, 'utf8'), file, line: 1 }))
  if (!parsed.success) throw new SnapshotError({ code: 'SNAPSHOT_BROKEN', file, what: describeIssues(parsed.error) })
  if (parsed.data.locales.length === 0) throw new SnapshotError({ code: 'SNAPSHOT_EMPTY', file, what: 'no locales' })
  return parsed.data
}

type ReadLocaleInput = { dir: string; manifest: SnapshotManifest; locale: Locale; codeLanguages: Set<string> }

function readLocale({ dir, manifest, locale, codeLanguages }: ReadLocaleInput): LocaleContent {
  const courses: SnapshotCourse[] = []
  readRecords({
    dir,
    manifest,
    name: `courses.${locale}.ndjson`,
    schema: snapshotCourseSchema,
    onRecord: ({ record }) => {
      courses.push(record)
    },
  })

  const lessons = new Map<string, LessonEntry>()
  const lessonsFile = join(dir, `lessons.${locale}.ndjson`)
  readRecords({
    dir,
    manifest,
    name: `lessons.${locale}.ndjson`,
    schema: snapshotLessonSchema,
    onRecord: ({ record, text, offset, bytes, line }) => {
      if (lessons.has(record.path)) {
        throw new SnapshotError({ code: 'SNAPSHOT_INCONSISTENT', file: lessonsFile, line, what: `second lesson ${record.path}` })
      }
      const { path, course, module, slug, access, translated } = record
      lessons.set(path, { path, course, module, slug, access, translated, headings: headingsOf(record), offset, bytes, line })
      for (const match of text.matchAll(/"language":"([^"\\]{1,40})"/g)) codeLanguages.add((match[1] ?? '').toLowerCase())
    },
  })

  const courseBySlug = new Map(courses.map((course) => [course.slug, course]))
  checkReferences({ courses, courseBySlug, lessons, dir, locale })
  return { locale, courses, courseBySlug, lessons, readLesson: createLessonReader({ file: lessonsFile, lessons }) }
}

function headingsOf({ access, body }: SnapshotLesson): string[] {
  if (access === 'protected') return []
  return (body?.root.children ?? []).filter(({ type }) => type === 'heading').map((node) => plainText(node).trim())
}

type SnapshotRecord<T> = { record: T; text: string; offset: number; bytes: number; line: number }
type ReadRecordsInput<T> = {
  dir: string
  manifest: SnapshotManifest
  name: string
  schema: z.ZodType<T>
  onRecord: (found: SnapshotRecord<T>) => void
}

function readRecords<T>({ dir, manifest, name, schema, onRecord }: ReadRecordsInput<T>): void {
  const file = join(dir, name)
  const listed = manifest.files.find((entry) => entry.name === name)
  if (!listed)
    throw new SnapshotError({ code: 'SNAPSHOT_BROKEN', file: join(dir, 'manifest.json'), what: `${name} is not listed` })
  if (!existsSync(file)) throw new SnapshotError({ code: 'SNAPSHOT_MISSING', file, what: 'listed in the manifest but not found' })
  let records = 0
  const { bytes, sha256 } = readLines({
    file,
    onLine: ({ text, offset, bytes, line }) => {
      records += 1
      const parsed = schema.safeParse(parseJson({ text, file, line }))
      if (!parsed.success) throw new SnapshotError({ code: 'SNAPSHOT_BROKEN', file, line, what: describeIssues(parsed.error) })
      onRecord({ record: parsed.data, text, offset, bytes, line })
    },
  })
  if (sha256 !== listed.sha256 || bytes !== listed.bytes || records !== listed.records) {
    throw new SnapshotError({
      code: 'SNAPSHOT_DIGEST',
      file,
      what: `the manifest says ${listed.records} records, ${listed.bytes} bytes, ${listed.sha256}; found ${records}, ${bytes}, ${sha256}`,
    })
  }
}

type CheckReferencesInput = {
  courses: SnapshotCourse[]
  courseBySlug: Map<string, SnapshotCourse>
  lessons: Map<string, LessonEntry>
  dir: string
  locale: Locale
}

function checkReferences({ courses, courseBySlug, lessons, dir, locale }: CheckReferencesInput): void {
  // A course that does not have this language is listed with its texts in another one, and read there.
  for (const course of courses.filter(({ languages }) => languages.includes(locale))) {
    for (const lesson of course.modules.flatMap((module) => module.lessons)) {
      if (lessons.has(lesson.path)) continue
      const file = join(dir, `courses.${locale}.ndjson`)
      const what = `course ${course.slug} lists lesson ${lesson.path}, which is not in lessons.${locale}.ndjson`
      throw new SnapshotError({ code: 'SNAPSHOT_INCONSISTENT', file, what })
    }
  }
  for (const lesson of lessons.values()) {
    if (courseBySlug.has(lesson.course)) continue
    const file = join(dir, `lessons.${locale}.ndjson`)
    const what = `lesson ${lesson.path} belongs to course ${lesson.course}, which is not in the snapshot`
    throw new SnapshotError({ code: 'SNAPSHOT_INCONSISTENT', file, line: lesson.line, what })
  }
}

function createLessonReader({ file, lessons }: { file: string; lessons: Map<string, LessonEntry> }) {
  let descriptor: number | undefined
  return (path: string): SnapshotLesson => {
    const entry = lessons.get(path)
    if (!entry) throw new Error(`No lesson ${path} in ${file}`)
    descriptor ??= openSync(file, 'r')
    const buffer = Buffer.allocUnsafe(entry.bytes)
    readSync(descriptor, buffer, 0, entry.bytes, entry.offset)
    return snapshotLessonSchema.parse(parseJson({ text: buffer.toString('utf8'), file, line: entry.line }))
  }
}

function parseJson({ text, file, line }: { text: string; file: string; line: number }): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new SnapshotError({ code: 'SNAPSHOT_BROKEN', file, line, what: `not JSON: ${String(error)}` })
  }
}
