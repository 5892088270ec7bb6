import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Begun, begun, rowsOf } from '../support/takeTest.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.stop())

const right = { option: 'r1' }
const wrong = { option: 'w1' }

function check(
  { user, attempt }: Begun,
  { item = 'q1', revision = 1, response }: { item?: string; revision?: number; response: unknown },
) {
  return cms.learn({ method: 'POST', path: `/attempts/${attempt}/items/${item}/check`, user, body: { revision, response } })
}
const save = ({ user, attempt }: Begun, revision: number, response: unknown) =>
  cms.learn({ method: 'PUT', path: `/attempts/${attempt}/responses/q1`, user, body: { revision, response } })
const read = ({ user, attempt }: Begun) => cms.learn({ method: 'GET', path: `/attempts/${attempt}`, user })
const submit = ({ user, attempt }: Begun) => cms.learn({ method: 'POST', path: `/attempts/${attempt}/submit`, user })

async function triesOf({ attempt }: Begun): Promise<unknown[]> {
  const [row] = await rowsOf({
    cms,
    text: `select "tries" from "responses" where "attempt_id" = $1 and "item" = 'q1'`,
    values: [attempt],
  })
  return Array.isArray(row?.tries) ? row.tries : []
}
const everything = ['correctness', 'marks', 'feedback', 'key'] as const

describe('checking a question at once', () => {
  it('settles it, and shows what the policy for running attempts lists', async () => {
    const taker = await begun({ cms, settings: { behaviour: 'immediate', reviewDuring: ['correctness'] } })
    const { status, json, response } = await check(taker, { response: wrong })
    expect([status, json]).toMatchObject([
      200,
      { item: 'q1', response: wrong, check: { locked: true, tries: 1, triesLeft: 0, revision: 1, state: 'wrong' } },
    ])
    expect(await response.text()).not.toMatch(/canary|"key":|"mark":|"feedback":/i)
    expect(await (await read(taker)).response.text()).not.toMatch(/canary|"key":|"mark":|"feedback":/i)
    const changed = await save(taker, 2, right)
    expect([changed.status, changed.json]).toMatchObject([409, { error: { code: 'ITEM_LOCKED' } }])
    expect((await submit(taker)).json).toMatchObject({ mark: 0, items: [{ response: wrong, state: 'wrong' }, {}, {}] })
  })

  it('shows the key only where the policy says so', async () => {
    const taker = await begun({ cms, settings: { behaviour: 'immediate', reviewDuring: [...everything] } })
    expect((await check(taker, { response: wrong })).json).toMatchObject({
      check: { mark: 0, key: { html: '<span>Right 1</span>' } },
    })
  })

  it('tells nothing of the questions that were not checked', async () => {
    const taker = await begun({ cms, settings: { behaviour: 'immediate', reviewDuring: [...everything] } })
    await check(taker, { item: 'q2', response: { option: 'w2' } })
    expect((await read(taker)).json).toMatchObject({ items: [{ check: null }, { check: { locked: true } }, { check: null }] })
  })

  it('is refused where the test marks at the end', async () => {
    const taker = await begun({ cms, settings: {} })
    const { status, json } = await check(taker, { response: right })
    expect([status, json]).toMatchObject([409, { error: { code: 'CHECK_NOT_ALLOWED' } }])
    expect(await triesOf(taker)).toEqual([])
  })

  it('is refused once the attempt is handed in, or its time is over', async () => {
    const closed = await begun({ cms, settings: { behaviour: 'immediate' } })
    await submit(closed)
    const late = await begun({ cms, settings: { behaviour: 'immediate', timeLimitSeconds: 60 } })
    await rowsOf({
      cms,
      text: `update "attempts" set "due_at" = now() - interval '1 minute' where "id" = $1`,
      values: [late.attempt],
    })
    const codes = [await check(closed, { response: right }), await check(late, { response: right })].map(({ json }) => json)
    expect(codes).toMatchObject([{ error: { code: 'ATTEMPT_CLOSED' } }, { error: { code: 'ATTEMPT_CLOSED' } }])
    expect((await read(late)).json).toMatchObject({ state: 'graded' })
  })

  it('answers another learner as if the attempt were not there', async () => {
    const taker = await begun({ cms, settings: { behaviour: 'immediate' } })
    const other = await cms.createUser({ roles: ['learner'] })
    expect((await check({ ...taker, user: other }, { response: right })).status).toBe(404)
  })
})

