import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { exportCourseFolder, importCourseFolder, readCourseFolder } from '@lectern/interchange'
import { newId, registriesOf } from '@lectern/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let cms: TestCms
let folder: string
beforeAll(async () => {
  cms = await startTestCms()
  folder = mkdtempSync(join(tmpdir(), 'lectern-banks-'))
})
afterAll(async () => {
  await cms.stop()
  rmSync(folder, { recursive: true, force: true })
})

const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'

describe('a course with files of questions', () => {
  const hotspot = {
    name: 'Where',
    type: 'hotspot',
    tags: ['map', 'easy one'],
    difficulty: 2,
    category: [{ en: 'Maps', ru: 'Карты' }, 'Old/new'],
    retired: true,
    body: {
      stem: { en: 'Mark it. ![see](../images/p.svg)', ru: 'Отметьте.' },
      media: { file: '../images/p.svg' },
      alt: 'A box',
      hints: [{ text: { en: 'Look *up*.', ru: 'Вверху.' }, showNumberRight: true }, { text: 'Left.' }],
      areas: [{ text: 'The box', shape: 'rectangle', coordinates: '10,10; 50,50', fraction: 1 }],
    },
  }
  const test = {
    title: { en: 'All sorts', ru: 'Всякое' },
    accessCode: 'open sesame',
    overallFeedback: [{ fromPercent: 50, text: { en: 'Half and more', ru: 'Половина и больше' } }],
    settings: {
      behaviour: 'interactive',
      tries: 2,
      opensAt: '2026-01-01T00:00:00.000Z',
      maxAttempts: 3,
      reviewAfterSubmit: ['marks'],
    },
    items: [
      { section: { title: { en: 'First', ru: 'Сначала' }, instructions: 'Take your *time*.' } },
      { question: 'Where', mark: 2 },
      { write: { type: 'true-false', body: { stem: 'Ice floats.', truth: 'true' } } },
      {
        write: {
          name: 'Named',
          type: 'single-choice',
          body: {
            stem: '?',
            options: [
              { text: 'a', fraction: 1 },
              { id: 'mine', text: 'b' },
            ],
          },
        },
      },
      { section: { title: 'Then' } },
      {
        draw: { count: 1, tags: ['map'], difficultyFrom: 1, difficultyTo: 3, types: ['hotspot'], preferUnseen: false },
        mark: 0.5,
      },
    ],
  }

  it('is imported with tags, difficulty, pictures, draws, sections, marks and settings', async () => {
    const source = writeCourse({
      name: 'one',
      slug: 'one',
      files: { 'questions/maps.yaml': { questions: [hotspot] }, '01-a/01-x.post.yaml': test },
    })
    const report = await importFrom(source)
    expect(report.problems).toEqual([])
    const stored = await find('tests', { key: { equals: 'post' }, sourceKey: { like: 'one/' } })
    expect(stored).toMatchObject({
      title: { en: 'All sorts', ru: 'Всякое' },
      overallFeedback: [{ fromPercent: 50, text: { en: 'Half and more', ru: 'Половина и больше' } }],
      settings: { accessCode: 'open sesame', behaviour: 'interactive', tries: 2, maxAttempts: 3, reviewLater: ['marks'] },
      items: [
        { blockType: 'section', title: { en: 'First', ru: 'Сначала' }, instructions: { en: 'Take your *time*.' } },
        { blockType: 'fixedQuestion', maxMark: 2 },
        { blockType: 'fixedQuestion', maxMark: 1 },
        { blockType: 'fixedQuestion' },
        { blockType: 'section' },
        { blockType: 'draw', count: 1, maxMark: 0.5, tags: ['map'], difficultyFrom: 1, difficultyTo: 3, preferUnseen: false },
      ],
    })
    const where = await find('questions', { name: { equals: 'Where' } })
    expect(where).toMatchObject({ tags: ['map', 'easy one'], difficulty: 2, retired: true, type: 'hotspot' })
    expect(where).toMatchObject({
      body: [{ hints: [{ text: { en: 'Look *up*.', ru: 'Вверху.' }, showNumberRight: true }, { text: { en: 'Left.' } }] }],
    })
    const shelves = await cms.payload.find({
      collection: 'question-categories',
      locale: 'all',
      depth: 0,
      sort: 'createdAt',
      overrideAccess: true,
    })
    expect(shelves.docs).toMatchObject([
      { title: { en: 'Maps', ru: 'Карты' } },
      { title: { en: 'Old/new' }, parent: shelves.docs[0]?.id },
    ])
    expect(where).toMatchObject({ category: shelves.docs[1]?.id })
    expect(JSON.stringify(where)).toMatch(/!\[see\]\(\/api\/media\/file\/p[^)]*\.svg\)/)
    expect(JSON.stringify(where)).toMatch(/"media":"[0-9a-f-]{36}"/)
  })

  it('changes nothing when it is imported again, and comes out as the files it came from', async () => {
    const source = join(folder, 'one')
    expect(await importFrom(source)).toMatchObject({ created: 0, updated: 0, removed: 0 })
    const target = join(folder, 'one-out')
    expect(await exportTo({ slug: 'one', target })).toMatchObject({ problems: [] })
    expect(readdirSync(join(target, 'questions'))).toEqual(['maps.yaml'])
    expect(await importFrom(target)).toMatchObject({ created: 0, updated: 0, removed: 0, problems: [] })
    const again = join(folder, 'one-again')
    await exportTo({ slug: 'one', target: again })
    for (const file of ['questions/maps.yaml', '01-a/01-x.post.yaml', 'course.yaml']) {
      expect(readFileSync(join(again, file), 'utf8')).toBe(readFileSync(join(target, file), 'utf8'))
    }
    expect(readFileSync(join(target, '01-a/01-x.post.yaml'), 'utf8')).toContain('id: mine')
  })

  it.each([
    ['an unknown type', { type: 'rebus', body: {} }, 'QUESTION_TYPE_UNKNOWN', /rebus/],
    ['a wrong shape', { type: 'true-false', body: { stem: 7 } }, 'QUESTION_BODY_INVALID', /stem\S*: .*expected/],
    ['an unknown key', { type: 'true-false', body: { stem: '?', truth: 'true', truht: 1 } }, 'QUESTION_KEY_UNKNOWN', /truht/],
    ['a question unfit for use', { type: 'true-false', body: { stem: '?' } }, 'QUESTION_UNFIT', /./],
    ['a version that never was', { type: 'true-false', version: 99, body: { stem: '?' } }, 'QUESTION_VERSION_UNKNOWN', /99/],
    ['a wrong difficulty', { type: 'true-false', difficulty: 9, body: {} }, 'FIELD_INVALID', /difficulty/],
  ])('is refused for %s, with file and line', async (_, question, code, message) => {
    const source = writeCourse({ name: 'bad', slug: 'bad', files: { 'questions/q.yaml': { questions: [question] } } })
    const refused = await importCourseFolder({ ...common(), folder: source })
    expect(refused).toMatchObject({ ok: false, error: { code: 'FOLDER_INVALID' } })
    expect(refused).toMatchObject({
      error: {
        details: [
          {
            severity: 'error',
            code,
            file: 'questions/q.yaml',
            line: expect.any(Number),
            message: expect.stringMatching(message),
          },
        ],
      },
    })
  })

  it('is refused for a test that names a question which is not there, or two of one name', async () => {
    const question = { name: 'Twice', type: 'description', body: { stem: 'x' } }
    const source = writeCourse({
      name: 'names',
      slug: 'names',
      files: {
        'questions/a.yaml': { questions: [question] },
        'questions/b.json': { questions: [question] },
        '01-a/01-x.post.yaml': { items: [{ question: 'Nobody' }] },
      },
    })
    const { problems } = await readCourseFolder({ folder: source })
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'QUESTION_NAME_UNKNOWN 01-a/01-x.post.yaml',
      'QUESTION_NAME_DUPLICATE questions/b.yaml',
    ])
  })
})

