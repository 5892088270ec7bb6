import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { exportCourseFolder, importCatalog, importCourseFolder, readCourseFolder, writeCourseFolder } from '@lectern/interchange'
import { registriesOf } from '@lectern/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const real = join(import.meta.dirname, '../../../shared/courses/iot-for-beginners')
let cms: TestCms
let folder: string
beforeAll(async () => {
  cms = await startTestCms()
  folder = mkdtempSync(join(tmpdir(), 'lectern-course-'))
  if (existsSync(real)) await copyCourse()
})
afterAll(async () => {
  await cms.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!existsSync(real))('a course folder (skipped: missing ../shared)', () => {
  it('is imported whole', async () => {
    const report = await importIot()
    expect(report).toMatchObject({ created: 1 + 6 + 112 + 48 + 144 + 163, updated: 0, unchanged: 0, removed: 0 })
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const { docs } = await cms.payload.find({
      collection: 'lessons',
      where: { slug: { equals: 'introduction-to-iot' } },
      locale: 'ru',
      depth: 0,
      overrideAccess: true,
    })
    expect(docs[0]).toMatchObject({ title: 'Введение в IoT', order: 0, preview: true })
  })

  it('changes nothing when it is imported again', async () => {
    expect(await importIot()).toMatchObject({ created: 0, updated: 0, unchanged: 311, removed: 0 })
  })

  it('comes out as a folder that is equal, and imports without a change', async () => {
    const target = join(folder, 'out')
    const exported = await exportCourseFolder({ ...common(), slug: 'iot-for-beginners', folder: target })
    expect(exported).toMatchObject({ ok: true, value: { problems: [] } })
    const one = await readCourseFolder({ folder: join(folder, 'iot') })
    const two = await readCourseFolder({ folder: target })
    expect(two.problems).toEqual([])
    expect(comparable(two.course)).toEqual(comparable(one.course))
    const report = await importCourseFolder({ ...common(), folder: target })
    expect(report).toMatchObject({ ok: true, value: { created: 0, updated: 0, unchanged: 311, removed: 0 } })
  })

  it('takes back what has left the folder and changes what has changed', async () => {
    rmSync(join(folder, 'iot/05-retail/01-train-stock-detector.assignment.md'))
    rmSync(join(folder, 'iot/05-retail/01-train-stock-detector.post.gift'))
    const file = join(folder, 'iot/05-retail/02-check-stock-device.pre.gift')
    writeFileSync(file, readFileSync(file, 'utf8').replace('~', '~Not '))
    for (const name of ['05-retail/01-train-stock-detector.md', 'i18n/ru/05-retail/01-train-stock-detector.md']) {
      const path = join(folder, 'iot', name)
      writeFileSync(
        path,
        readFileSync(path, 'utf8').replaceAll(
          /\]\([^)]*train-stock-detector\.(?:assignment\.md|post\.gift)[^)]*\)/g,
          '](https://example.org/)',
        ),
      )
    }
    rmSync(join(folder, 'iot/i18n/ru/05-retail/01-train-stock-detector.assignment.md'))
    const report = await importIot()
    expect(report).toMatchObject({ created: 0, removed: 1 + 1 + 3 })
    expect(report.updated).toBeGreaterThanOrEqual(2)
  })

  it('imports nothing when it has errors, and the rest by force', async () => {
    writeFileSync(join(folder, 'iot/01-getting-started/02-deeper-dive.pre.gift'), 'broken {')
    const refused = await importCourseFolder({ ...common(), folder: join(folder, 'iot') })
    expect(refused).toMatchObject({ ok: false, error: { code: 'FOLDER_INVALID' } })
    const forced = await importCourseFolder({ ...common(), folder: join(folder, 'iot'), force: true })
    expect(forced).toMatchObject({ ok: true, value: { removed: 4 } })
  })
})

describe('a catalogue', () => {
  const records = [
    { kind: 'course', slug: '2022/web', title: 'Веб', intro: ['<em>Кратко</em>'], lang: 'x', modules: ['m'] },
    { kind: 'module', slug: 'm', course: '2022/web', courses: ['2022/web'], title: 'М', intro: [] },
    lessonRecord({ id: 'a', order: 0, body: 'Текст' }),
    lessonRecord({
      id: 'b',
      order: 1,
      body: 'Ещё',
      questions: [{ type: 'blanks', text: 'BLANK', blanks: ['x'], feedback: [null] }],
    }),
    lessonRecord({ id: 'c', order: 2, body: '', questions: [{ type: 'single', text: 'Q?', options: ['x', 'y'], correct: 1 }] }),
  ]

  it('is imported, and bad lines are named', async () => {
    const report = await importLines([...records.map((record) => JSON.stringify(record)), '{"kind":"lesson","id":7}', 'noise'])
    expect(report).toMatchObject({ created: 1 + 1 + 3 + 2 + 2, unsupported: {}, problemCount: 2 })
    expect(report.problems.map(({ code, line }) => `${code}:${line}`).sort()).toEqual(['RECORD_INVALID:6', 'RECORD_INVALID:7'])
    expect(await titlesIn('2022-web')).toEqual(['Урок a', 'Урок b', 'Урок c'])
  })

  it('goes on where it was interrupted', async () => {
    const changed = records.map((record) => JSON.stringify(record).replace('Ещё', 'Иначе'))
    const report = await importLines([...changed, JSON.stringify(lessonRecord({ id: 'd', order: 3, body: 'Новый' }))])
    expect(report).toMatchObject({ created: 1, updated: 3, unchanged: 1 + 1 + 2 })
  })
})

function lessonRecord({ id, order, body, questions = [] }: { id: string; order: number; body: string; questions?: unknown[] }) {
  return {
    kind: 'lesson',
    id,
    slug: `lesson-${id}`,
    module: 'm',
    order,
    title: `Урок ${id}`,
    challengeType: 0,
    videoId: null,
    body,
    questions,
  }
}

async function importLines(lines: string[]) {
  const file = join(folder, 'catalogue.ndjson.gz')
  writeFileSync(file, gzipSync(`${lines.join('\n')}\n`))
  return importCatalog({ ...common(), file, locale: 'ru' })
}

async function titlesIn(course: string) {
  const { docs } = await cms.payload.find({
    collection: 'lessons',
    where: { 'course.slug': { equals: course } },
    sort: 'order',
    locale: 'ru',
    depth: 0,
    draft: true,
    overrideAccess: true,
  })
  return docs.map(({ title }) => title)
}

/** The original may be read-only, with its folders. */
async function copyCourse() {
  const { course, files } = await readCourseFolder({ folder: real })
  if (!course) throw new Error('The course cannot be read.')
  const media = async (sha256: string) => ({ absolute: files.get(sha256) ?? '' })
  await writeCourseFolder({ course, folder: join(folder, 'iot'), media })
}

function common() {
  return { req: { payload: cms.payload }, questionTypes: registriesOf(cms.payload).questionTypes }
}

async function importIot() {
  const result = await importCourseFolder({ ...common(), folder: join(folder, 'iot') })
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.details)}`)
  return result.value
}

/** File names, places and source formats of questions and digests of redrawn SVGs are not part of a course's content. */
function comparable(course: unknown): unknown {
  return JSON.parse(
    JSON.stringify(course, (key, value) => {
      return ['line', 'path', 'name', 'sha256', 'media', 'id', 'format'].includes(key) ? undefined : value
    }),
  )
}
