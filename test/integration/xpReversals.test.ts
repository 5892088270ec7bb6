import { seedXp } from '@lectern/cms/commands/seedXp'
import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { xpLedgerSchema } from '@lectern/content-schemas'
import { deliverEvent, emit, inTransaction } from '@lectern/kernel'
import { recountLedger, recountScores, recountTotals } from '@lectern/xp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse, type TestCourse } from '../support/createCourse.ts'
import { begin, enrolledIn, rowsOf } from '../support/takeTest.ts'
import { ledgerOf, totalOf } from '../support/xp.ts'

let cms: TestCms
let course: TestCourse
let admin: TestUser
beforeAll(async () => {
  cms = await startTestCms()
  await seedXp({ payload: cms.payload })
  course = await createCourse({ cms, lessons: 2 })
  admin = await cms.createUser({ roles: ['admin'] })
})
afterAll(() => cms.stop())

const req = () => ({ payload: cms.payload })

/** Takes the test with everything right or nothing, and what follows; answers the attempt. */
async function take({ user, right }: { user: TestUser; right: boolean }): Promise<string> {
  const { json } = await begin({ cms, course, user })
  const responses = (right ? ['r1', 'r2'] : ['w1', 'w2']).map((option, index) => ({
    item: `q${index + 1}`,
    revision: 1,
    response: { option },
  }))
  await cms.learn({ method: 'POST', path: `/attempts/${json.attempt}/submit`, body: { responses }, user })
  await cms.runJobs()
  return String(json.attempt)
}

/** What a regrade leaves behind: the result of the attempt, and its event. Answers the event. */
async function regrade({ attempt, user, percent }: { attempt: string; user: TestUser; percent: number }): Promise<string> {
  const passed = percent >= 50
  const [row] = await rowsOf({
    cms,
    text: `update "attempts" set "percent" = $2, "passed" = $3 where "id" = $1 returning "test_id" as test`,
    values: [attempt, percent, passed],
  })
  const at = new Date().toISOString()
  const data = {
    attempt,
    learner: user.id,
    test: String(row?.test),
    course: course.course,
    lesson: null,
    testKey: 'post',
    before: { percent: 100 - percent, passed: !passed },
    after: { percent, passed },
    at,
  }
  const event = await inTransaction(req(), (inner) =>
    emit({ req: inner, name: 'attempt.regraded@1', key: `${attempt}/${at}`, data }),
  )
  await cms.runJobs()
  return String(event)
}

const pointsByCode = async (user: TestUser) => {
  const sums = new Map<string, number>()
  for (const { code, points } of await ledgerOf({ cms, user }))
    sums.set(String(code), (sums.get(String(code)) ?? 0) + Number(points))
  return Object.fromEntries(sums)
}
const given = { 'lesson-completed': 10, 'test-passed': 20, 'first-try': 10 }
const lost = { 'lesson-completed': 10, 'test-passed': 0, 'first-try': 0 }

describe('points of an attempt whose marks changed', () => {
  it('are taken back by further lines, once, and the totals follow', async () => {
    const user = await enrolledIn({ cms, course })
    const attempt = await take({ user, right: true })
    const before = await pointsByCode(user)
    const event = await regrade({ attempt, user, percent: 0 })
    await Promise.all([1, 2, 3].map(() => deliverEvent({ req: req(), event, handler: 'xp.follow-regrade' })))
    const told = await rowsOf({
      cms,
      text: `select ("data" ->> 'amount')::int as amount from "events" where "name" = 'xp.reversed@1' and "data" ->> 'learner' = $1 order by 1`,
      values: [user.id],
    })
    expect([before, await pointsByCode(user), (await totalOf({ cms, user }))?.total, told.map(({ amount }) => amount)]).toEqual([
      given,
      lost,
      10,
      [10, 20],
    ])
  })

  it('come back when the marks do, and go again, however often', async () => {
    const user = await enrolledIn({ cms, course })
    const attempt = await take({ user, right: true })
    const seen: unknown[] = []
    for (const percent of [0, 100, 0, 100]) {
      await regrade({ attempt, user, percent })
      seen.push(await pointsByCode(user))
    }
    const whole = { ...given, 'perfect-score': 10 }
    expect(seen).toEqual([lost, whole, { ...lost, 'perfect-score': 0 }, whole])
  })

  it('stay where another attempt earned them as well', async () => {
    const user = await enrolledIn({ cms, course })
    const first = await take({ user, right: true })
    await take({ user, right: true })
    await regrade({ attempt: first, user, percent: 0 })
    expect(await pointsByCode(user)).toMatchObject({ 'test-passed': 20, 'first-try': 0 })
  })

  it('are given where only the new marks earn them', async () => {
    const user = await enrolledIn({ cms, course })
    const attempt = await take({ user, right: false })
    const before = await pointsByCode(user)
    await regrade({ attempt, user, percent: 60 })
    expect([before['test-passed'], await pointsByCode(user)]).toMatchObject([undefined, { 'test-passed': 20, 'first-try': 10 }])
  })
})

describe('a line of the ledger', () => {
  const reverse = ({ id, by, note = 'Given by mistake.' }: { id: unknown; by: TestUser; note?: string }) =>
    cms.rest({ method: 'POST', path: `/xp-ledger/${id}/reverse`, body: { note }, user: by })
  const linesOf = (user: TestUser) =>
    rowsOf({
      cms,
      text: `select "id", "code", "points"::int, "note" from "xp_ledger" where "learner_id" = $1 order by "seq"`,
      values: [user.id],
    })

  it('is taken back by an administrator, once, however many press the button', async () => {
    const user = await enrolledIn({ cms, course })
    await take({ user, right: true })
    const [line] = await linesOf(user)
    const total = Number((await totalOf({ cms, user }))?.total)
    const answers = await Promise.all([1, 2, 3].map(() => reverse({ id: line?.id, by: admin })))
    const ledger = xpLedgerSchema.parse((await cms.learn({ method: 'GET', path: '/xp/ledger', user })).json)
    expect([
      answers.map(({ status }) => status).toSorted(),
      (await totalOf({ cms, user }))?.total,
      (await linesOf(user)).at(-1)?.note,
      ledger.entries[0]?.reversal,
    ]).toEqual([[200, 409, 409], total - Number(line?.points), 'Given by mistake.', true])
  })

  it('is taken back by nobody else, and not without a reason', async () => {
    const user = await enrolledIn({ cms, course })
    await take({ user, right: true })
    const [line] = await linesOf(user)
    const editor = await cms.createUser({ roles: ['editor'] })
    const answers = [
      await reverse({ id: line?.id, by: user }),
      await reverse({ id: line?.id, by: editor }),
      await reverse({ id: line?.id, by: admin, note: ' ' }),
      await reverse({ id: 'nonsense', by: admin }),
      await reverse({ id: course.course, by: admin }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 400, 400, 404])
  })
})

it('agrees with the log and with the totals after all of that', async () => {
  const recounts = [await recountTotals({ req: req() }), await recountLedger({ req: req() }), await recountScores({ req: req() })]
  expect(recounts.flatMap(({ differences }) => differences)).toEqual([])
})
