import {
  completionRuleSchema,
  courseAccessSchema,
  defaultLocale,
  type FolderProblem,
  levelSchema,
  locales,
  localizedTextSchema,
} from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import type { CollectionSlug } from 'payload'
import { z } from 'zod'
import type { CourseFolder, FolderLesson, FolderModule, LocalizedText } from '../domain/courseFolder/types.ts'
import type { ExportableType, Texts } from './exportTypes.ts'
import { findAll } from './findAll.ts'
import { bodiesFrom } from './loadBodies.ts'
import { loadTests } from './loadTests.ts'
import type { MediaLibrary } from './readMedia.ts'

const nullableText = z.record(z.string(), z.string().nullish()).nullish().transform(toLocalized)
const id = z.coerce.string()
const courseSchema = z.object({
  id,
  slug: z.string(),
  title: nullableText,
  summary: nullableText,
  level: levelSchema.nullish(),
  tags: z.array(z.string()).nullish(),
  subject: id.nullish(),
  authors: z.array(z.string()).nullish(),
  licence: z.string().nullish(),
  source: z.string().nullish(),
  access: courseAccessSchema.nullish(),
  price: z.object({ amount: z.number().nullish(), currency: z.string().nullish() }).nullish(),
  prerequisites: z.array(id).nullish(),
  cover: id.nullish(),
  hue: z.number().nullish(),
  modules: z.array(id).nullish(),
})
const moduleSchema = z.object({ id, slug: z.string(), title: nullableText, summary: nullableText })
const lessonSchema = z.object({
  id,
  slug: z.string(),
  module: id,
  order: z.number(),
  kind: z.enum(['lesson', 'assignment']),
  minutes: z.number().nullish(),
  preview: z.boolean().nullish(),
  completion: completionRuleSchema.nullish(),
  title: nullableText,
  summary: nullableText,
  body: z.record(z.string(), z.unknown()).nullish(),
})

export type Loaded = { course: CourseFolder; problems: FolderProblem[] }

/** A course of the CMS with everything in it, as a course folder says it. Null when there is none of this slug. */
export async function loadCourse({
  req,
  slug,
  questionTypes,
  media,
}: {
  req: OperationRequest
  slug: string
  questionTypes: ReadonlyMap<string, ExportableType>
  media: MediaLibrary
}): Promise<Loaded | null> {
  const [row] = await findAll({ req, collection: 'courses', where: { slug: { equals: slug } } })
  if (!row) return null
  const course = courseSchema.parse(row)
  const modules = (await findAll({ req, collection: 'modules', where: { id: { in: course.modules ?? [] } } })).map((one) =>
    moduleSchema.parse(one),
  )
  const lessons = (await findAll({ req, collection: 'lessons', where: { module: { in: course.modules ?? [] } } })).map((one) =>
    lessonSchema.parse(one),
  )
  const problems: FolderProblem[] = []
  const used = new Set<string>()
  const digestFor = (mediumId: string) => {
    const digest = media.byId.get(mediumId)?.digest
    if (digest === undefined)
      problems.push({ severity: 'warning', code: 'MEDIUM_MISSING', file: slug, message: `The file of ${mediumId} is missing.` })
    else used.add(digest)
    return digest
  }
  const { byLesson: tests, banks } = await loadTests({
    req,
    slug,
    lessons,
    questionTypes,
    problems,
    media: {
      byId: (mediumId) => {
        const digest = digestFor(mediumId)
        return digest === undefined ? null : `sha256:${digest}`
      },
      byUrl: (url) => {
        const digest = media.byUrl.get(url)?.digest
        if (digest === undefined) return null
        used.add(digest)
        return `sha256:${digest}`
      },
    },
  })
  const testKeys = new Map([...tests.values()].flat().map(({ id: testId, test }) => [testId, test.key]))
  const toLesson = (lesson: z.infer<typeof lessonSchema>): FolderLesson => ({
    name: '',
    slug: lesson.slug,
    kind: lesson.kind,
    minutes: lesson.minutes ?? undefined,
    preview: lesson.preview || undefined,
    completion: isDefault(lesson.completion) ? undefined : (lesson.completion ?? undefined),
    text: bodiesFrom({
      title: lesson.title,
      summary: lesson.summary,
      body: lesson.body ?? {},
      digestFor,
      keyFor: (test) => testKeys.get(test),
    }),
    tests: (tests.get(lesson.id) ?? []).map(({ test }) => test),
  })
  const toModule = (moduleId: string): FolderModule[] => {
    const module = modules.find((one) => one.id === moduleId)
    if (!module) return []
    const own = lessons.filter((lesson) => lesson.module === moduleId).sort((one, two) => one.order - two.order)
    return [{ name: '', slug: module.slug, text: textsFrom(module), lessons: own.map(toLesson) }]
  }
  const folder = {
    course: await courseFields({ req, course }),
    language: defaultLocale,
    text: textsFrom(course),
    cover: course.cover ? digestFor(course.cover) : undefined,
    modules: (course.modules ?? []).flatMap(toModule),
    banks,
  }
  const files = [...used].map((sha256) => ({ sha256, path: `images/${media.byDigest.get(sha256)?.filename ?? sha256}` }))
  return { course: { ...folder, media: files.sort((one, two) => (one.path < two.path ? -1 : 1)) }, problems }
}

async function courseFields({
  req,
  course,
}: {
  req: OperationRequest
  course: z.infer<typeof courseSchema>
}): Promise<CourseFolder['course']> {
  const { amount, currency } = course.price ?? {}
  return {
    slug: course.slug,
    level: course.level ?? undefined,
    tags: course.tags ?? [],
    subject: course.subject ? (await slugsOf({ req, collection: 'categories', ids: [course.subject] }))[0] : undefined,
    licence: course.licence ?? undefined,
    source: course.source ?? undefined,
    authors: course.authors ?? [],
    access: course.access && course.access !== 'open' ? course.access : undefined,
    price: amount !== null && amount !== undefined && currency ? { amount, currency } : undefined,
    prerequisites: await slugsOf({ req, collection: 'courses', ids: course.prerequisites ?? [] }),
    hue: course.hue ?? undefined,
  }
}

async function slugsOf({
  req,
  collection,
  ids,
}: {
  req: OperationRequest
  collection: CollectionSlug
  ids: string[]
}): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await findAll({ req, collection, where: { id: { in: ids } } })
  const slugs = new Map(rows.map((row) => z.object({ id, slug: z.string() }).parse(row)).map((row) => [row.id, row.slug]))
  return ids.flatMap((one) => slugs.get(one) ?? [])
}

function textsFrom({ title, summary }: { title: Texts; summary: Texts }): LocalizedText {
  return Object.fromEntries(
    locales.flatMap((locale) => (title[locale] ? [[locale, { title: title[locale], summary: summary[locale] ?? '' }]] : [])),
  )
}

function toLocalized(value: Record<string, string | null | undefined> | null | undefined): Texts {
  const present = Object.entries(value ?? {}).filter(([, text]) => typeof text === 'string' && text !== '')
  return localizedTextSchema.catch({}).parse(Object.fromEntries(present))
}

function isDefault(rule: z.infer<typeof completionRuleSchema> | null | undefined): boolean {
  return !rule || rule.kind === 'viewed'
}
