import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { emit, inTransaction } from '@lectern/kernel'
import { remindOfStreaks } from '@lectern/notifications'
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

describe('the reminder of a streak', () => {
  /** A learner with a streak whose last active day is this one. */
  const withStreak = async ({
    zone,
    days = 5,
    freezes = 0,
    last,
  }: {
    zone: string
    days?: number
    freezes?: number
    last: string
  }) => {
    const user = await cms.createUser({ roles: ['learner'] })
    await rowsOf({ cms, text: `update "users" set "time_zone" = $2 where "id" = $1`, values: [user.id, zone] })
    await rowsOf({
      cms,
      text: `insert into "xp_totals" ("id", "learner_id", "total", "entries", "level", "streak_days", "longest_streak", "freezes", "last_day")
             values (gen_random_uuid(), $1, 0, 0, 1, $2, $2, $3, $4)`,
      values: [user.id, days, freezes, last],
    })
    return user
  }
  const remindAt = (at: string) => remindOfStreaks({ req: { payload: cms.payload }, now: at })

  it('comes once, in the evening of the learner’s own day', async () => {
    const inBerlin = await withStreak({ zone: 'Europe/Berlin', last: '2026-06-09' })
    const inNewYork = await withStreak({ zone: 'America/New_York', last: '2026-06-09' })
    await remindAt('2026-06-10T15:30:00Z')
    const before = await kindsOf(inBerlin)
    for (const at of ['2026-06-10T16:30:00Z', '2026-06-10T17:30:00Z', '2026-06-10T18:30:00Z']) await remindAt(at)
    expect([before, await kindsOf(inBerlin), await kindsOf(inNewYork)]).toEqual([[], ['xp.streak-ends'], []])
  })

  it('does not come to whoever was active today, has a freeze, or has hardly a streak', async () => {
    const users = [
      await withStreak({ zone: 'UTC', last: '2026-07-10' }),
      await withStreak({ zone: 'UTC', last: '2026-07-09', freezes: 1 }),
      await withStreak({ zone: 'UTC', last: '2026-07-09', days: 2 }),
      await withStreak({ zone: 'UTC', last: '2026-07-08' }),
    ]
    await remindAt('2026-07-10T19:00:00Z')
    expect(await Promise.all(users.map(kindsOf))).toEqual([[], [], [], []])
  })
})

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
