import { recountUsage } from '@lectern/bank'
import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { deliverEvent } from '@lectern/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse, publish, type TestCourse } from '../support/createCourse.ts'
import { begin, changeTest, enrolledIn, rowsOf } from '../support/takeTest.ts'

let cms: TestCms
let author: TestUser
beforeAll(async () => {
  cms = await startTestCms()
  author = await cms.createUser({ roles: ['editor'] })
})
afterAll(() => cms.stop())

/**
 * Everything that follows, at once: also what waits a few seconds, so that many wishes become one. Jobs that a transaction
 * is just asking for are passed over: to wait for them, in whatever order they are locked, could be a deadlock.
 */
async function settle(): Promise<void> {
  await cms.runJobs()
  await rowsOf({
    cms,
    text: `update "graphile_worker"."_private_jobs" set "run_at" = now() where "id" in (
             select "id" from "graphile_worker"."_private_jobs" where "run_at" > now() for update skip locked)`,
    values: [],
  })
  await cms.runJobs()
}

const common = { overrideAccess: true, depth: 0, locale: 'en' } as const

/** Takes the test once: the first question right, the second wrong, the third blank. */
async function take(course: TestCourse): Promise<string> {
  const user = await enrolledIn({ cms, course })
  const { json } = await begin({ cms, course, user })
  const items = json.items as { item: string }[] // of the learner interface's own schema
  const [first, second] = items.map(({ item }) => item)
  await cms.learn({
    method: 'POST',
    path: `/attempts/${json.attempt}/submit`,
    user,
    body: {
      responses: [
        { item: first, revision: 1, response: { option: 'r1' } },
        { item: second, revision: 1, response: { option: 'w2' } },
      ],
    },
  })
  return String(json.attempt)
}

async function columnsOf(question: string | undefined) {
  const listed = await cms.rest({ method: 'GET', path: `/questions?draft=true&where[id][equals]=${question}`, user: author })
  const { docs } = await listed.json()
  const { usedInTests, attempts, facility } = docs[0]
  return { usedInTests, attempts, facility }
}

const publishOne = async (data: Record<string, unknown>) => {
  const { id } = await cms.payload.create({ collection: 'questions', data: { _status: 'published', ...data }, ...common })
  return String(id)
}
const choice = (stem: string) => ({
  blockType: 'single-choice',
  stem,
  options: [
    { id: 'right', text: 'yes', fraction: 1 },
    { id: 'wrong', text: 'no', fraction: 0 },
  ],
})

