import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LessonRef, Locale, SnapshotCourse, SnapshotLesson, SnapshotManifest, TestRef } from '@lectern/content-schemas'
import sharp from 'sharp'
import { kitchenSink, type Media, proseBody } from './fixtureText.ts'

/** Words that only protected lessons contain, so that a search of the public output can prove their absence. */
export const secretSentence: Record<Locale, string> = {
  en: 'Seventeen herons crossed the estuary before the tide gauge failed.',
  ru: 'Семнадцать цапель пересекли лиман, прежде чем отказал мареограф.',
  ar: 'عبرت سبع عشرة مالكة حزينة المصبّ قبل أن يتعطّل مقياس المد.',
}

export const fixtureTestId = '01990000-0000-7000-8000-0000000000e1'

type Text = Record<Locale, string>
type LessonPlan = {
  slug: string
  title: Text
  minutes: number
  access: 'public' | 'protected'
  body: 'sink' | 'prose' | 'secret'
  kind?: 'assignment'
}
type CoursePlan = {
  slug: string
  title: Text
  summary: Text
  access: SnapshotCourse['access']
  subject: { slug: string; title: Text }
  level: SnapshotCourse['level']
  translatedTo: Locale[]
  modules: { slug: string; title: Text; lessons: LessonPlan[] }[]
}

const plans: CoursePlan[] = [
  {
    slug: 'reading-the-weather',
    title: { en: 'Reading the weather', ru: 'Как читать погоду', ar: 'قراءة الطقس' },
    summary: {
      en: 'Clouds, wind and pressure: what the sky says about tomorrow, and how to write it down.',
      ru: 'Облака, ветер и давление: что небо говорит о завтрашнем дне и как это записать.',
      ar: 'الغيوم والريح والضغط: ماذا تقول السماء عن الغد، وكيف ندوّنه.',
    },
    access: 'open',
    subject: { slug: 'nature', title: { en: 'Nature', ru: 'Природа', ar: 'الطبيعة' } },
    level: 'beginner',
    translatedTo: ['en', 'ru', 'ar'],
    modules: [
      {
        slug: 'sky',
        title: { en: 'Looking up', ru: 'Смотрим вверх', ar: 'النظر إلى الأعلى' },
        lessons: [
          {
            slug: 'clouds',
            title: { en: 'The ten kinds of cloud', ru: 'Десять видов облаков', ar: 'أنواع الغيوم العشرة' },
            minutes: 14,
            access: 'public',
            body: 'sink',
          },
          {
            slug: 'wind',
            title: { en: 'Where the wind comes from', ru: 'Откуда берётся ветер', ar: 'من أين تأتي الريح' },
            minutes: 9,
            access: 'public',
            body: 'prose',
          },
        ],
      },
      {
        slug: 'instruments',
        title: { en: 'Instruments', ru: 'Приборы', ar: 'الأدوات' },
        lessons: [
          {
            slug: 'barometer',
            title: { en: 'A barometer from a jar', ru: 'Барометр из банки', ar: 'مقياس ضغط من مرطبان' },
            minutes: 25,
            access: 'public',
            body: 'prose',
          },
          {
            slug: 'diary',
            title: { en: 'Keep a weather diary for a week', ru: 'Неделю ведите дневник погоды', ar: 'دوّن يوميات الطقس أسبوعًا' },
            minutes: 40,
            access: 'public',
            body: 'prose',
            kind: 'assignment',
          },
        ],
      },
    ],
  },
  {
    slug: 'tides-and-shores',
    title: { en: 'Tides and shores', ru: 'Приливы и берега', ar: 'المد والشواطئ' },
    summary: {
      en: 'Why the sea comes and goes, and how to plan a walk around it.',
      ru: 'Почему море приходит и уходит и как спланировать прогулку вокруг него.',
      ar: 'لماذا يأتي البحر ويذهب، وكيف تخطّط لنزهة حوله.',
    },
    access: 'enrolled',
    subject: { slug: 'nature', title: { en: 'Nature', ru: 'Природа', ar: 'الطبيعة' } },
    level: 'intermediate',
    translatedTo: ['en'],
    modules: [
      {
        slug: 'moon',
        title: { en: 'The moon pulls', ru: 'Луна тянет', ar: 'القمر يجذب' },
        lessons: [
          {
            slug: 'why-tides',
            title: { en: 'Why there are tides', ru: 'Почему бывают приливы', ar: 'لماذا يحدث المد' },
            minutes: 11,
            access: 'public',
            body: 'prose',
          },
          {
            slug: 'tide-tables',
            title: { en: 'Reading a tide table', ru: 'Как читать таблицу приливов', ar: 'قراءة جدول المد' },
            minutes: 18,
            access: 'protected',
            body: 'secret',
          },
        ],
      },
    ],
  },
]

