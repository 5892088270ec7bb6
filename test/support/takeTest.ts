import type { TestCms, TestUser } from '@lectern/cms/testing'
import { attemptSchema, type TestSettings } from '@lectern/content-schemas'
import { sqlOf } from '@lectern/kernel'
import { skipPublishing } from '@lectern/publishing'
import { createCourse, publish, type TestCourse } from './createCourse.ts'

export type Answer = { status: number; json: Record<string, unknown>; response: Response }
export type Begun = { course: TestCourse; user: TestUser; attempt: string }

/** Changes fields of a course's test, as an author does, and publishes the course again. */
export async function changeTest({
  cms,
  course,
  change,
}: {
  cms: TestCms
  course: TestCourse
  change: Record<string, unknown>
}): Promise<void> {
  await cms.payload.update({
    collection: 'tests',
    id: course.test,
    data: { ...change, _status: 'published' },
    overrideAccess: true,
    depth: 0,
    locale: 'en',
    context: { [skipPublishing]: true },
  })
  await publish({ cms, course: course.course })
}

export async function courseWith({
  cms,
  settings,
}: {
  cms: TestCms
  settings: Partial<TestSettings> & { accessCode?: string }
}): Promise<TestCourse> {
  const course = await createCourse({ cms })
  await changeTest({ cms, course, change: { settings } })
  return course
}

export async function enrolledIn({ cms, course }: { cms: TestCms; course: TestCourse }): Promise<TestUser> {
  const user = await cms.createUser({ roles: ['learner'] })
  await cms.learn({ method: 'POST', path: `/courses/${course.course}/enrol`, user })
  return user
}

export function begin({
  cms,
  course,
  user,
  body,
}: {
  cms: TestCms
  course: TestCourse
  user: TestUser
  body?: unknown
}): Promise<Answer> {
  return cms.learn({ method: 'POST', path: `/tests/${course.test}/attempts`, user, body })
}

/** A learner who has just begun a test with these rules. */
export async function begun({ cms, settings = {} }: { cms: TestCms; settings?: Partial<TestSettings> }): Promise<Begun> {
  const course = await courseWith({ cms, settings })
  const user = await enrolledIn({ cms, course })
  const { json } = await begin({ cms, course, user })
  return { course, user, attempt: attemptSchema.parse(json).attempt }
}

export async function rowsOf({
  cms,
  text,
  values,
}: {
  cms: TestCms
  text: string
  values: unknown[]
}): Promise<Record<string, unknown>[]> {
  return (await sqlOf({ payload: cms.payload })).rows({ text, values })
}