describe('the use of questions', () => {
  it('shows in the list of the admin: tests, attempts and the mean share of the mark', async () => {
    const course = await createCourse({ cms })
    await take(course)
    await take(course)
    await settle()
    const [first, second, third] = course.questions
    expect([await columnsOf(first), await columnsOf(second), await columnsOf(third)]).toEqual([
      { usedInTests: 1, attempts: 2, facility: 100 },
      { usedInTests: 1, attempts: 2, facility: 0 },
      { usedInTests: 1, attempts: 2, facility: 0 },
    ])
  })

  it('counts an attempt once, however often its event is delivered and by how many at once', async () => {
    const course = await createCourse({ cms })
    const attempt = await take(course)
    const [event] = await rowsOf({
      cms,
      text: `select "id" from "events" where "name" = 'attempt.graded@1' and "key" = $1`,
      values: [attempt],
    })
    await Promise.all(
      Array.from({ length: 10 }, () =>
        deliverEvent({ req: { payload: cms.payload }, event: String(event?.id), handler: 'bank.record-attempt' }),
      ),
    )
    await settle()
    expect(await columnsOf(course.questions[0])).toEqual({ usedInTests: 1, attempts: 1, facility: 100 })
  })

  it('loses no attempt while the question is saved over and over', async () => {
    const course = await createCourse({ cms })
    const [question = ''] = course.questions
    const save = (at: number) =>
      cms.payload.update({
        collection: 'questions',
        id: question,
        data: { name: `Saved ${at}`, _status: 'published' },
        ...common,
      })
    const saves = (async () => {
      for (let at = 0; at < 8; at += 1) await save(at)
    })()
    await Promise.all([take(course), take(course), take(course), saves, settle()])
    await settle()
    expect(await columnsOf(question)).toEqual({ usedInTests: 1, attempts: 3, facility: 100 })
  })

  it('is not the form’s to say', async () => {
    const course = await createCourse({ cms })
    await settle()
    const [question] = course.questions
    const changes = { attempts: 99, usedInTests: 99, facility: 1, _status: 'published' }
    const response = await cms.rest({ method: 'PATCH', path: `/questions/${question}`, body: changes, user: author })
    expect([response.status, await columnsOf(question)]).toEqual([200, { usedInTests: 1, attempts: 0, facility: null }])
  })

  it('is found wrong by a check, and right after a recount', async () => {
    const course = await createCourse({ cms })
    await take(course)
    await settle()
    const req = { payload: cms.payload }
    expect(await recountUsage({ req: { ...req }, check: true })).toMatchObject({ wrong: 0 })
    await rowsOf({ cms, text: `update "question_usage" set "attempts" = 7 where "question" = $1`, values: [course.questions[0]] })
    const found = await recountUsage({ req: { ...req }, check: true })
    const mended = await recountUsage({ req: { ...req }, check: false })
    const after = await recountUsage({ req: { ...req }, check: true })
    expect([found.wrong, mended.wrong, after.wrong]).toEqual([1, 1, 0])
    expect(await columnsOf(course.questions[0])).toEqual({ usedInTests: 1, attempts: 1, facility: 100 })
  })

  it('counts by a recount what was marked before anybody counted, and not again when its event arrives', async () => {
    const course = await createCourse({ cms })
    await take(course)
    await recountUsage({ req: { payload: cms.payload }, check: false })
    await settle()
    expect(await columnsOf(course.questions[0])).toEqual({ usedInTests: 1, attempts: 1, facility: 100 })
  })
})

describe('where a question is used', () => {
  it('names tests, draws that could take it, editions, and attempts by version', async () => {
    const tag = `tag-${Date.now()}`
    const drawn = await publishOne({ name: 'Drawn', tags: [tag, 'more'], difficulty: 3, body: [choice('Drawn?')] })
    const course = await createCourse({ cms })
    const draw = { blockType: 'draw', count: 1, maxMark: 1, tags: [tag], difficultyFrom: 2, difficultyTo: 4 }
    const named = course.questions.map((question) => ({ blockType: 'fixedQuestion', question, maxMark: 1 }))
    await changeTest({ cms, course, change: { items: [...named, draw] } })
    await take(course)
    await settle()
    const usage = async (id: string | undefined) =>
      (await cms.rest({ method: 'GET', path: `/bank/questions/${id}/usage?locale=en`, user: author })).json()
    const test = { id: course.test, title: 'Test', course: expect.stringMatching(/^Course/), published: true }
    expect(await usage(drawn)).toMatchObject({
      tests: [],
      draws: [{ ...test, count: 1, tags: [tag] }],
      editions: [{ number: 2, tests: 1 }],
      versions: [{ number: 1, attempts: 1, facility: 0, current: true }],
    })
    expect(await usage(course.questions[0])).toMatchObject({
      tests: [test],
      draws: [],
      versions: [{ attempts: 1, facility: 100 }],
    })
    await cms.payload.update({ collection: 'questions', id: drawn, data: { retired: true, _status: 'published' }, ...common })
    await publish({ cms, course: course.course })
    await settle()
    expect(await usage(drawn)).toMatchObject({ draws: [], editions: [], versions: [{ attempts: 1, current: false }] })
    expect(await columnsOf(drawn)).toEqual({ usedInTests: 0, attempts: 1, facility: 0 })
  })

  it('answers nobody but authors, and refuses what is no id', async () => {
    const learner = await cms.createUser({ roles: ['learner'] })
    const moderator = await cms.createUser({ roles: ['moderator'] })
    const path = '/bank/questions/0198a000-0000-7000-8000-000000000000/usage'
    const statuses = await Promise.all([
      cms.rest({ method: 'GET', path }),
      cms.rest({ method: 'GET', path, user: learner }),
      cms.rest({ method: 'GET', path, user: moderator }),
      cms.rest({ method: 'GET', path: '/bank/facets', user: learner }),
      cms.rest({ method: 'GET', path: '/bank/questions/x/usage', user: author }),
    ])
    expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403, 403, 400])
  })
})

