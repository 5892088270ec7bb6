import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { snapshotCourseSchema, snapshotLessonSchema, snapshotManifestSchema } from '@lectern/content-schemas'
import { writeSnapshot } from '@lectern/publishing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse, paragraph, publish } from '../support/createCourse.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.stop())

const system = { overrideAccess: true, depth: 0 } as const

async function editionsOf({ course }: { course: string }) {
  const { docs } = await cms.payload.find({
    collection: 'editions',
    where: { course: { equals: course } },
    sort: 'number',
    ...system,
  })
  return docs.map((doc) => ({ number: doc.number, current: doc.current }))
}

async function snapshot() {
  const folder = mkdtempSync(path.join(tmpdir(), 'lectern-snapshot-'))
  const result = await writeSnapshot({ req: { payload: cms.payload }, folder, mediaFolder: folder, renditions: folder })
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8')
  return {
    folder,
    result,
    read,
    records: (name: string) =>
      read(name)
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
  }
}

/** A paragraph with one inline block behind its words. */
function paragraphWith(fields: Record<string, unknown>) {
  const { root } = paragraph('Words')
  const children = root.children.map((block) => ({
    ...block,
    children: [...block.children, { type: 'inlineBlock', version: 1, fields: { id: '65f0c0ffee65f0c0ffee65f0', ...fields } }],
  }))
  return { root: { ...root, children } }
}

describe('footnotes and formulas of an editor', () => {
  it('are saved and reach the site with their text', async () => {
    const { course, lessons, slug } = await createCourse({ cms })
    const body = paragraphWith({ blockType: 'footnote', content: paragraphWith({ blockType: 'formula', tex: 'n/m' }) })
    await cms.payload.update({ collection: 'lessons', id: lessons[1] ?? '', data: { body, _status: 'published' }, ...system })
    await publish({ cms, course })
    const lesson = (await snapshot()).records('lessons.en.ndjson').find(({ path: place }) => place === `${slug}/module/lesson-1`)
    expect(lesson.body.root.children[0].children[1]).toMatchObject({
      type: 'inlineBlock',
      fields: {
        blockType: 'footnote',
        content: { root: { children: [{ children: [{ text: 'Words' }, { fields: { blockType: 'formula', tex: 'n/m' } }] }] } },
      },
    })
  })

  it('are refused with the reason when the TeX cannot be read', async () => {
    const { lessons } = await createCourse({ cms })
    const body = paragraphWith({ blockType: 'formula', tex: '\\frac{n' })
    const save = cms.payload.update({
      collection: 'lessons',
      id: lessons[1] ?? '',
      data: { body, _status: 'published' },
      ...system,
    })
    await expect(save.catch((error: unknown) => JSON.stringify(error))).resolves.toContain('KaTeX parse error')
  })
})

describe('editions', () => {
  it('makes no new edition when nothing has changed', async () => {
    const { course } = await createCourse({ cms })
    const again = await publish({ cms, course })
    expect([again.outcome, await editionsOf({ course })]).toEqual(['unchanged', [{ number: 1, current: true }]])
  })

  it('makes one edition out of ten publications at once', async () => {
    const { course, lessons } = await createCourse({ cms })
    await cms.payload.update({
      collection: 'lessons',
      id: lessons[1] ?? '',
      data: { title: 'New title', _status: 'published' },
      ...system,
    })
    const results = await Promise.all(Array.from({ length: 10 }, () => publish({ cms, course })))
    expect([results.filter(({ outcome }) => outcome === 'published').length, await editionsOf({ course })]).toEqual([
      1,
      [
        { number: 1, current: false },
        { number: 2, current: true },
      ],
    ])
  })

  it('keeps drafts out', async () => {
    const { course, lessons, slug } = await createCourse({ cms })
    await cms.payload.update({
      collection: 'lessons',
      id: lessons[1] ?? '',
      data: { title: 'Unfinished' },
      draft: true,
      ...system,
    })
    const { outcome } = await publish({ cms, course })
    const { read } = await snapshot()
    expect([
      outcome,
      read('courses.en.ndjson').includes('Unfinished'),
      read('lessons.en.ndjson').includes(`PROTECTED-${slug}-1`),
    ]).toEqual(['unchanged', false, true])
  })

  it('follows an editor who publishes a lesson, by the queue', async () => {
    const { course, lessons } = await createCourse({ cms })
    await cms.payload.update({
      collection: 'lessons',
      id: lessons[1] ?? '',
      data: { body: paragraph('Changed text'), _status: 'published' },
      ...system,
    })
    const waiting = await cms.payload.db.pool.query(`select count(*)::int as jobs from graphile_worker.jobs where key = $1`, [
      `publishing.publish-course:${course}`,
    ])
    expect(waiting.rows[0]).toEqual({ jobs: 1 })
  })

  it('withdraws a course that is no longer published', async () => {
    const { course } = await createCourse({ cms })
    await cms.payload.update({ collection: 'courses', id: course, data: { _status: 'draft' }, ...system })
    const { outcome } = await publish({ cms, course })
    expect([outcome, await editionsOf({ course })]).toEqual(['withdrawn', [{ number: 1, current: false }]])
  })
})

