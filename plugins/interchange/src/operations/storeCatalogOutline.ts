import type { Locale } from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import { type CatalogRecord, toCatalogSlug, toSummary } from '../domain/catalog/records.ts'
import { digestOf } from './digest.ts'
import { findKnown, idFor, type KnownDocument, type Status, saveDocument } from './saveDocument.ts'
import { emptyCounts, type StoredCounts } from './storeCatalogBatch.ts'

type OutlineRecord = Exclude<CatalogRecord, { kind: 'lesson' }>
/** A module of the catalogue by its own name. */
export type CatalogModule = { id: string; course: string; sourceKey: string }
export type StoredOutline = { courses: string[]; modules: ReadonlyMap<string, CatalogModule>; counts: StoredCounts }

/** Writes the courses and modules of a catalogue. A course lists modules of its own and of courses before it. */
export async function storeCatalogOutline({
  req,
  records,
  locale,
  status,
}: {
  req: OperationRequest
  records: AsyncIterable<OutlineRecord>
  locale: Locale
  status: Status
}): Promise<StoredOutline> {
  const listed: OutlineRecord[] = []
  for await (const record of records) listed.push(record)
  const counts = emptyCounts()
  const slugs = listed.flatMap((record) => (record.kind === 'course' ? [toCatalogSlug(record.slug)] : []))
  const knownCourses = await findKnown({ req, collection: 'courses', where: { slug: { in: slugs } } })
  const courses = new Map(slugs.map((slug) => [slug, idFor(knownCourses.get(slug))]))

  for (const record of listed) {
    if (record.kind !== 'course' || knownCourses.has(toCatalogSlug(record.slug))) continue
    const slug = toCatalogSlug(record.slug)
    // Modules refer to their course, so it is there first, without them and unpublished.
    const data = { ...courseFields(record, locale), slug, modules: [], sourceKey: slug, contentHash: '' }
    const id = courses.get(slug) ?? idFor(undefined)
    await saveDocument({ req, collection: 'courses', id, known: undefined, data, status: 'draft' })
    knownCourses.set(slug, { id, contentHash: '' })
    counts.updated -= 1
    counts.created += 1
  }
  const modules = await storeModules({ req, listed, courses, locale, status, counts })
  for (const record of listed) {
    if (record.kind !== 'course') continue
    const slug = toCatalogSlug(record.slug)
    const id = courses.get(slug) ?? ''
    const fields = {
      ...courseFields(record, locale),
      slug,
      modules: record.modules.flatMap((name) => modules.get(name)?.id ?? []),
      sourceKey: slug,
    }
    const data = { ...fields, contentHash: digestOf({ ...fields, status }) }
    counts[await saveDocument({ req, collection: 'courses', id, known: knownCourses.get(slug), data, status })] += 1
  }
  return { courses: [...courses.values()], modules, counts }
}

async function storeModules({
  req,
  listed,
  courses,
  locale,
  status,
  counts,
}: {
  req: OperationRequest
  listed: OutlineRecord[]
  courses: ReadonlyMap<string, string>
  locale: Locale
  status: Status
  counts: StoredCounts
}): Promise<Map<string, CatalogModule>> {
  const records = listed.filter((record) => record.kind === 'module')
  const keyOf = (record: (typeof records)[number]) => `${toCatalogSlug(record.course)}/${toCatalogSlug(record.slug)}`
  const known: Map<string, KnownDocument> = await findKnown({
    req,
    collection: 'modules',
    where: { sourceKey: { in: records.map(keyOf) } },
  })
  const modules = new Map<string, CatalogModule>()
  for (const record of records) {
    const course = courses.get(toCatalogSlug(record.course))
    if (course === undefined) continue
    const sourceKey = keyOf(record)
    const id = idFor(known.get(sourceKey))
    modules.set(record.slug, { id, course, sourceKey })
    const summary = { [locale]: toSummary(record.intro) }
    const fields = { slug: toCatalogSlug(record.slug), course, title: { [locale]: titleOf(record) }, summary, sourceKey }
    const data = { ...fields, contentHash: digestOf({ ...fields, status }) }
    counts[await saveDocument({ req, collection: 'modules', id, known: known.get(sourceKey), data, status })] += 1
  }
  return modules
}

function courseFields(record: Extract<OutlineRecord, { kind: 'course' }>, locale: Locale): Record<string, unknown> {
  return { title: { [locale]: titleOf(record) }, summary: { [locale]: toSummary(record.intro) }, access: 'open' }
}

function titleOf({ title, slug }: OutlineRecord): string {
  return title.trim().slice(0, 400) || slug
}
