import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { attemptSchema } from '@lectern/content-schemas'
import { currentEditions } from '@lectern/kernel'
import { publishCourse, skipPublishing } from '@lectern/publishing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse, type TestCourse } from '../support/createCourse.ts'
import { begin, changeTest, enrolledIn, rowsOf } from '../support/takeTest.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.stop())

let serial = 0
type Spec = { tags?: string[]; difficulty?: number; status?: 'draft' | 'published' }

/** Questions of the bank with a tag of their own; answers the tag. */
async function bank(specs: Spec[]): Promise<string> {
  serial += 1
  const tag = `bank-${serial}`
  for (const [at, { tags = [], difficulty, status = 'published' }] of specs.entries()) {
    await cms.payload.create({
      collection: 'questions',
      data: {
        name: `${tag} ${at}`,
        tags: [tag, ...tags],
        difficulty,
        body: [{ blockType: 'short-text', stem: `Stem ${at}`, answers: [{ id: 'a1', text: `CANARY ${at}`, fraction: 1 }] }],
        _status: status,
      },
      overrideAccess: true,
      depth: 0,
      locale: 'en',
      context: { [skipPublishing]: true },
    })
  }
  return tag
}

async function courseOf(items: Record<string, unknown>[]): Promise<TestCourse> {
  const course = await createCourse({ cms })
  await changeTest({ cms, course, change: { items } })
  return course
}
const draw = (tag: string, rest: Record<string, unknown> = {}) => ({
  blockType: 'draw',
  count: 2,
  maxMark: 2,
  tags: [tag],
  ...rest,
})

async function attempt(course: TestCourse, user: Awaited<ReturnType<typeof enrolledIn>>) {
  const { json } = await begin({ cms, course, user })
  return attemptSchema.parse(json)
}
const stems = ({ items }: { items: { view: unknown }[] }) => items.map(({ view }) => JSON.stringify(view)).sort()

async function poolOf(course: TestCourse): Promise<number> {
  const [row] = await rowsOf({
    cms,
    text: `select jsonb_array_length("items" -> 0 -> 'pool') as n from "edition_tests" where "test" = $1 and "current"`,
    values: [course.test],
  })
  return Number(row?.n)
}
async function countOf(course: TestCourse): Promise<number | undefined> {
  const editions = await currentEditions({ req: { payload: cms.payload }, courses: [course.course] })
  return editions.get(course.course)?.structure.modules[0]?.lessons[0]?.tests[0]?.questions
}

describe('drawing from the bank', () => {
  it('gives an attempt as many different questions as the draws say, the same whenever one comes back', async () => {
    const tag = await bank([{}, {}, {}, {}, {}])
    const course = await courseOf([draw(tag), draw(tag)])
    const user = await enrolledIn({ cms, course })
    const first = await attempt(course, user)
    expect(first.items.map(({ item, maxMark }) => [item, maxMark])).toEqual([1, 2, 3, 4].map((at) => [`q${at}`, 2]))
    expect(new Set(stems(first)).size).toBe(4)
    expect((await attempt(course, user)).items).toEqual(first.items)
    expect(await countOf(course)).toBe(4)
  })

  it('comes to the questions that a learner has not had before those that he has', async () => {
    const tag = await bank([{}, {}, {}, {}])
    const course = await courseOf([draw(tag)])
    const user = await enrolledIn({ cms, course })
    const first = await attempt(course, user)
    await cms.learn({ method: 'POST', path: `/attempts/${first.attempt}/submit`, user })
    const second = await attempt(course, user)
    expect(new Set([...stems(first), ...stems(second)]).size).toBe(4)
  })

  it('takes only published questions that have all the tags and the difficulty', async () => {
    const tag = await bank([
      { tags: ['x'], difficulty: 2 },
      { tags: ['x'], difficulty: 3 },
      { tags: ['x'], difficulty: 4 },
      { tags: ['x'] },
      { difficulty: 3 },
      { tags: ['x'], difficulty: 3, status: 'draft' },
    ])
    expect(await poolOf(await courseOf([draw(tag, { tags: [tag, 'x'], difficultyFrom: 2, difficultyTo: 3 })]))).toBe(2)
    expect(await poolOf(await courseOf([draw(tag, { types: ['single-choice'] }), draw(tag)]))).toBe(0)
  })

  it('draws what there is where the bank has too few, and tells the author', async () => {
    const tag = await bank([{}])
    const course = await createCourse({ cms })
    const items = [{ blockType: 'fixedQuestion', question: course.questions[0], maxMark: 1 }, draw(tag, { count: 3 })]
    await cms.payload.update({
      collection: 'tests',
      id: course.test,
      data: { items, _status: 'published' },
      overrideAccess: true,
      depth: 0,
      context: { [skipPublishing]: true },
    })
    const result = await publishCourse({ req: { payload: cms.payload }, course: course.course })
    expect(result).toMatchObject({ problems: [`test ${course.test}: the bank has 2 questions too few for its draws`] })
    expect(await countOf(course)).toBe(2)
    const { items: drawn } = await attempt(course, await enrolledIn({ cms, course }))
    expect(drawn).toHaveLength(2)
  })

  it('renews the course when a question comes into the bank', async () => {
    const tag = await bank([{}, {}])
    const course = await courseOf([draw(tag)])
    await cms.payload.create({
      collection: 'questions',
      data: {
        name: 'one more',
        tags: [tag],
        body: [{ blockType: 'short-text', stem: 'More', answers: [{ id: 'a1', text: 'more', fraction: 1 }] }],
        _status: 'published',
      },
      overrideAccess: true,
      depth: 0,
      locale: 'en',
    })
    const [job] = await rowsOf({
      cms,
      text: `select count(*)::int as n from "graphile_worker"."_private_jobs" where "key" = $1`,
      values: [`publishing.publish-course:${course.course}`],
    })
    expect(job).toEqual({ n: 1 })
  })

  it('keeps the key of every drawn question', async () => {
    const tag = await bank([{}, {}])
    const course = await courseOf([draw(tag)])
    const { response } = await begin({ cms, course, user: await enrolledIn({ cms, course }) })
    expect(await response.text()).not.toMatch(/canary/i)
  })
})

describe('sections', () => {
  it('come with their questions, in the language of the learner', async () => {
    const tag = await bank([{}, {}])
    const course = await courseOf([
      { blockType: 'section', title: 'Warm-up', instructions: 'Take **your** time.' },
      draw(tag, { count: 1 }),
      { blockType: 'section', title: 'Then' },
      draw(tag, { count: 1 }),
    ])
    const { items } = await attempt(course, await enrolledIn({ cms, course }))
    expect(items.map(({ section }) => section)).toEqual([
      { id: 's0', title: 'Warm-up', instructions: 'Take <strong>your</strong> time.' },
      { id: 's1', title: 'Then', instructions: '' },
    ])
  })
})
