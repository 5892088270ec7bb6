import { randomUUID } from 'node:crypto'
import { seedXp } from '@lectern/cms/commands/seedXp'
import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { myXpSchema, xpLedgerSchema } from '@lectern/content-schemas'
import { deliverEvent, emit, inTransaction } from '@lectern/kernel'
import { countQueries } from '@lectern/kernel/testing'
import { rebuildXp, recountLedger, recountTotals } from '@lectern/xp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse, type TestCourse } from '../support/createCourse.ts'
import { begin, enrolledIn, rowsOf } from '../support/takeTest.ts'
import { createXpRule, ledgerOf, totalOf } from '../support/xp.ts'

let cms: TestCms
let course: TestCourse
let lessonRule: string
beforeAll(async () => {
  cms = await startTestCms()
  course = await createCourse({ cms, lessons: 12 })
  lessonRule = await createXpRule({ cms, code: 'lesson-completed', args: { points: 10 } })
  await createXpRule({ cms, code: 'test-passed', args: { points: 20 } })
  await createXpRule({ cms, code: 'first-try', args: { points: 5 } })
})
afterAll(() => cms.stop())

const view = ({ user, lesson }: { user: TestUser; lesson: number }) =>
  cms.learn({ method: 'POST', path: `/lessons/${course.lessons[lesson]}/view`, user })

/** A completed lesson as the log has it, without all that leads to it. */
function completed({ learner, lesson = randomUUID(), at }: { learner: string; lesson?: string; at: string }) {
  return inTransaction({ payload: cms.payload }, (req) =>
    emit({
      req,
      name: 'lesson.completed@1',
      key: `${learner}/${lesson}`,
      data: { learner, course: course.course, lesson, at },
    }),
  )
}

/** Takes the test: everything right, or nothing. */
async function take({ user, right }: { user: TestUser; right: boolean }): Promise<void> {
  const { json } = await begin({ cms, course, user })
  const given = right ? ['r1', 'r2'] : ['w1', 'w2']
  const responses = given.map((option, index) => ({ item: `q${index + 1}`, revision: 1, response: { option } }))
  const answer = await cms.learn({ method: 'POST', path: `/attempts/${json.attempt}/submit`, body: { responses }, user })
  expect(answer.status).toBe(200)
}

describe('earning', () => {
  it('gives points for a lesson once, however often it is opened', async () => {
    const user = await enrolledIn({ cms, course })
    await view({ user, lesson: 1 })
    await view({ user, lesson: 1 })
    await cms.runJobs()
    expect([await ledgerOf({ cms, user }), await totalOf({ cms, user })]).toEqual([
      [{ seq: 1, code: 'lesson-completed', source: `lesson/${course.lessons[1]}`, base: 10, points: 10, version: 1 }],
      { total: 10, entries: 1, level: 1, streak: 1 },
    ])
  })

  it('gives points for a test passed at the first try, and for passing it only once', async () => {
    const user = await enrolledIn({ cms, course })
    await take({ user, right: true })
    await take({ user, right: true })
    await cms.runJobs()
    const codes = (await ledgerOf({ cms, user })).map(({ code }) => code)
    expect(codes.toSorted()).toEqual(['first-try', 'lesson-completed', 'test-passed'])
  })

  it('gives no bonus for the first try to whom it did not succeed', async () => {
    const user = await enrolledIn({ cms, course })
    await take({ user, right: false })
    await take({ user, right: true })
    await cms.runJobs()
    expect((await ledgerOf({ cms, user })).map(({ code }) => code).toSorted()).toEqual(['lesson-completed', 'test-passed'])
  })

  it('has one effect when ten workers deliver the same event at once', async () => {
    const user = await enrolledIn({ cms, course })
    const event = await completed({ learner: user.id, at: new Date().toISOString() })
    const handler = 'xp.award-lesson.completed-1'
    await Promise.all(
      Array.from({ length: 10 }, () => deliverEvent({ req: { payload: cms.payload }, event: String(event), handler })),
    )
    expect(await totalOf({ cms, user })).toMatchObject({ total: 10, entries: 1 })
  })

  it('loses nothing and numbers without a gap when twenty events of one learner are handled at once', async () => {
    const user = await enrolledIn({ cms, course })
    const at = new Date().toISOString()
    const events = await Promise.all(Array.from({ length: 20 }, () => completed({ learner: user.id, at })))
    const handler = 'xp.award-lesson.completed-1'
    await Promise.all(events.map((event) => deliverEvent({ req: { payload: cms.payload }, event: String(event), handler })))
    const lines = await ledgerOf({ cms, user })
    expect([await totalOf({ cms, user }), lines.map(({ seq }) => seq)]).toEqual([
      { total: 200, entries: 20, level: 2, streak: 1 },
      Array.from({ length: 20 }, (_, index) => index + 1),
    ])
  })

  it('announces each level once', async () => {
    const user = await enrolledIn({ cms, course })
    for (let count = 0; count < 30; count += 1) await completed({ learner: user.id, at: new Date().toISOString() })
    await cms.runJobs()
    const levels = await rowsOf({
      cms,
      text: `select "data" ->> 'level' as level from "events" where "name" = 'level.reached@1' and "key" like $1 order by 1`,
      values: [`${user.id}/%`],
    })
    expect([await totalOf({ cms, user }), levels]).toMatchObject([{ total: 300, level: 3 }, [{ level: '2' }, { level: '3' }]])
  })

  it('needs no more than fifteen statements for an event that earns', async () => {
    const user = await enrolledIn({ cms, course })
    const event = await completed({ learner: user.id, at: new Date().toISOString() })
    const handler = 'xp.award-lesson.completed-1'
    const { statements } = await countQueries(() =>
      deliverEvent({ req: { payload: cms.payload }, event: String(event), handler }),
    )
    expect(statements.length).toBeLessThanOrEqual(15)
  })
})

