import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locale, SnapshotLesson, SnapshotManifest } from '@lectern/content-schemas'
import { writeRecords } from './fixture.ts'
import { block, document, heading, paragraph, text } from './fixtureText.ts'

const locales: Locale[] = ['en', 'ru']
const lessonsPerModule = 16

/**
 * Writes a snapshot of catalogue size for measuring builds: lessons of 4–10 KB of JSON with a code listing of their own in
 * every other one, spread over 98 courses. The text is invented from numbers; the same call gives the same files.
 */
export function generateSnapshot({ dir, lessons, withTests }: { dir: string; lessons: number; withTests: boolean }): void {
  mkdirSync(join(dir, 'media'), { recursive: true })
  const courses = Math.min(98, lessons)
  const files: SnapshotManifest['files'] = []
  for (const locale of locales) {
    const lessonRecords = Array.from({ length: lessons }, (_, index) => toLesson({ index, courses, locale, withTests }))
    const byCourse = Map.groupBy(lessonRecords, ({ course }) => course)
    const courseRecords = [...byCourse].map(([slug, own], index) => toCourse({ slug, own, index, locale }))
    files.push(writeRecords({ dir, name: `courses.${locale}.ndjson`, records: courseRecords }))
    files.push(writeRecords({ dir, name: `lessons.${locale}.ndjson`, records: lessonRecords }))
  }
  const manifest: SnapshotManifest = {
    version: 1,
    createdAt: '2026-01-05T10:00:00.000Z',
    locales,
    defaultLocale: 'en',
    site: { imprint: {}, authors: [] },
    files,
  }
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest))
}

type ToLessonInput = { index: number; courses: number; locale: Locale; withTests: boolean }

function toLesson({ index, courses, locale, withTests }: ToLessonInput): SnapshotLesson {
  const course = `course-${index % courses}`
  const number = Math.floor(index / courses)
  const module = `module-${Math.floor(number / lessonsPerModule)}`
  const slug = `lesson-${number}`
  const sentence =
    locale === 'en'
      ? 'Step by step the program grows, and every part of it can be tried at once. '
      : 'Шаг за шагом программа растёт, и каждую её часть можно сразу попробовать. '
  const filler = sentence.repeat(4 + (index % 9))
  const code = `function step${index}(values) {\n  const total = values.reduce((sum, value) => sum + value, ${index});\n  // keep the result\n  return { total, name: "step ${index}" };\n}\n`
  const body = document(
    ...Array.from({ length: 4 }, (_, part) => [
      heading(2, `Part ${part + 1}`),
      paragraph(filler, text(`value${part}`, 16), filler),
    ]).flat(),
    ...(index % 2 === 0 ? [block({ blockType: 'code', language: 'javascript', code })] : []),
  )
  const test = {
    id: toId('e', index),
    key: 'post',
    title: `Test ${index}`,
    placement: 'after',
    kind: 'graded',
    questions: 3,
    passPercent: 60,
    maxAttempts: null,
    timeLimitSeconds: null,
  } as const
  return {
    kind: 'lesson',
    id: toId('b', index),
    course,
    module,
    slug,
    path: `${course}/${module}/${slug}`,
    locale,
    translated: true,
    title: `Lesson ${number}`,
    summary: '',
    lessonKind: 'lesson',
    minutes: 5,
    access: index % 3 === 0 ? 'protected' : 'public',
    completion: { kind: 'viewed' },
    tests: withTests && index % 2 === 0 ? [test] : [],
    materials: [],
    body,
    hash: String(index),
  }
}

type ToCourseInput = { slug: string; own: SnapshotLesson[]; index: number; locale: Locale }

function toCourse({ slug, own, index, locale }: ToCourseInput): Record<string, unknown> {
  const modules = [...Map.groupBy(own, ({ module }) => module)].map(([module, lessons], position) => ({
    id: toId('a', index * 1000 + position),
    slug: module,
    title: `Module ${position + 1}`,
    summary: '',
    lessons: lessons.map(({ id, slug: lesson, path, title, minutes, access, tests }) => {
      return { id, slug: lesson, path, title, summary: '', kind: 'lesson', minutes, preview: false, access, tests }
    }),
  }))
  return {
    kind: 'course',
    id: toId('c', index),
    slug,
    locale,
    translated: true,
    languages: locales,
    title: `Course ${index}`,
    summary: 'A course of the size that is measured.',
    level: 'beginner',
    subject: { slug: `subject-${index % 7}`, title: `Subject ${index % 7}` },
    tags: [],
    authors: [],
    licence: null,
    source: null,
    access: 'enrolled',
    price: null,
    prerequisites: [],
    hue: null,
    cover: null,
    minutes: own.length * 5,
    lessonCount: own.length,
    publishedAt: '2026-01-04T08:00:00.000Z',
    edition: { id: toId('d', index), number: 1 },
    modules,
    materials: [],
    hash: slug,
  }
}

function toId(kind: string, number: number): string {
  return `01990000-0000-7000-8000-${kind}${number.toString(16).padStart(11, '0')}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , dir = '', lessons = '16646', tests = 'tests'] = process.argv
  generateSnapshot({ dir, lessons: Number(lessons), withTests: tests === 'tests' })
}