describe('the demo courses', () => {
  it('import without a problem, and hold every question type in each kind of test of the gallery', async () => {
    const demo = join(import.meta.dirname, '../../examples/courses/why-bicycles-work')
    expect((await importFrom(demo)).problems).toEqual([])
    const { docs } = await cms.payload.find({
      collection: 'tests',
      where: { sourceKey: { like: 'why-bicycles-work/the-gallery/' } },
      depth: 1,
      limit: 0,
      overrideAccess: true,
    })
    const byTest = docs.map((doc) => [...new Set(itemsOf(doc).flatMap(typeOf))].sort())
    const complete = byTest.filter((types) => types.length > 10)
    expect(complete).toHaveLength(3)
    expect(new Set(complete.map(String)).size).toBe(1)
    expect(complete[0]?.length).toBeGreaterThanOrEqual(19)
  })

  it('come out as folders that change nothing when they are imported', async () => {
    const target = join(folder, 'demo-out')
    expect(await exportTo({ slug: 'why-bicycles-work', target })).toMatchObject({ problems: [] })
    expect(await importFrom(target)).toMatchObject({ created: 0, updated: 0, removed: 0, problems: [] })
  })
})

describe('every question type', () => {
  it('goes out to a course folder and comes back the same, without a loss', async () => {
    const types = [...registriesOf(cms.payload).questionTypes.values()]
    const questions = types.flatMap(({ schema, samples }) =>
      samples.map(({ name, authored }, at) => {
        const body = mediaAside(authored)
        return { name: `${schema.type} ${at + 1} ${name}`, type: schema.type, version: schema.version, tags: [schema.type], body }
      }),
    )
    const source = writeCourse({ name: 'all', slug: 'all', files: { 'questions/all.yaml': { questions } } })
    expect((await importFrom(source)).problems).toEqual([])
    const before = await bodiesOf('all/')
    const target = join(folder, 'all-out')
    expect(await exportTo({ slug: 'all', target })).toMatchObject({ problems: [] })
    expect(await importFrom(target)).toMatchObject({ created: 0, updated: 0, removed: 0, problems: [] })
    await cms.payload.delete({ collection: 'questions', where: { sourceKey: { like: 'all/' } }, overrideAccess: true })
    expect(await importFrom(target)).toMatchObject({ created: questions.length, problems: [] })
    expect(await bodiesOf('all/')).toEqual(before)
  })

  it('is exported from a test that an editor made, by hand and with a question used twice', async () => {
    const source = writeCourse({
      name: 'hand',
      slug: 'hand',
      files: { '01-a/01-x.post.yaml': { items: [{ write: { type: 'description', body: { stem: 'x' } } }] } },
    })
    await importFrom(source)
    const row = {
      id: newId(),
      name: 'By hand',
      type: 'essay',
      typeVersion: 1,
      tags: ['own'],
      text: 'x',
      _status: 'published' as const,
    }
    const body = [{ id: newId(), blockType: 'essay', stem: { en: 'Write.' }, rubric: { show: 'never', criteria: [] } }]
    await cms.payload.db.create({ collection: 'questions', data: { ...row, body } })
    const test = await find('tests', { sourceKey: { like: 'hand/' } })
    const fixed = (id: string) => ({ id, blockType: 'fixedQuestion', question: row.id, maxMark: 1 })
    await cms.payload.db.updateOne({ collection: 'tests', id: String(test.id), data: { items: [fixed('a'), fixed('b')] } })
    const target = join(folder, 'hand-out')
    expect(await exportTo({ slug: 'hand', target })).toMatchObject({ problems: [] })
    const { course, problems } = await readCourseFolder({ folder: target })
    expect(problems).toEqual([])
    expect(course?.banks).toMatchObject([{ name: 'shared', questions: [{ name: 'By hand', type: 'essay', tags: ['own'] }] }])
    expect(course?.modules[0]?.lessons[0]?.tests[0]).toMatchObject({ items: [{ name: 'By hand' }, { name: 'By hand' }] })
  })
})