describe('streaks', () => {
  it('grow by the calendar of where the learner is, in whatever order the days become known', async () => {
    const user = await enrolledIn({ cms, course })
    await cms.payload.update({
      collection: 'users',
      id: user.id,
      data: { timeZone: 'Pacific/Auckland' },
      overrideAccess: true,
      depth: 0,
    })
    // In Auckland these are the 1st, the 3rd and the 2nd of June; in UTC two of them are one day.
    for (const at of ['2026-05-31T12:30:00.000Z', '2026-06-02T12:30:00.000Z', '2026-06-02T11:30:00.000Z']) {
      await completed({ learner: user.id, at })
      await cms.runJobs()
    }
    const days = await rowsOf({ cms, text: `select "day" from "xp_days" where "learner_id" = $1 order by 1`, values: [user.id] })
    expect([await totalOf({ cms, user }), days.map(({ day }) => day)]).toMatchObject([
      { streak: 3 },
      ['2026-06-01', '2026-06-02', '2026-06-03'],
    ])
  })

  it('refuse a time zone that does not exist', async () => {
    const user = await cms.createUser({ roles: ['learner'] })
    const response = await cms.rest({ method: 'PATCH', path: `/users/${user.id}`, body: { timeZone: 'Mars/Olympus' }, user })
    expect(response.status).toBe(400)
  })
})

