import { randomUUID } from 'node:crypto'
import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { xpBoardsSchema } from '@lectern/content-schemas'
import { deliverEvent, emit, inTransaction } from '@lectern/kernel'
import { countQueries } from '@lectern/kernel/testing'
import { rebuildXp, recountScores, settleLeagues } from '@lectern/xp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCourse, type TestCourse } from '../support/createCourse.ts'
import { rowsOf } from '../support/takeTest.ts'
import { createXpRule } from '../support/xp.ts'

let cms: TestCms
let course: TestCourse
const boards = { boards: true, leagueSize: 5, leaguePromote: 1, leagueDemote: 1, leagueZone: 'UTC' }
const saveBoards = (data: Record<string, unknown>) =>
  cms.payload.updateGlobal({ slug: 'xp-settings', data, overrideAccess: true, depth: 0 })

beforeAll(async () => {
  cms = await startTestCms()
  course = await createCourse({ cms, lessons: 3 })
  await createXpRule({ cms, code: 'lesson-completed', args: { points: 10 } })
  // The rule held in earlier weeks as well.
  await rowsOf({ cms, text: `update "xp_rule_versions" set "effective_from" = '2020-01-01'`, values: [] })
})
beforeEach(async () => {
  await saveBoards(boards)
  for (const table of ['xp_league_places', 'xp_scores', 'xp_board_members'])
    await rowsOf({ cms, text: `delete from "${table}"`, values: [] })
})
afterAll(() => cms.stop())

const membership = '/xp/boards/membership'
const join = (user: TestUser, shownAs = 'name') => cms.learn({ method: 'PUT', path: membership, user, body: { shownAs } })
const leave = (user: TestUser) => cms.learn({ method: 'DELETE', path: membership, user })
const read = async (user: TestUser, board = 'league') =>
  xpBoardsSchema.parse((await cms.learn({ method: 'GET', path: `/xp/boards?board=${board}`, user })).json)

/** So many lessons, each for ten points, and what follows. */
async function earn({ user, lessons, at = new Date().toISOString() }: { user: TestUser; lessons: number; at?: string }) {
  for (let count = 0; count < lessons; count += 1) {
    const lesson = randomUUID()
    const data = { learner: user.id, course: course.course, lesson, at }
    const event = await inTransaction({ payload: cms.payload }, (req) =>
      emit({ req, name: 'lesson.completed@1', key: `${user.id}/${lesson}`, data }),
    )
    await deliverEvent({ req: { payload: cms.payload }, event: String(event), handler: 'xp.award-lesson.completed-1' })
  }
}

/** Learners of a name each who joined, with so many lessons. */
async function membersWith(lessons: number[]): Promise<TestUser[]> {
  const users: TestUser[] = []
  for (const [index, count] of lessons.entries()) {
    const user = await cms.createUser({ roles: ['learner'], name: `Learner ${index + 1}` })
    await join(user)
    await earn({ user, lessons: count })
    users.push(user)
  }
  return users
}

const shownOf = async (user: TestUser, board: string) => {
  const { shown } = await read(user, board)
  return shown?.rows.map(({ rank, name, points, me }) => [rank, name, points, me])
}

