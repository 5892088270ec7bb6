import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { practiceSchema } from '@lectern/content-schemas'
import { skipPublishing } from '@lectern/publishing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse, publish, type TestCourse } from '../support/createCourse.ts'
import { begin, changeTest, courseWith, enrolledIn, rowsOf } from '../support/takeTest.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.stop())

const practice = { kind: 'practice' } as const
const read = ({ course, user }: { course: TestCourse; user: TestUser }) =>
  cms.learn({ method: 'GET', path: `/tests/${course.test}/practice`, user })

async function practising() {
  const course = await courseWith({ cms, settings: practice })
  return { course, user: await enrolledIn({ cms, course }) }
}

/** A graded test of the same course with these items, written past the admin's own check, as an import writes. */
async function addGraded({ course, items }: { course: TestCourse; items: unknown[] }): Promise<void> {
  const { id } = await cms.payload.create({
    collection: 'tests',
    data: {
      title: 'Graded',
      key: 'graded',
      placement: 'before',
      course: course.course,
      lesson: course.lessons[0],
      items: [{ blockType: 'section', title: 'Part' }],
      _status: 'published',
    },
    overrideAccess: true,
    depth: 0,
    locale: 'en',
    context: { [skipPublishing]: true },
  })
  await rowsOf({ cms, text: `update "tests" set "items" = $2 where "id" = $1`, values: [id, JSON.stringify(items)] })
}

describe('a practice test', () => {
  it('is sent with the keys of its questions to who takes part in the course, and to nobody else', async () => {
    const { course, user } = await practising()
    const { status, json, response } = await read({ course, user })
    expect([status, practiceSchema.parse(json).items.map(({ type }) => type)]).toEqual([
      200,
      ['single-choice', 'single-choice', 'short-text'],
    ])
    expect(await response.text()).toContain('CANARY right feedback')
    const outsider = await cms.createUser({ roles: ['learner'] })
    expect((await read({ course, user: outsider })).json).toMatchObject({ error: { code: 'NOT_ENROLLED' } })
  })

  it('has no attempts, so it never counts', async () => {
    const { course, user } = await practising()
    expect(await begin({ cms, course, user })).toMatchObject({ status: 409, json: { error: { code: 'TEST_IS_PRACTICE' } } })
    const list = await cms.learn({ method: 'GET', path: `/tests/${course.test}/attempts`, user })
    expect(list.json).toMatchObject({ canStart: false, reason: 'TEST_IS_PRACTICE', attempts: [] })
    expect(await rowsOf({ cms, text: `select 1 from "attempts" where "learner_id" = $1`, values: [user.id] })).toEqual([])
  })

  it('is called practice in the edition', async () => {
    const { course } = await practising()
    const [edition] = await rowsOf({
      cms,
      text: `select "structure" from "editions" where "course_id" = $1 and "current"`,
      values: [course.course],
    })
    expect(JSON.stringify(edition)).toContain('"kind":"practice"')
  })

  it.each([
    ['PRACTICE_WITHOUT_LIMITS', { settings: { kind: 'practice', timeLimitSeconds: 60 } }],
    ['PRACTICE_WITHOUT_LIMITS', { settings: { kind: 'practice', accessCode: 'x' } }],
    ['PRACTICE_WITHOUT_DRAWS', { settings: practice, items: [{ blockType: 'draw', tags: ['a'], count: 1, maxMark: 1 }] }],
  ])('is refused with %s', async (code, change) => {
    const course = await createCourse({ cms })
    const user = await cms.createUser({ roles: ['editor'] })
    const body = { ...change, _status: 'published' }
    const response = await cms.rest({ method: 'PATCH', path: `/tests/${course.test}`, body, user })
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(code)])
  })
})

describe('the key of a graded test', () => {
  it('is not sent as practice', async () => {
    const course = await createCourse({ cms })
    const user = await enrolledIn({ cms, course })
    const { status, json, response } = await read({ course, user })
    expect([status, json]).toMatchObject([409, { error: { code: 'TEST_IS_GRADED' } }])
    expect(await response.text()).not.toMatch(/canary/i)
  })

  it('cannot come to stand in practice by publishing: a question in both is refused, from either side', async () => {
    const { course } = await practising()
    const graded = await createCourse({ cms })
    const user = await cms.createUser({ roles: ['editor'] })
    const items = [{ blockType: 'fixedQuestion', question: course.questions[0], maxMark: 1 }]
    const body = { items, _status: 'published' }
    const refused = await cms.rest({ method: 'PATCH', path: `/tests/${graded.test}`, body, user })
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('QUESTION_IN_BOTH')])
    const other = { items: [{ blockType: 'fixedQuestion', question: graded.questions[0], maxMark: 1 }], _status: 'published' }
    const turned = await cms.rest({ method: 'PATCH', path: `/tests/${course.test}`, body: other, user })
    expect([turned.status, await turned.text()]).toEqual([400, expect.stringContaining('QUESTION_IN_BOTH')])
  })

  it('leaves the practice test when both were written past that check, even before anything is published again', async () => {
    const { course, user } = await practising()
    const other = await createCourse({ cms })
    const [shared = ''] = course.questions
    await addGraded({ course: other, items: [{ blockType: 'fixedQuestion', question: shared, maxMark: 1 }] })
    await publish({ cms, course: other.course })
    const { json, response } = await read({ course, user })
    expect(practiceSchema.parse(json).items.map(({ item }) => item)).toEqual(['q2', 'q3'])
    expect(await response.text()).not.toContain('Right 1')
    const published = await publish({ cms, course: course.course })
    expect(published).toMatchObject({ problems: [expect.stringContaining(`${shared} is left out of practice`)] })
  })

  it('is not drawn from the bank out of practice', async () => {
    const { course } = await practising()
    const tag = `tag-${course.slug}`
    for (const id of course.questions) {
      await cms.payload.update({
        collection: 'questions',
        id,
        data: { tags: [tag], _status: 'published' },
        overrideAccess: true,
        depth: 0,
        locale: 'en',
        context: { [skipPublishing]: true },
      })
    }
    const graded = await createCourse({ cms })
    const [own = ''] = graded.questions
    await changeTest({
      cms,
      course: graded,
      change: {
        items: [
          { blockType: 'fixedQuestion', question: own, maxMark: 1 },
          { blockType: 'draw', tags: [tag], count: 2, maxMark: 1 },
        ],
      },
    })
    const [row] = await rowsOf({
      cms,
      text: `select jsonb_array_length("items" -> 1 -> 'pool') as n from "edition_tests" where "test" = $1 and "current"`,
      values: [graded.test],
    })
    expect(row).toEqual({ n: 0 })
  })
})