function common() {
  return { req: { payload: cms.payload }, questionTypes: registriesOf(cms.payload).questionTypes }
}

function writeCourse({ name, slug, files }: { name: string; slug: string; files: Record<string, unknown> }): string {
  const root = join(folder, name)
  rmSync(root, { recursive: true, force: true })
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  put('course.yaml', `slug: ${slug}\ntitle: Questions\nlanguage: en\nmodules: [01-a]\n`)
  put('01-a/module.yaml', 'title: A\n')
  put('01-a/01-x.md', '---\ntitle: X\n---\n\nText.\n')
  put('images/p.svg', picture)
  for (const [path, value] of Object.entries(files)) put(path, JSON.stringify(value, null, 1))
  return root
}

async function importFrom(source: string) {
  const result = await importCourseFolder({ ...common(), folder: source })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

async function exportTo({ slug, target }: { slug: string; target: string }) {
  const result = await exportCourseFolder({ ...common(), slug, folder: target })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

async function find(collection: 'tests' | 'questions', where: Parameters<typeof cms.payload.find>[0]['where']) {
  const { docs } = await cms.payload.find({
    collection,
    where: where ?? {},
    locale: 'all',
    depth: 0,
    limit: 1,
    overrideAccess: true,
  })
  return docs[0] ?? { id: '' }
}

/** Bodies by name, with the ids of their rows, which are the same for the same file. */
async function bodiesOf(prefix: string) {
  const where = { sourceKey: { like: prefix } }
  const { docs } = await cms.payload.find({
    collection: 'questions',
    where,
    sort: 'name',
    depth: 0,
    limit: 0,
    overrideAccess: true,
  })
  return docs.map(({ name, tags, body }) => ({ name, tags, body }))
}

function itemsOf(doc: object): object[] {
  return 'items' in doc && Array.isArray(doc.items) ? doc.items : []
}

function typeOf(item: object): string[] {
  return 'question' in item && typeof item.question === 'object' && item.question !== null && 'type' in item.question
    ? [String(item.question.type)]
    : []
}

/** Samples have pictures of no library. */
function mediaAside(authored: unknown): unknown {
  return typeof authored === 'object' && authored !== null && 'media' in authored
    ? { ...authored, media: { file: '../images/p.svg' } }
    : authored
}
