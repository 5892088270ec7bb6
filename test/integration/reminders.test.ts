import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { emit, inTransaction } from '@lectern/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse } from '../support/createCourse.ts'
import { begin, courseWith, enrolledIn, rowsOf } from '../support/takeTest.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.stop())

const kindsOf = async (user: TestUser) =>
  ((await cms.learn({ method: 'GET', path: '/notifications', user })).json.items as { kind: string }[]).map(({ kind }) => kind)
const remind = async () => {
  await rowsOf({ cms, text: `select graphile_worker.add_job('notifications.remind', '{}')`, values: [] })
  await cms.runJobs()
}

describe('reminders', () => {
  it('tell once of a test that closes within a day, and not those who have handed it in', async () => {
    const course = await courseWith({ cms, settings: { closesAt: new Date(Date.now() + 3_600_000).toISOString() } })
    const [late, done] = [await enrolledIn({ cms, course }), await enrolledIn({ cms, course })]
    const { json } = await begin({ cms, course, user: done })
    await cms.learn({ method: 'POST', path: `/attempts/${json.attempt}/submit`, user: done })
    await remind()
    await remind()
    const closes = 'notifications.test-closes'
    expect([(await kindsOf(late)).filter((kind) => kind === closes), (await kindsOf(done)).includes(closes)]).toEqual([
      [closes],
      false,
    ])
  })

  it('say nothing of a test that closes in a week', async () => {
    const course = await courseWith({ cms, settings: { closesAt: new Date(Date.now() + 7 * 86_400_000).toISOString() } })
    const user = await enrolledIn({ cms, course })
    await remind()
    expect(await kindsOf(user)).toEqual([])
  })

  it('tell once of a course that was not opened for two weeks, and nothing of one that was', async () => {
    const course = await createCourse({ cms })
    const [idle, busy] = [await enrolledIn({ cms, course }), await enrolledIn({ cms, course })]
    await rowsOf({
      cms,
      text: `update "enrolments" set "updated_at" = now() - interval '20 days' where "learner_id" = $1`,
      values: [idle.id],
    })
    await remind()
    await remind()
    expect([await kindsOf(idle), await kindsOf(busy)]).toEqual([['notifications.course-idle'], []])
  })
})

it('tells of levels and achievements, once each', async () => {
  const user = await cms.createUser({ roles: ['learner'] })
  const at = new Date().toISOString()
  await inTransaction({ payload: cms.payload }, async (req) => {
    await emit({ req, name: 'level.reached@1', key: `${user.id}/2`, data: { learner: user.id, level: 2, at } })
    await emit({
      req,
      name: 'achievement.awarded@1',
      key: `${user.id}/first/1`,
      data: { learner: user.id, achievement: 'first', tier: 1, at },
    })
  })
  await cms.runJobs()
  expect((await kindsOf(user)).sort()).toEqual(['achievements.awarded', 'xp.level-reached'])
})
