import { randomUUID } from 'node:crypto'
import { seedAchievements } from '@lectern/cms/commands/seedAchievements'
import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { myAchievementsSchema } from '@lectern/content-schemas'
import { deliverEvent, type EventToEmit, emit, inTransaction } from '@lectern/kernel'
import { countQueries } from '@lectern/kernel/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse, type TestCourse } from '../support/createCourse.ts'
import { enrolledIn, rowsOf } from '../support/takeTest.ts'

let cms: TestCms
let course: TestCourse
beforeAll(async () => {
  cms = await startTestCms()
  course = await createCourse({ cms, lessons: 3 })
})
afterAll(() => cms.stop())

const now = () => new Date().toISOString()
const happen = async (event: EventToEmit) =>
  String(await inTransaction({ payload: cms.payload }, (req) => emit({ req, ...event })))
const lesson = (learner: string): EventToEmit => {
  const data = { learner, course: course.course, lesson: randomUUID(), at: now() }
  return { name: 'lesson.completed@1', key: `${learner}/${data.lesson}`, data }
}
const finished = (learner: string, where = course.course): EventToEmit => ({
  name: 'course.completed@1',
  key: randomUUID(),
  data: { learner, course: where, enrolment: randomUUID(), at: now() },
})

let serial = 0
async function createAchievement(change: Record<string, unknown>): Promise<string> {
  serial += 1
  const code = `achievement-${serial}`
  const data = { title: `Achievement ${serial}`, code, art: 'book', ...change }
  await cms.payload.create({ collection: 'achievements', data, overrideAccess: true, depth: 0 })
  return code
}
const tier = (code: string, args: Record<string, unknown>) => ({ rule: { code, args } })

const awardsOf = async (code: string) =>
  rowsOf({
    cms,
    text: `select w."learner_id" as learner, w."tier"::int, w."state", w."place"::int from "achievement_awards" w
           join "achievements" a on a."id" = w."achievement_id" where a."code" = $1 order by w."place", w."tier"`,
    values: [code],
  })
const mine = async (user: TestUser, query = '') =>
  myAchievementsSchema.parse((await cms.learn({ method: 'GET', path: `/achievements${query}`, user })).json)

describe('an achievement', () => {
  it('is awarded once when its criterion is met, tier by tier, and each award is told once', async () => {
    const code = await createAchievement({
      tiers: [tier('lessons-completed', { count: 1 }), tier('lessons-completed', { count: 3 })],
    })
    const user = await enrolledIn({ cms, course })
    for (let count = 0; count < 4; count += 1) await happen(lesson(user.id))
    await cms.runJobs()
    const told = await rowsOf({
      cms,
      text: `select "data" ->> 'tier' as tier from "events" where "name" = 'achievement.awarded@1' and "key" like $1 order by 1`,
      values: [`${user.id}/${code}/%`],
    })
    expect([await awardsOf(code), told]).toMatchObject([
      [
        { tier: 1, state: 'awarded' },
        { tier: 2, state: 'awarded' },
      ],
      [{ tier: '1' }, { tier: '2' }],
    ])
  })

  it('counts each event once when ten workers deliver it, and loses none of twenty at once', async () => {
    const code = await createAchievement({ tiers: [tier('lessons-completed', { count: 100 })] })
    const user = await enrolledIn({ cms, course })
    const events = await Promise.all(Array.from({ length: 20 }, () => happen(lesson(user.id))))
    const deliver = (event: string) =>
      deliverEvent({ req: { payload: cms.payload }, event, handler: 'achievements.advance-lesson.completed-1' })
    await Promise.all(events.flatMap((event) => [deliver(event), deliver(event)]))
    const shown = (await mine(user)).achievements.find((one) => one.code === code)
    expect(shown?.tiers).toMatchObject([{ done: 20, of: 100, awardedAt: null }])
  })

  it('with places goes to no more learners than there are places, however many arrive at once', async () => {
    const where = randomUUID()
    const code = await createAchievement({ tiers: [tier('first-learners', { places: 3, course: where })] })
    const users = await Promise.all(Array.from({ length: 8 }, () => cms.createUser({ roles: ['learner'] })))
    const events = await Promise.all(users.map(({ id }) => happen(finished(id, where))))
    await Promise.all(
      events.map((event) =>
        deliverEvent({ req: { payload: cms.payload }, event, handler: 'achievements.advance-course.completed-1' }),
      ),
    )
    expect((await awardsOf(code)).map(({ place }) => place)).toEqual([1, 2, 3])
  })

  it('that can be taken back is, when a regrade takes its ground away, and is given again with it', async () => {
    const code = await createAchievement({ revocable: true, tiers: [tier('score-at-least', { percent: 80 })] })
    const kept = await createAchievement({ tiers: [tier('score-at-least', { percent: 80 })] })
    const user = await enrolledIn({ cms, course })
    const attempt = randomUUID()
    const common = { attempt, learner: user.id, test: course.test, course: course.course, lesson: null, testKey: 'post' }
    const graded = { number: 1, mark: 9, maxMark: 10, fraction: 0.9, firstPass: true, percent: 90, passed: true, at: now() }
    await happen({ name: 'attempt.graded@1', key: attempt, data: { ...common, ...graded } })
    const states: unknown[] = []
    const regrade = async (percent: number) => {
      const marks = { before: { percent: 0, passed: false }, after: { percent, passed: percent > 60 } }
      await happen({ name: 'attempt.regraded@1', key: randomUUID(), data: { ...common, ...marks, at: now() } })
      await cms.runJobs()
      states.push([(await awardsOf(code))[0]?.state, (await awardsOf(kept))[0]?.state])
    }
    await cms.runJobs()
    await regrade(50)
    await regrade(95)
    expect(states).toEqual([
      ['revoked', 'awarded'],
      ['awarded', 'awarded'],
    ])
  })

  it('begins anew when its criterion becomes another one, and what was earned stays', async () => {
    const code = await createAchievement({ tiers: [tier('lessons-completed', { count: 1 })] })
    const user = await enrolledIn({ cms, course })
    await happen(lesson(user.id))
    await cms.runJobs()
    const { docs } = await cms.payload.find({
      collection: 'achievements',
      where: { code: { equals: code } },
      overrideAccess: true,
      depth: 0,
    })
    await cms.payload.update({
      collection: 'achievements',
      id: String(docs[0]?.id),
      data: { tiers: [tier('all-of', { of: [tier('lessons-completed', { count: 5 }).rule] })] },
      overrideAccess: true,
      depth: 0,
    })
    await happen(lesson(user.id))
    await cms.runJobs()
    expect((await mine(user)).achievements.find((one) => one.code === code)?.tiers).toMatchObject([
      { done: 1, of: 5, awardedAt: expect.any(String) },
    ])
  })

  it('whose criterion is gone is shown as wrong and stops nothing', async () => {
    const broken = await createAchievement({ tiers: [tier('lessons-completed', { count: 1 })] })
    const sound = await createAchievement({ tiers: [tier('lessons-completed', { count: 1 })] })
    await rowsOf({
      cms,
      text: `update "achievement_tiers" t set "rule" = '{"code":"gone","args":{}}' from "achievements" a
             where a."id" = t."_parent_id" and a."code" = $1`,
      values: [broken],
    })
    const user = await enrolledIn({ cms, course })
    await happen(lesson(user.id))
    await cms.runJobs()
    const { docs } = await cms.payload.find({
      collection: 'achievements',
      where: { code: { equals: broken } },
      overrideAccess: true,
      depth: 0,
    })
    expect([docs[0]?.tiers?.[0]?.ruleInWords, (await awardsOf(broken)).length, (await awardsOf(sound)).length]).toEqual([
      expect.stringContaining('RULE_KIND_UNKNOWN'),
      0,
      1,
    ])
  })

  it.each([
    [{ art: 'no-such-stamp' }, 'art'],
    [{ code: 'Not A Code' }, 'code'],
    [{ tiers: [tier('lessons-completed', { count: 0 })] }, 'RULE_ARGS_INVALID'],
  ])('is refused with %j', async (change, word) => {
    const editor = await cms.createUser({ roles: ['editor'] })
    const body = { title: 'x', code: 'refused', art: 'book', tiers: [tier('lessons-completed', { count: 1 })], ...change }
    const response = await cms.rest({ method: 'POST', path: '/achievements', body, user: editor })
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(word)])
  })
})