describe('several tries at a question', () => {
  const interactive = { behaviour: 'interactive', tries: 3, penaltyPercent: 25 } as const

  it('takes the penalty off for each further try', async () => {
    const taker = await begun({ cms, settings: { ...interactive, reviewDuring: ['correctness', 'marks'] } })
    const first = await check(taker, { revision: 1, response: wrong })
    expect(first.json).toMatchObject({ check: { locked: false, tries: 1, triesLeft: 2, state: 'wrong' } })
    const second = await check(taker, { revision: 2, response: right })
    expect(second.json).toMatchObject({
      check: { locked: true, tries: 2, triesLeft: 0, state: 'right', fraction: 0.75, mark: 0.75 },
    })
    expect((await submit(taker)).json).toMatchObject({ mark: 0.75, items: [{ state: 'right', mark: 0.75 }, {}, {}] })
  })

  it('keeps the key back while there are tries left, whatever the policy', async () => {
    const taker = await begun({ cms, settings: { ...interactive, reviewDuring: ['correctness', 'key'] } })
    const answers = [await check(taker, { revision: 1, response: wrong }), await check(taker, { revision: 2, response: wrong })]
    const texts = await Promise.all(answers.map(({ response }) => response.text()))
    expect(texts.filter((text) => /"key"|canary/i.test(text))).toEqual([])
    expect((await check(taker, { revision: 3, response: wrong })).json).toMatchObject({
      check: { locked: true, tries: 3, key: { html: '<span>Right 1</span>' } },
    })
  })

  it('counts a response that was handed in unchecked as one more try', async () => {
    const taker = await begun({ cms, settings: interactive })
    await check(taker, { revision: 1, response: wrong })
    await save(taker, 2, right)
    expect((await submit(taker)).json).toMatchObject({ mark: 0.75 })
  })

  it('costs no try for what cannot be marked, nor for a blank', async () => {
    const taker = await begun({ cms, settings: interactive })
    const codes = [await check(taker, { response: { option: 'zz' } }), await check(taker, { response: null })].map(
      ({ json }) => json,
    )
    expect(codes).toMatchObject([{ error: { code: 'RESPONSE_INVALID' } }, { error: { code: 'RESPONSE_BLANK' } }])
    expect(await triesOf(taker)).toEqual([])
  })

  it('keeps each try with its time, what it earned and by which rules', async () => {
    const taker = await begun({ cms, settings: interactive })
    await check(taker, { revision: 1, response: wrong })
    await check(taker, { revision: 2, response: right })
    expect(await triesOf(taker)).toMatchObject([
      { revision: 1, response: wrong, fraction: 0, state: 'wrong', graderVersion: '1', at: expect.stringMatching(/Z$/) },
      { revision: 2, response: right, fraction: 1, state: 'right', graderVersion: '1' },
    ])
  })

  it('counts one try for twenty calls with the same revision at once', async () => {
    const taker = await begun({ cms, settings: interactive })
    const answers = await Promise.all(Array.from({ length: 20 }, () => check(taker, { response: wrong })))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    expect(await triesOf(taker)).toHaveLength(1)
  })

  it('counts each revision once, and never more than there are tries, for twenty at once', async () => {
    const taker = await begun({ cms, settings: interactive })
    await Promise.all(Array.from({ length: 20 }, (_, at) => check(taker, { revision: at + 1, response: wrong })))
    const revisions = (await triesOf(taker)).map((one) => JSON.stringify(one)).map((text) => /"revision":(\d+)/.exec(text)?.[1])
    expect(new Set(revisions).size).toBe(revisions.length)
    expect(revisions.length).toBeLessThanOrEqual(3)
    expect(revisions.length).toBeGreaterThanOrEqual(1)
  })
})