const picture: Media = {
  id: '01990000-0000-7000-8000-0000000000a1',
  file: 'clouds.jpg',
  mimeType: 'image/jpeg',
  filesize: 40_000,
  width: 1200,
  height: 700,
  alt: 'Rows of cloud over a low horizon',
  sizes: [
    { file: 'clouds-600.avif', mimeType: 'image/avif', width: 600, height: 350 },
    { file: 'clouds-600.webp', mimeType: 'image/webp', width: 600, height: 350 },
  ],
}

const sheet: Media = {
  id: '01990000-0000-7000-8000-0000000000a2',
  file: 'diary-sheet.pdf',
  mimeType: 'application/pdf',
  filesize: 18_400,
  width: null,
  height: null,
  alt: '',
  sizes: [],
}

function testRef(locale: Locale): TestRef {
  return {
    id: fixtureTestId,
    key: 'post',
    title: { en: 'What do these clouds bring?', ru: 'Что несут эти облака?', ar: 'ماذا تحمل هذه الغيوم؟' }[locale],
    placement: 'after',
    kind: 'graded',
    questions: 3,
    passPercent: 60,
    maxAttempts: 3,
    timeLimitSeconds: 900,
  }
}

const locales: Locale[] = ['en', 'ru', 'ar']

/** Writes a small snapshot of two courses with every kind of block, one course protected. Returns its folder. */
export async function writeFixture({
  dir = mkdtempSync(join(tmpdir(), 'lectern-fixture-')),
}: {
  dir?: string
} = {}): Promise<string> {
  mkdirSync(join(dir, 'media'), { recursive: true })
  await writeMedia(join(dir, 'media'))
  const files: SnapshotManifest['files'] = []
  for (const locale of locales) {
    const records = plans.map((plan, index) => toRecords({ plan, index, locale }))
    files.push(writeRecords({ dir, name: `courses.${locale}.ndjson`, records: records.map(({ course }) => course) }))
    files.push(writeRecords({ dir, name: `lessons.${locale}.ndjson`, records: records.flatMap(({ lessons }) => lessons) }))
  }
  const manifest: SnapshotManifest = {
    version: 1,
    createdAt: '2026-01-05T10:00:00.000Z',
    locales,
    defaultLocale: 'en',
    site: {
      imprint: { en: 'Run by the weather station.\n\nWrite to <station@example.org>.', ru: 'Сайт метеостанции.' },
      authors: [{ name: 'Ada Marsh', about: { en: 'Watches clouds.\n\nSince 1990.' } }],
    },
    files,
  }
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest))
  return dir
}

/** Writes records one a line and says what the manifest says of them. */
export function writeRecords({
  dir,
  name,
  records,
}: {
  dir: string
  name: string
  records: unknown[]
}): SnapshotManifest['files'][number] {
  const text = records.map((record) => `${JSON.stringify(record)}\n`).join('')
  mkdirSync(dirname(join(dir, name)), { recursive: true })
  writeFileSync(join(dir, name), text)
  const sha256 = createHash('sha256').update(text).digest('hex')
  return { name, records: records.length, bytes: Buffer.byteLength(text), sha256 }
}

type ToRecordsInput = { plan: CoursePlan; index: number; locale: Locale }