describe('slugs', () => {
  const lesson = ({ course, module }: { course: string; module: string }) => ({
    title: 'Twice',
    slug: 'lesson-0',
    course,
    module,
    order: 5,
    kind: 'lesson',
    _status: 'published',
  })

  it('refuses a second lesson of the same name in a module, and says so at the field', async () => {
    const { course, module } = await createCourse({ cms })
    const error = await cms.payload
      .create({ collection: 'lessons', data: lesson({ course, module }), ...system })
      .catch((thrown) => thrown)
    expect(error.data.errors).toEqual([expect.objectContaining({ path: 'slug', message: 'SLUG_TAKEN' })])
  })

  it('lets one of two through when both come at once', async () => {
    const { course, module } = await createCourse({ cms })
    const data = { ...lesson({ course, module }), slug: 'at-once' }
    const results = await Promise.allSettled([1, 2].map(() => cms.payload.create({ collection: 'lessons', data, ...system })))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('the settings of the site', () => {
  it('are empty until somebody writes them', async () => {
    const { read } = await snapshot()
    expect(snapshotManifestSchema.parse(JSON.parse(read('manifest.json'))).site).toEqual({ imprint: {}, authors: [] })
  })

  it('come into the snapshot in the languages that they have, and renew the site', async () => {
    const user = await cms.createUser({ roles: ['editor'] })
    const update = (locale: string, data: Record<string, unknown>) =>
      cms.rest({ method: 'POST', path: `/globals/site-settings?locale=${locale}`, body: data, user })
    await cms.payload.db.pool.query(`delete from graphile_worker._private_jobs where key = 'publishing.rebuild-site'`)
    const saved = await update('en', { imprint: 'The station', authors: [{ name: 'Ada Marsh', about: 'Clouds' }] })
    await update('ru', {
      imprint: 'Станция',
      authors: [{ id: (await saved.json()).result.authors[0].id, name: 'Ada Marsh', about: ' ' }],
    })
    const jobs = await cms.payload.db.pool.query(
      `select count(*)::int as jobs from graphile_worker.jobs where key = 'publishing.rebuild-site'`,
    )
    const { read } = await snapshot()
    expect(snapshotManifestSchema.parse(JSON.parse(read('manifest.json'))).site).toEqual({
      imprint: { en: 'The station', ru: 'Станция' },
      authors: [{ name: 'Ada Marsh', about: { en: 'Clouds' } }],
    })
    expect(jobs.rows).toEqual([{ jobs: 1 }])
  })

  it.each(['learner', 'instructor', 'moderator'] as const)('are not changed by a person who is a %s', async (role) => {
    const user = await cms.createUser({ roles: [role] })
    const { status } = await cms.rest({ method: 'POST', path: '/globals/site-settings', body: { imprint: 'Mine' }, user })
    expect(status).toBe(403)
  })

  it('are not read by visitors and learners', async () => {
    const user = await cms.createUser({ roles: ['learner'] })
    const answers = await Promise.all([
      cms.rest({ method: 'GET', path: '/globals/site-settings' }),
      cms.rest({ method: 'GET', path: '/globals/site-settings', user }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([403, 403])
  })
})

describe('the snapshot', () => {
  it('fits its schemas and tells its digests', async () => {
    await createCourse({ cms })
    const { records, read, result } = await snapshot()
    const manifest = snapshotManifestSchema.parse(JSON.parse(read('manifest.json')))
    for (const record of records('courses.en.ndjson')) snapshotCourseSchema.parse(record)
    for (const record of records('lessons.en.ndjson')) snapshotLessonSchema.parse(record)
    expect(manifest.files.find(({ name }) => name === 'lessons.en.ndjson')?.records).toBe(result.lessons)
  })

  it('is the same, byte for byte, when nothing has changed', async () => {
    const first = await snapshot()
    const second = await snapshot()
    expect(second.read('lessons.en.ndjson')).toBe(first.read('lessons.en.ndjson'))
  })

  it('holds nothing of a question', async () => {
    await createCourse({ cms })
    const { read, folder } = await snapshot()
    const everything = ['manifest.json', 'courses.en.ndjson', 'courses.ru.ndjson', 'lessons.en.ndjson', 'lessons.ru.ndjson']
      .map(read)
      .join('')
    expect([folder.length > 0, /canary/i.test(everything), everything.includes('Which is right')]).toEqual([true, false, false])
  })

  it('marks the lessons of a course that needs enrolment as protected', async () => {
    const { slug } = await createCourse({ cms, access: 'enrolled' })
    const { records } = await snapshot()
    const access = records('lessons.en.ndjson')
      .filter(({ course }) => course === slug)
      .map((record) => record.access)
    expect(access).toEqual(['protected', 'protected'])
  })

  it('carries the materials of a lesson and of the course', async () => {
    const { course, lessons, slug } = await createCourse({ cms })
    const link = { kind: 'link', url: 'https://example.org/sheet', _status: 'published' } as const
    await cms.payload.create({ collection: 'materials', data: { title: 'For the course', course, ...link }, ...system })
    await cms.payload.create({
      collection: 'materials',
      data: { title: 'For the lesson', lesson: lessons[0], ...link },
      ...system,
    })
    await publish({ cms, course })
    const { records } = await snapshot()
    const titles = [
      ...records('courses.en.ndjson').filter((record) => record.slug === slug),
      ...records('lessons.en.ndjson').filter((record) => record.id === lessons[0]),
    ].map(({ materials }) => materials.map(({ title }: { title: string }) => title))
    expect(titles).toEqual([['For the course'], ['For the lesson']])
  })

  it('has no lessons in a language the course does not have', async () => {
    const { slug } = await createCourse({ cms })
    const { records } = await snapshot()
    const russian = records('lessons.ru.ndjson').filter(({ course }) => course === slug)
    const course = records('courses.ru.ndjson').find((record) => record.slug === slug)
    expect([russian, course?.translated, course?.languages]).toEqual([[], false, ['en']])
  })
})
