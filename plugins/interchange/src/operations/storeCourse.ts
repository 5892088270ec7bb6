import type { FolderProblem } from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import type { CourseFolder, FolderModule } from '../domain/courseFolder/types.ts'
import { createCategoryFinder } from './categories.ts'
import { digestOf } from './digest.ts'
import type { ExportableType } from './exportTypes.ts'
import { findReferences } from './findReferences.ts'
import type { PlacedMedium } from './placeMedia.ts'
import { pruneCourse } from './pruneCourse.ts'
import { findKnown, type Imported, idFor, type Status, saveDocument } from './saveDocument.ts'
import { storeBanks } from './storeBanks.ts'
import type { ImportReport, KnownDocuments, StoreContext } from './storeContext.ts'
import { storeLesson } from './storeLesson.ts'
import { textOf } from './textOf.ts'

/** Writes a course and everything in it; to be called in a transaction. */
export async function storeCourse({
  req,
  course,
  media,
  questionTypes,
  status,
}: {
  req: OperationRequest
  course: CourseFolder
  media: ReadonlyMap<string, PlacedMedium>
  questionTypes: ReadonlyMap<string, ExportableType>
  status: Status
}): Promise<ImportReport> {
  const { slug } = course.course
  const known = await findAllKnown(req, slug)
  const courseId = idFor(known.courses.get(slug))
  const counts = { created: 0, updated: 0, unchanged: 0 }
  const used = new Set<string>()
  const problems: FolderProblem[] = []
  const save: StoreContext['save'] = async ({ collection, sourceKey, id, data }) => {
    const document = { ...data, sourceKey, contentHash: digestOf({ ...data, status }) }
    const saved = await saveDocument({ req, collection, id, known: known[collection].get(sourceKey), data: document, status })
    counts[saved] += 1
    used.add(`${collection} ${sourceKey}`)
    return saved
  }
  const bankIds = new Map<string, string>()
  const categories = createCategoryFinder({ req, course: courseId, language: course.language })
  const context: StoreContext = { req, course, courseId, known, media, questionTypes, problems, categories, bankIds, save }

  const fields = await courseFields(context)
  const modules = course.modules.map((module) => ({ module, id: idFor(known.modules.get(`${slug}/${module.slug}`)) }))
  // Modules refer to the course and the course to its modules, so a new course is written without them first.
  if (!known.courses.has(slug)) {
    const data = { ...fields, slug, modules: [], sourceKey: slug, contentHash: '' }
    await saveDocument({ req, collection: 'courses', id: courseId, known: undefined, data, status: 'draft' })
    known.courses.set(slug, { id: courseId, contentHash: '' })
    counts.updated -= 1
    counts.created += 1
  }
  await storeBanks(context)
  for (const { module, id } of modules) await storeModule({ module, id, context })
  await save({
    collection: 'courses',
    sourceKey: slug,
    id: courseId,
    data: { ...fields, slug, modules: modules.map(({ id }) => id) },
  })
  const removed = await pruneCourse({ req, known, isUsed: (collection, key) => used.has(`${collection} ${key}`) })
  return { course: courseId, ...counts, removed, problems }
}

async function storeModule({ module, id, context }: { module: FolderModule; id: string; context: StoreContext }): Promise<void> {
  const { course, courseId, save } = context
  const sourceKey = `${course.course.slug}/${module.slug}`
  const data = {
    slug: module.slug,
    course: courseId,
    title: textOf(module.text, 'title'),
    summary: textOf(module.text, 'summary'),
  }
  await save({ collection: 'modules', sourceKey, id, data })
  for (const [order, lesson] of module.lessons.entries())
    await storeLesson({ lesson, order, moduleKey: sourceKey, moduleId: id, context })
}

async function courseFields({ req, course, media, problems }: StoreContext): Promise<Record<string, unknown>> {
  const { course: yaml, text, cover } = course
  const { subject, prerequisites, problems: missing } = await findReferences({ req, yaml })
  problems.push(...missing)
  return {
    title: textOf(text, 'title'),
    summary: textOf(text, 'summary'),
    level: yaml.level ?? null,
    tags: yaml.tags,
    subject,
    authors: yaml.authors,
    licence: yaml.licence ?? null,
    source: yaml.source ?? null,
    access: yaml.access ?? 'open',
    price: { amount: yaml.price?.amount ?? null, currency: yaml.price?.currency ?? null },
    prerequisites,
    cover: cover === undefined ? null : (media.get(cover)?.id ?? null),
    hue: yaml.hue ?? null,
  }
}

async function findAllKnown(req: OperationRequest, slug: string): Promise<KnownDocuments> {
  const below = { sourceKey: { like: `${slug}/` } }
  const find = async (collection: Imported) => {
    const found = await findKnown({ req, collection, where: below })
    return new Map([...found].filter(([key]) => key.startsWith(`${slug}/`)))
  }
  const courses = await findKnown({ req, collection: 'courses', where: { slug: { equals: slug } } })
  const own = courses.get(slug)
  return {
    courses: own ? new Map([[slug, own]]) : new Map(),
    modules: await find('modules'),
    lessons: await find('lessons'),
    tests: await find('tests'),
    questions: await find('questions'),
  }
}
