import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse, paragraph, publish, type TestCourse } from '../support/createCourse.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.stop())

const progressOf = async ({ user, course }: { user: TestUser; course: string }) =>
  (await cms.learn({ method: 'GET', path: `/courses/${course}/progress`, user })).json

async function enrolled({ course }: { course: TestCourse }): Promise<TestUser> {
  const user = await cms.createUser({ roles: ['learner'] })
  await cms.learn({ method: 'POST', path: `/courses/${course.course}/enrol`, user })
  return user
}

describe('enrolling', () => {
  it('enrols once, however often it is asked at the same time', async () => {
    const course = await createCourse({ cms })
    const user = await cms.createUser({ roles: ['learner'] })
    const calls = Array.from({ length: 20 }, () => cms.learn({ method: 'POST', path: `/courses/${course.course}/enrol`, user }))
    const statuses = (await Promise.all(calls)).map(({ status }) => status)
    const { totalDocs } = await cms.payload.count({
      collection: 'enrolments',
      where: { learner: { equals: user.id } },
      overrideAccess: true,
    })
    expect({ statuses: new Set(statuses), totalDocs }).toEqual({ statuses: new Set([200]), totalDocs: 1 })
  })

  it('asks for a session', async () => {
    const course = await createCourse({ cms })
    const { status, json } = await cms.learn({ method: 'POST', path: `/courses/${course.course}/enrol` })
    expect([status, json]).toEqual([401, { error: { code: 'NOT_SIGNED_IN', message: expect.any(String) } }])
  })

  it('refuses a course that has to be bought', async () => {
    const course = await createCourse({ cms, access: 'paid' })
    const user = await cms.createUser({ roles: ['learner'] })
    const { status, json } = await cms.learn({ method: 'POST', path: `/courses/${course.course}/enrol`, user })
    expect([status, json]).toEqual([402, { error: { code: 'PAYMENT_REQUIRED', message: expect.any(String) } }])
  })

  it('names the courses that have to be completed first', async () => {
    const first = await createCourse({ cms })
    const second = await createCourse({ cms, prerequisites: [first.course] })
    const user = await cms.createUser({ roles: ['learner'] })
    const { status, json } = await cms.learn({ method: 'POST', path: `/courses/${second.course}/enrol`, user })
    expect([status, json]).toEqual([
      409,
      { error: { code: 'PREREQUISITES_MISSING', message: expect.any(String), details: { prerequisites: [first.slug] } } },
    ])
  })

  it('does not know a course that is not published', async () => {
    const user = await cms.createUser({ roles: ['learner'] })
    const { status, json } = await cms.learn({
      method: 'POST',
      path: '/courses/00000000-0000-7000-8000-000000000000/enrol',
      user,
    })
    expect([status, json]).toEqual([404, { error: { code: 'COURSE_NOT_PUBLISHED', message: expect.any(String) } }])
  })
})

describe('progress', () => {
  it('completes a lesson by its rule and counts it in the percentage', async () => {
    const course = await createCourse({ cms, lessons: 4 })
    const user = await enrolled({ course })
    const { json } = await cms.learn({ method: 'POST', path: `/lessons/${course.lessons[1]}/view`, user })
    expect([json, await progressOf({ user, course: course.course })]).toMatchObject([
      { completed: true },
      { enrolled: true, percent: 25 },
    ])
  })

  it('does not complete a lesson by opening it when its rule asks for a test', async () => {
    const course = await createCourse({ cms })
    const user = await enrolled({ course })
    const { json } = await cms.learn({ method: 'POST', path: `/lessons/${course.lessons[0]}/view`, user })
    expect(json).toEqual({ completed: false })
  })

  it('goes on where the learner left off', async () => {
    const course = await createCourse({ cms, lessons: 3 })
    const user = await enrolled({ course })
    await cms.learn({ method: 'POST', path: `/lessons/${course.lessons[1]}/view`, user })
    expect(await progressOf({ user, course: course.course })).toMatchObject({
      resume: { path: `${course.slug}/module/lesson-2` },
    })
  })

  it('never falls when a lesson is added to the course', async () => {
    const course = await createCourse({ cms, lessons: 3 })
    const user = await enrolled({ course })
    await cms.learn({ method: 'POST', path: `/lessons/${course.lessons[1]}/view`, user })
    const before = await progressOf({ user, course: course.course })
    await cms.payload.create({
      collection: 'lessons',
      data: {
        title: 'Added',
        slug: 'added',
        course: course.course,
        module: course.module,
        order: 9,
        kind: 'lesson',
        body: paragraph('more'),
        completion: { kind: 'done' },
        _status: 'published',
      },
      overrideAccess: true,
      depth: 0,
    })
    await publish({ cms, course: course.course })
    await cms.learn({ method: 'POST', path: `/lessons/${course.lessons[1]}/view`, user })
    const after = await progressOf({ user, course: course.course })
    expect([before.percent, after.percent]).toEqual([33, 33])
  })

  it('does not deadlock when two tabs record different lessons at once', async () => {
    const course = await createCourse({ cms, lessons: 6 })
    const user = await enrolled({ course })
    const calls = course.lessons.slice(1).map((lesson) => cms.learn({ method: 'POST', path: `/lessons/${lesson}/view`, user }))
    const statuses = (await Promise.all(calls)).map(({ status }) => status)
    expect([new Set(statuses), (await progressOf({ user, course: course.course })).percent]).toEqual([new Set([200]), 83])
  })

  it('refuses a lesson of a course the learner is not enrolled in', async () => {
    const course = await createCourse({ cms })
    const user = await cms.createUser({ roles: ['learner'] })
    const { status, json } = await cms.learn({ method: 'POST', path: `/lessons/${course.lessons[1]}/view`, user })
    expect([status, json.error]).toMatchObject([403, { code: 'NOT_ENROLLED' }])
  })
})

describe('reading protected lessons', () => {
  it('sends a visitor to the sign-in page and a learner back with a signed right', async () => {
    const course = await createCourse({ cms, access: 'enrolled' })
    const path = `/entitlement?return=${encodeURIComponent(`/en/courses/${course.slug}/module/lesson-1/`)}`
    const visitor = await cms.learn({ method: 'GET', path })
    const user = await enrolled({ course })
    const learner = await cms.learn({ method: 'GET', path, user })
    expect([
      visitor.response.headers.get('location'),
      learner.response.headers.get('location'),
      learner.response.headers.get('set-cookie'),
    ]).toEqual([
      `/en/sign-in/?return=${encodeURIComponent(`/en/courses/${course.slug}/module/lesson-1/`)}`,
      `/en/courses/${course.slug}/module/lesson-1/`,
      expect.stringContaining('lectern-access='),
    ])
  })

  it('does not send anyone to another site', async () => {
    const { status } = await cms.learn({ method: 'GET', path: '/entitlement?return=//evil.example' })
    expect(status).toBe(400)
  })
})