describe('what a learner sees', () => {
  it('says nothing of a secret achievement until it is earned, but that there is one', async () => {
    const code = await createAchievement({
      secret: true,
      title: 'SECRET-TITLE',
      tiers: [tier('courses-completed', { count: 1, course: course.course })],
    })
    const user = await enrolledIn({ cms, course })
    const before = await mine(user)
    const hidden = JSON.stringify(before).includes('SECRET-TITLE') || JSON.stringify(before).includes(code)
    await happen(finished(user.id))
    await cms.runJobs()
    const after = await mine(user)
    expect([hidden, before.secrets - after.secrets, after.achievements.find((one) => one.code === code)]).toMatchObject([
      false,
      1,
      { title: 'SECRET-TITLE', secret: true, tiers: [{ awardedAt: expect.any(String) }] },
    ])
  })

  it('costs three statements at most, and so much for an event that moves all of them', async () => {
    const user = await enrolledIn({ cms, course })
    const event = await happen(lesson(user.id))
    const handler = 'achievements.advance-lesson.completed-1'
    const advanced = await countQueries(() => deliverEvent({ req: { payload: cms.payload }, event, handler }))
    await mine(user)
    const read = await countQueries(() => mine(user))
    expect(read.statements.length).toBeLessThanOrEqual(3)
    // Receipt, event, tiers, lock, states, saving, awards, one statement of events, and the transaction around them.
    expect(advanced.statements.length).toBeLessThanOrEqual(20)
  })

  it('needs a session', async () => {
    expect((await cms.learn({ method: 'GET', path: '/achievements' })).status).toBe(401)
  })
})

describe('the demo', () => {
  it('has achievements that all work, in both languages', async () => {
    const demo = await startTestCms()
    await seedAchievements({ payload: demo.payload })
    const user = await demo.createUser({ roles: ['learner'] })
    const { json } = await demo.learn({ method: 'GET', path: '/achievements?locale=ru', user })
    await demo.stop()
    const { achievements, secrets } = myAchievementsSchema.parse(json)
    const untranslated = achievements.filter(({ title, description }) => !/[а-я]/i.test(title + description))
    expect([achievements.length, secrets, untranslated]).toEqual([10, 2, []])
  })
})