describe('rules', () => {
  it('keep each version, and an event is judged by the one in force when it happened', async () => {
    const user = await enrolledIn({ cms, course })
    const [first] = await rowsOf({
      cms,
      text: `select "effective_from"::text as at from "xp_rule_versions" where "rule" = $1`,
      values: [lessonRule],
    })
    const change = (points: number) =>
      cms.payload.update({
        collection: 'xp-rules',
        id: lessonRule,
        data: { rule: { code: 'lesson-completed', args: { points } } },
        overrideAccess: true,
        depth: 0,
      })
    const changed = await change(50)
    await completed({ learner: user.id, at: new Date(String(first?.at)).toISOString() })
    await completed({ learner: user.id, at: new Date(Date.now() + 1000).toISOString() })
    await cms.runJobs()
    await change(10)
    const points = (await ledgerOf({ cms, user })).map((line) => [line.points, line.version])
    const versions = await rowsOf({
      cms,
      text: `select "version"::int, "args" -> 'points' as points from "xp_rule_versions" where "rule" = $1 order by 1`,
      values: [lessonRule],
    })
    expect([changed.version, points.toSorted(), versions]).toEqual([
      2,
      [
        [10, 1],
        [50, 2],
      ],
      [
        { version: 1, points: 10 },
        { version: 2, points: 50 },
        { version: 3, points: 10 },
      ],
    ])
  })

  it('make no version when nothing of the rule changed', async () => {
    const rule = await createXpRule({ cms, code: 'course-completed', args: { points: 1 }, active: false })
    const renamed = await cms.payload.update({
      collection: 'xp-rules',
      id: rule,
      data: { name: 'Renamed' },
      overrideAccess: true,
      depth: 0,
    })
    expect(renamed.version).toBe(1)
  })

  it('number two changes at once one after the other', async () => {
    const rule = await createXpRule({ cms, code: 'course-completed', args: { points: 1 }, active: false })
    const change = (points: number) =>
      cms.payload.update({
        collection: 'xp-rules',
        id: rule,
        data: { rule: { code: 'course-completed', args: { points } } },
        overrideAccess: true,
        depth: 0,
      })
    await Promise.all([2, 3, 4, 5].map(change))
    const versions = await rowsOf({
      cms,
      text: `select "version"::int from "xp_rule_versions" where "rule" = $1 order by 1`,
      values: [rule],
    })
    expect(versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5])
  })

  it.each([
    [{ code: 'no-such-kind', args: {} }, 'RULE_KIND_UNKNOWN'],
    [{ code: 'lesson-completed', args: { points: -1 } }, 'RULE_ARGS_INVALID'],
    ['words', 'RULE_MALFORMED'],
  ])('refuse %j with a code', async (rule, code) => {
    const editor = await cms.createUser({ roles: ['editor'] })
    const response = await cms.rest({ method: 'POST', path: '/xp-rules', body: { name: 'x', rule }, user: editor })
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(code)])
  })

  it('whose kind is gone show what is wrong, and stop nothing', async () => {
    const rule = await createXpRule({ cms, code: 'lesson-completed', args: { points: 1 } })
    await rowsOf({ cms, text: `update "xp_rule_versions" set "code" = 'gone' where "rule" = $1`, values: [rule] })
    await rowsOf({
      cms,
      text: `update "xp_rules" set "rule" = '{"code":"gone","args":{}}' where "id" = $1 returning 1`,
      values: [rule],
    })
    const user = await enrolledIn({ cms, course })
    await view({ user, lesson: 2 })
    await cms.runJobs()
    const shown = await cms.payload.findByID({ collection: 'xp-rules', id: rule, overrideAccess: true, depth: 0 })
    expect([await totalOf({ cms, user }), shown.ruleInWords]).toEqual([
      expect.objectContaining({ total: 10 }),
      expect.stringContaining('RULE_KIND_UNKNOWN'),
    ])
  })

  it('are put into words, and their kinds described, for staff only', async () => {
    const [editor, learner] = [await cms.createUser({ roles: ['editor'] }), await cms.createUser({ roles: ['learner'] })]
    const body = { code: 'lesson-completed', args: { points: 2 } }
    const ask = async (user: TestUser) => {
      const kinds = await cms.rest({ method: 'GET', path: '/xp-rules/rule-kinds', user })
      const inWords = await cms.rest({ method: 'POST', path: '/xp-rules/rule-in-words?locale=ru', body, user })
      return [kinds.status, inWords.status, await inWords.json()]
    }
    expect([await ask(editor), await ask(learner)]).toEqual([
      [200, 200, { words: '2 очка за каждый пройденный урок' }],
      [403, 403, { error: { code: 'FORBIDDEN' } }],
    ])
  })
})

describe('what a learner sees', () => {
  it('is the total, the level and the streak, and nothing for one who has done nothing', async () => {
    const user = await enrolledIn({ cms, course })
    const empty = myXpSchema.parse((await cms.learn({ method: 'GET', path: '/xp', user })).json)
    await view({ user, lesson: 3 })
    await cms.runJobs()
    const after = myXpSchema.parse((await cms.learn({ method: 'GET', path: '/xp', user })).json)
    expect([empty, after]).toMatchObject([
      { total: 0, level: { number: 1, from: 0, next: 100 }, streak: { days: 0, today: false } },
      { total: 10, streak: { days: 1, today: true, longest: 1 } },
    ])
    expect(after.streak.calendar.at(-1)?.active).toBe(true)
  })

  it('is the ledger line by line in words, page by page', async () => {
    const user = await enrolledIn({ cms, course })
    await view({ user, lesson: 4 })
    for (let count = 0; count < 60; count += 1) await completed({ learner: user.id, at: new Date().toISOString() })
    await cms.runJobs()
    const page = async (query: string) =>
      xpLedgerSchema.parse((await cms.learn({ method: 'GET', path: `/xp/ledger?locale=ru${query}`, user })).json)
    const first = await page('')
    const second = await page(`&before=${first.next}`)
    const lines = [...first.entries, ...second.entries]
    expect([first.entries.length, second.next, lines.length, new Set(lines.map(({ seq }) => seq)).size]).toEqual([
      50,
      null,
      61,
      61,
    ])
    expect(lines).toContainEqual(expect.objectContaining({ reason: 'Урок пройден', subject: 'Lesson 4', points: 10 }))
  })

  it('needs a session', async () => {
    expect((await cms.learn({ method: 'GET', path: '/xp' })).status).toBe(401)
  })

  it.each([
    ['/xp', 4],
    ['/xp/ledger', 4],
  ])('%s costs at most %i statements', async (path, most) => {
    const user = await enrolledIn({ cms, course })
    await view({ user, lesson: 5 })
    await cms.runJobs()
    await cms.learn({ method: 'GET', path, user })
    const { statements } = await countQueries(() => cms.learn({ method: 'GET', path, user }))
    expect(statements.length).toBeLessThanOrEqual(most)
  })
})