function toRecords({ plan, index, locale }: ToRecordsInput): { course: SnapshotCourse; lessons: SnapshotLesson[] } {
  const translated = plan.translatedTo.includes(locale)
  const textLocale = translated ? locale : 'en'
  const id = (part: string, number: number): string =>
    `01990000-0000-7000-8000-${part}${String(index)}${String(number).padStart(7, '0')}0`.slice(0, 36)
  let number = 0
  const lessons: SnapshotLesson[] = []
  const modules = plan.modules.map((module, moduleIndex) => ({
    id: id('aaa', moduleIndex),
    slug: module.slug,
    title: module.title[textLocale],
    summary: '',
    lessons: module.lessons.map((lesson): LessonRef => {
      number += 1
      const path = `${plan.slug}/${module.slug}/${lesson.slug}`
      const tests = lesson.body === 'sink' ? [testRef(textLocale)] : []
      const shared = {
        id: id('bbb', number),
        slug: lesson.slug,
        path,
        title: lesson.title[textLocale],
        summary: '',
        minutes: lesson.minutes,
        access: lesson.access,
        tests,
      }
      const kind = lesson.kind ?? 'lesson'
      lessons.push({
        ...shared,
        kind: 'lesson',
        course: plan.slug,
        module: module.slug,
        locale,
        translated,
        lessonKind: kind,
        completion:
          lesson.body === 'sink'
            ? { kind: 'allOf', of: [{ kind: 'viewed' }, { kind: 'testPassed', test: 'post', percent: 60 }] }
            : { kind: 'done' },
        body: toBody({ lesson, locale: textLocale }),
        materials: [
          {
            id: `m-${path}`,
            title: { en: 'Cheat sheet', ru: 'Памятка', ar: 'ورقة مختصرة' }[textLocale],
            url: 'https://example.org/sheet',
            mediaRef: null,
          },
        ],
        hash: `${path}-${locale}`,
      })
      return { ...shared, kind, preview: plan.access !== 'open' && lesson.access === 'public' }
    }),
  }))
  const course: SnapshotCourse = {
    kind: 'course',
    id: id('ccc', 0),
    slug: plan.slug,
    locale,
    translated,
    languages: plan.translatedTo,
    title: plan.title[textLocale],
    summary: plan.summary[textLocale],
    level: plan.level,
    subject: { slug: plan.subject.slug, title: plan.subject.title[locale] },
    tags: [],
    authors: ['Ada Marsh', 'Ilya Veter'],
    licence: 'CC BY 4.0',
    source: null,
    access: plan.access,
    price: null,
    prerequisites: plan.access === 'open' ? [] : [{ slug: 'reading-the-weather', title: plans[0]?.title[textLocale] ?? '' }],
    hue: null,
    cover: null,
    minutes: lessons.reduce((sum, lesson) => sum + (lesson.minutes ?? 0), 0),
    lessonCount: lessons.length,
    publishedAt: '2026-01-04T08:00:00.000Z',
    edition: { id: id('ddd', 0), number: 3 },
    modules,
    materials: [],
    hash: `${plan.slug}-${locale}`,
  }
  // Arabic shows what a snapshot says of a course without the language: the course, and none of its lessons.
  return { course, lessons: translated || locale !== 'ar' ? lessons : [] }
}

function toBody({ lesson, locale }: { lesson: LessonPlan; locale: Locale }) {
  if (lesson.body === 'sink') return kitchenSink({ locale, picture, sheet, testRef: testRef(locale) })
  return proseBody({ locale, ...(lesson.body === 'secret' ? { extra: secretSentence[locale], sheet } : {}) })
}

async function writeMedia(dir: string): Promise<void> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="700"><rect width="1200" height="700" fill="#9db8c9"/><g fill="#eef2f3"><ellipse cx="300" cy="230" rx="260" ry="70"/><ellipse cx="820" cy="330" rx="320" ry="90"/></g><path d="M0 600H1200V700H0z" fill="#46584c"/></svg>`
  const source = sharp(Buffer.from(svg))
  await source.clone().jpeg({ quality: 80 }).toFile(join(dir, 'clouds.jpg'))
  await source.clone().resize(600).avif({ quality: 50 }).toFile(join(dir, 'clouds-600.avif'))
  await source.clone().resize(600).webp({ quality: 70 }).toFile(join(dir, 'clouds-600.webp'))
  writeFileSync(join(dir, 'diary-sheet.pdf'), '%PDF-1.4\n%%EOF\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , target] = process.argv
  console.log(await writeFixture(target ? { dir: target } : {}))
}