describe('deleting', () => {
  it('is refused for a question that a test names, and done for one that none does', async () => {
    const course = await createCourse({ cms })
    const free = await publishOne({ name: 'Free', body: [choice('Free?')] })
    const refused = await cms.rest({ method: 'DELETE', path: `/questions/${course.questions[0]}`, user: author })
    const done = await cms.rest({ method: 'DELETE', path: `/questions/${free}`, user: author })
    expect([refused.status, (await refused.json()).errors[0].message, done.status]).toEqual([
      409,
      expect.stringMatching(/^QUESTION_IN_USE/),
      200,
    ])
  })
})

describe('categories', () => {
  const createCategory = async (data: Record<string, unknown>, locale: 'en' | 'ru' = 'en') =>
    String((await cms.payload.create({ collection: 'question-categories', data, ...common, locale })).id)
  const pathOf = async (id: string, locale: 'en' | 'ru') =>
    (await cms.payload.findByID({ collection: 'question-categories', id, ...common, locale })).path

  it('have a path in every language, which follows the titles above', async () => {
    const science = await createCategory({ title: 'Science' })
    const physics = await createCategory({ title: 'Physics', parent: science })
    const optics = await createCategory({ title: 'Optics', parent: physics })
    const rename = (id: string, title: string, locale: 'en' | 'ru') =>
      cms.payload.update({ collection: 'question-categories', id, data: { title }, ...common, locale })
    await rename(optics, 'Оптика', 'ru')
    await rename(science, 'Наука', 'ru')
    await rename(physics, 'Natural philosophy', 'en')
    expect([await pathOf(optics, 'en'), await pathOf(optics, 'ru')]).toEqual([
      'Science › Natural philosophy › Optics',
      'Наука › Natural philosophy › Оптика',
    ])
  })

  it('cannot lie within themselves, and stay while they hold something', async () => {
    const upper = await createCategory({ title: 'Upper' })
    const lower = await createCategory({ title: 'Lower', parent: upper })
    await publishOne({ name: 'Shelved', category: lower, body: [choice('Shelved?')] })
    const loop = await cms.rest({ method: 'PATCH', path: `/question-categories/${upper}`, body: { parent: lower }, user: author })
    const kept = await cms.rest({ method: 'DELETE', path: `/question-categories/${lower}`, user: author })
    const facets = await (await cms.rest({ method: 'GET', path: '/bank/facets', user: author })).json()
    expect([loop.status, kept.status]).toEqual([400, 409])
    expect(facets.categories).toContainEqual({ id: upper, path: 'Upper', within: expect.arrayContaining([upper, lower]) })
  })
})

describe('searching', () => {
  it('finds a question by words of either language, also after the other one was saved', async () => {
    const id = await publishOne({ name: 'Bilingual', body: [choice('The quokka smiles')] })
    const { body } = await cms.payload.findByID({ collection: 'questions', id, ...common })
    await cms.payload.update({
      collection: 'questions',
      id,
      data: { body: [{ ...body[0], stem: 'Квокка улыбается' }], _status: 'published' },
      ...common,
      locale: 'ru',
    })
    const find = async (words: string) => {
      const where = `where[text][like]=${encodeURIComponent(words)}`
      return (await (await cms.rest({ method: 'GET', path: `/questions?draft=true&${where}`, user: author })).json()).docs
    }
    expect([await find('quokka'), await find('квокка')]).toEqual([
      [expect.objectContaining({ id })],
      [expect.objectContaining({ id })],
    ])
  })
})