describe('a preview', () => {
  it('says what a change would have given, limits of a day included, and writes nothing', async () => {
    const own = await startTestCms()
    const where = await createCourse({ cms: own, lessons: 5 })
    const rule = await createXpRule({ cms: own, code: 'lesson-completed', args: { points: 10 } })
    await createXpRule({ cms: own, code: 'daily-cap', args: { points: 50 } })
    const user = await enrolledIn({ cms: own, course: where })
    for (const lesson of where.lessons.slice(1)) await own.learn({ method: 'POST', path: `/lessons/${lesson}/view`, user })
    await own.runJobs()
    const editor = await own.createUser({ roles: ['editor'] })
    const ask = async (change: Record<string, unknown>, who = editor) => {
      const body = { id: rule, rule: { code: 'lesson-completed', args: { points: 20 } }, active: true, days: 30, ...change }
      const response = await own.rest({ method: 'POST', path: '/xp-rules/preview', body, user: who })
      return response.json()
    }
    const answers = [
      await ask({}),
      await ask({ active: false }),
      await ask({ id: null }),
      await ask({ rule: { code: 'gone', args: {} } }),
      await ask({}, user),
    ]
    const ledger = await ledgerOf({ cms: own, user })
    await own.stop()
    const before = { grants: 4, points: 40 }
    expect([answers, ledger.length]).toMatchObject([
      [
        { before, after: { grants: 3, points: 50 }, complete: true },
        { before, after: { grants: 0, points: 0 } },
        { before, after: { grants: 4, points: 50 } },
        { error: { code: 'RULE_KIND_UNKNOWN' } },
        { error: { code: 'FORBIDDEN' } },
      ],
      4,
    ])
  })
})

describe('computing anew', () => {
  const check = async () => {
    const req = { payload: cms.payload }
    const [totals, ledger] = [await recountTotals({ req }), await recountLedger({ req })]
    return { totals: totals.differences.length, ledger: ledger.differences.length }
  }

  it('finds nothing wrong with all that the tests above did, but what was done to a rule by hand', async () => {
    await cms.runJobs()
    expect(await check()).toEqual({ totals: 0, ledger: 0 })
  })

  it('names a total that is wrong, a line that is missing, and a line with other points', async () => {
    const [user, other] = [await enrolledIn({ cms, course }), await enrolledIn({ cms, course })]
    await view({ user, lesson: 6 })
    await view({ user: other, lesson: 6 })
    await cms.runJobs()
    await rowsOf({ cms, text: `update "xp_totals" set "total" = 999 where "learner_id" = $1`, values: [user.id] })
    const wrongTotal = await check()
    await rowsOf({ cms, text: `update "xp_ledger" set "points" = 11 where "learner_id" = $1`, values: [user.id] })
    await rowsOf({ cms, text: `delete from "xp_ledger" where "learner_id" = $1`, values: [other.id] })
    const rest = await check()
    await rowsOf({ cms, text: `update "xp_ledger" set "points" = 10 where "learner_id" = $1`, values: [user.id] })
    const rebuilt = await rebuildXp({ req: { payload: cms.payload } })
    const again = await rebuildXp({ req: { payload: cms.payload } })
    expect([
      wrongTotal,
      rest.ledger,
      await check(),
      await totalOf({ cms, user }),
      await totalOf({ cms, user: other }),
      again,
    ]).toEqual([
      { totals: 1, ledger: 0 },
      2,
      { totals: 0, ledger: 0 },
      { total: 10, entries: 1, level: 1, streak: 1 },
      { total: 10, entries: 1, level: 1, streak: 1 },
      { entries: 0, totals: 0 },
    ])
    expect(rebuilt.entries).toBe(1)
  })
})

describe('the demo', () => {
  it('has rules that all work, in both languages, and levels with names', async () => {
    const demo = await startTestCms()
    await seedXp({ payload: demo.payload })
    const user = await demo.createUser({ roles: ['learner'] })
    const { rules, level } = myXpSchema.parse((await demo.learn({ method: 'GET', path: '/xp?locale=ru', user })).json)
    const { docs } = await demo.payload.find({ collection: 'xp-rules', locale: 'ru', overrideAccess: true, depth: 0 })
    await demo.stop()
    expect([rules.length, docs.length, level.name, docs.map(({ name }) => name)]).toEqual([
      7,
      7,
      'Читатель',
      expect.arrayContaining(['Уроки', 'Тесты']),
    ])
  })
})
