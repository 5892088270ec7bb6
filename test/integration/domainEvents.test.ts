import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse, publish } from '../support/createCourse.ts'
import { begin, begun, enrolledIn, rowsOf } from '../support/takeTest.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.stop())

const allRight = [
  { item: 'q1', revision: 1, response: { option: 'r1' } },
  { item: 'q2', revision: 1, response: { option: 'r2' } },
  { item: 'q3', revision: 1, response: { text: 'canary answer' } },
]

/** Names and data of the events whose data names this document, in order. */
async function eventsOf({ field, id }: { field: string; id: string }) {
  const text = `select "name", "data" from "events" where "data" ->> $1 = $2 order by "id"`
  return rowsOf({ cms, text, values: [field, id] })
}

const submit = ({ user, attempt, responses }: { user: TestUser; attempt: string; responses: unknown[] }) =>
  cms.learn({ method: 'POST', path: `/attempts/${attempt}/submit`, user, body: { responses } })

describe('an attempt', () => {
  it('tells that it was started, handed in and graded', async () => {
    const { course, user, attempt } = await begun({ cms })
    await submit({ user, attempt, responses: allRight.slice(0, 2) })
    const facts = { attempt, learner: user.id, test: course.test, course: course.course, lesson: course.lessons[0], number: 1 }
    expect(await eventsOf({ field: 'attempt', id: attempt })).toEqual([
      { name: 'attempt.started@1', data: { ...facts, dueAt: null, at: expect.any(String) } },
      { name: 'attempt.submitted@1', data: { ...facts, at: expect.any(String) } },
      {
        name: 'attempt.graded@1',
        data: {
          ...facts,
          testKey: 'post',
          percent: 66.66667,
          passed: true,
          mark: 2,
          maxMark: 3,
          fraction: 2 / 3,
          firstPass: true,
          at: expect.any(String),
        },
      },
    ])
  })

  it('tells that its time ran out when nobody handed it in', async () => {
    const { user, attempt } = await begun({ cms, settings: { timeLimitSeconds: 60 } })
    await rowsOf({ cms, text: `update "attempts" set "due_at" = now() - interval '1 minute' where "id" = $1`, values: [attempt] })
    await cms.learn({ method: 'GET', path: `/attempts/${attempt}/review`, user })
    const names = (await eventsOf({ field: 'attempt', id: attempt })).map(({ name }) => name)
    expect(names).toEqual(['attempt.started@1', 'attempt.expired@1', 'attempt.graded@1'])
  })

  it('is a first pass once, whatever fails before and passes after it', async () => {
    const course = await createCourse({ cms })
    const user = await enrolledIn({ cms, course })
    for (const responses of [[], allRight, allRight]) {
      const { json } = await begin({ cms, course, user })
      await submit({ user, attempt: String(json.attempt), responses })
    }
    const graded = await rowsOf({
      cms,
      text: `select "data" -> 'number' as number, "data" -> 'firstPass' as first from "events"
             where "name" = 'attempt.graded@1' and "data" ->> 'learner' = $1 order by "id"`,
      values: [user.id],
    })
    expect(graded).toEqual([
      { number: 1, first: false },
      { number: 2, first: true },
      { number: 3, first: false },
    ])
  })
})

it('tells once that a lesson was opened, and that it was completed', async () => {
  const course = await createCourse({ cms })
  const user = await enrolledIn({ cms, course })
  const view = () => cms.learn({ method: 'POST', path: `/lessons/${course.lessons[1]}/view`, user })
  await view()
  await view()
  const names = (await eventsOf({ field: 'lesson', id: String(course.lessons[1]) })).map(({ name }) => name)
  expect(names).toEqual(['lesson.started@1', 'lesson.completed@1'])
})

it('tells that a course is no longer published', async () => {
  const course = await createCourse({ cms })
  await rowsOf({ cms, text: `update "courses" set "_status" = 'draft' where "id" = $1`, values: [course.course] })
  await publish({ cms, course: course.course })
  const names = (await eventsOf({ field: 'course', id: course.course })).map(({ name }) => name)
  expect(names).toEqual(['course.published@1', 'course.withdrawn@1'])
})