describe('leaderboards', () => {
  it('are off unless somebody switches them on', async () => {
    const user = await cms.createUser({ roles: ['learner'] })
    await saveBoards({ boards: false })
    const joined = await join(user)
    expect([joined.status, joined.json, (await read(user)).enabled]).toMatchObject([
      403,
      { error: { code: 'BOARDS_OFF' } },
      false,
    ])
  })

  it('hold nobody who has not joined, and show nothing to them', async () => {
    const outsider = await cms.createUser({ roles: ['learner'], name: 'Outsider' })
    await earn({ user: outsider, lessons: 5 })
    const [member] = await membersWith([1])
    expect(await read(outsider, 'site')).toEqual({ enabled: true, member: null, courses: [], shown: null })
    expect(member && (await shownOf(member, 'site'))).toEqual([[1, 'Learner 1', 10, true]])
  })

  it('count what was earned before joining, on the site and in the course', async () => {
    const user = await cms.createUser({ roles: ['learner'], name: 'Ada Lovelace' })
    await earn({ user, lessons: 3 })
    await join(user, 'initials')
    expect(await shownOf(user, 'site')).toEqual([[1, 'A. L.', 30, true]])
    expect(await shownOf(user, `course/${course.course}`)).toEqual([[1, 'A. L.', 30, true]])
    expect((await read(user)).courses.map(({ board }) => board)).toEqual([`course/${course.course}`])
  })

  it('give the same place for the same points, and the next place after all of them', async () => {
    const [first] = await membersWith([3, 2, 2, 1])
    const rows = first ? await shownOf(first, 'site') : []
    expect(rows?.map(([rank, , points]) => [rank, points])).toEqual([
      [1, 30],
      [2, 20],
      [2, 20],
      [4, 10],
    ])
  })

  it('show the best and those next to oneself, with the places that they have among all', async () => {
    const users = await membersWith([2])
    for (let count = 0; count < 40; count += 1) {
      const user = await cms.createUser({ roles: ['learner'], name: `Better ${count}` })
      await join(user)
      await rowsOf({
        cms,
        text: `update "xp_scores" set "points" = $2 where "learner_id" = $1`,
        values: [user.id, 1000 - count * 10],
      })
    }
    const [me] = users
    const { shown } = me ? await read(me, 'site') : { shown: null }
    expect(shown?.rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 39, 40, 41])
    expect([shown?.gapAfter, shown?.rows.at(-1)]).toEqual([10, { rank: 41, name: 'Learner 1', points: 20, me: true }])
  })

  it('show nobody twice who is among the best and next to oneself', async () => {
    const users = await membersWith([4, 3, 2, 1])
    const last = users.at(-1)
    expect(last && (await shownOf(last, 'site'))?.map(([rank]) => rank)).toEqual([1, 2, 3, 4])
  })

  it('keep nothing of whoever leaves', async () => {
    const [gone, stays] = await membersWith([3, 1])
    if (gone) await leave(gone)
    const left = await rowsOf({
      cms,
      text: `select (select count(*)::int from "xp_scores" where "learner_id" = $1) as scores,
                    (select count(*)::int from "xp_league_places" where "learner_id" = $1) as places,
                    (select count(*)::int from "xp_board_members" where "learner_id" = $1) as members`,
      values: [gone?.id],
    })
    expect([left, stays && (await shownOf(stays, 'site'))]).toEqual([
      [{ scores: 0, places: 0, members: 0 }],
      [[1, 'Learner 2', 10, true]],
    ])
  })

  it('lose no point when somebody joins, changes and earns at once', async () => {
    const user = await cms.createUser({ roles: ['learner'], name: 'Busy' })
    await Promise.all([earn({ user, lessons: 5 }), join(user), earn({ user, lessons: 5 }), join(user, 'initials')])
    expect([await shownOf(user, 'site'), await recountScores({ req: { payload: cms.payload } })]).toEqual([
      [[1, expect.any(String), 100, true]],
      { checked: 2, differences: [] },
    ])
  })

  it('are put right by a rebuild, which a recount asks for', async () => {
    const [user] = await membersWith([2])
    await rowsOf({ cms, text: `update "xp_scores" set "points" = 999 where "board" = 'site'`, values: [] })
    const before = await recountScores({ req: { payload: cms.payload } })
    const { totals } = await rebuildXp({ req: { payload: cms.payload } })
    const after = await recountScores({ req: { payload: cms.payload } })
    expect([before.differences.length, totals, after.differences, user && (await shownOf(user, 'site'))]).toEqual([
      1,
      1,
      [],
      [[1, 'Learner 1', 20, true]],
    ])
  })

  it('need a session, and refuse another way to be shown', async () => {
    const user = await cms.createUser({ roles: ['learner'] })
    const visitor = await cms.learn({ method: 'GET', path: '/xp/boards' })
    const wrong = await join(user, 'crown')
    expect([visitor.status, wrong.status, wrong.json]).toMatchObject([401, 400, { error: { code: 'INVALID_INPUT' } }])
  })

  it.each(['league', 'site'])('cost at most six statements, %s', async (board) => {
    const [user] = await membersWith([1])
    if (user) await read(user, board)
    const { statements } = await countQueries(async () => user && (await read(user, board)))
    expect(statements.length).toBeLessThanOrEqual(6)
  })

  it('refuse a time zone that does not exist', async () => {
    await expect(saveBoards({ leagueZone: 'Mars/Olympus' })).rejects.toThrow()
  })
})

describe('the league of the week', () => {
  const nextWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString()
  const leagues = async () =>
    (
      await rowsOf({
        cms,
        text: `select u."name", m."league"::int from "xp_board_members" m join "users" u on u."id" = m."learner_id" order by 1`,
        values: [],
      })
    ).map(({ name, league }) => [name, league])

  it('counts this week only', async () => {
    const [user] = await membersWith([1])
    const longAgo = new Date(Date.now() - 8 * 86_400_000).toISOString()
    if (user) await earn({ user, lessons: 4, at: longAgo })
    expect(user && (await shownOf(user, 'league'))).toEqual([[1, 'Learner 1', 10, true]])
    expect(user && (await shownOf(user, 'site'))).toEqual([[1, 'Learner 1', 50, true]])
  })

  it('fills one group after the other, however many come at once', async () => {
    const users = await membersWith(Array.from({ length: 12 }, () => 0))
    await Promise.all(users.map((user) => earn({ user, lessons: 1 })))
    const groups = await rowsOf({
      cms,
      text: `select "team"::int, count(*)::int as n from "xp_league_places" group by 1 order by 1`,
      values: [],
    })
    expect(groups).toEqual([
      { team: 1, n: 5 },
      { team: 2, n: 5 },
      { team: 3, n: 2 },
    ])
  })

  it('lets the first rise when the week is over, once, by however many workers', async () => {
    await membersWith([3, 2, 1])
    const req = { payload: cms.payload }
    const none = await settleLeagues({ req, now: new Date().toISOString() })
    const ended = await Promise.all([1, 2, 3].map(() => settleLeagues({ req, now: nextWeek() })))
    const again = await settleLeagues({ req, now: nextWeek() })
    expect([none, ended.reduce((sum, one) => sum + one, 0), again, await leagues()]).toEqual([
      0,
      3,
      0,
      [
        ['Learner 1', 2],
        ['Learner 2', 1],
        ['Learner 3', 1],
      ],
    ])
  })

  it('lets the last descend', async () => {
    const users = await membersWith([0, 0, 0])
    await rowsOf({ cms, text: `update "xp_board_members" set "league" = 3`, values: [] })
    for (const [index, user] of users.entries()) await earn({ user, lessons: 3 - index })
    await settleLeagues({ req: { payload: cms.payload }, now: nextWeek() })
    expect(await leagues()).toEqual([
      ['Learner 1', 4],
      ['Learner 2', 3],
      ['Learner 3', 2],
    ])
  })

  it('changes no place of a week that is over', async () => {
    const [user] = await membersWith([1])
    await settleLeagues({ req: { payload: cms.payload }, now: nextWeek() })
    if (user) await earn({ user, lessons: 1 })
    const places = await rowsOf({ cms, text: `select "points"::int, "state" from "xp_league_places"`, values: [] })
    expect(places).toEqual([{ points: 10, state: 'promoted' }])
  })
})
