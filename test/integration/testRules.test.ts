import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { attemptSchema, type ReviewPart, testAttemptsSchema } from '@lectern/content-schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { begin, begun, courseWith, enrolledIn, rowsOf } from '../support/takeTest.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.stop())

const hour = 3_600_000
const fromNow = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()

async function open(settings: Parameters<typeof courseWith>[0]['settings']) {
  const course = await courseWith({ cms, settings })
  return { course, user: await enrolledIn({ cms, course }) }
}
const list = ({ course, user }: Awaited<ReturnType<typeof open>>) =>
  cms.learn({ method: 'GET', path: `/tests/${course.test}/attempts`, user })
const submit = ({ user, attempt }: { user: Parameters<typeof begin>[0]['user']; attempt: string }) =>
  cms.learn({ method: 'POST', path: `/attempts/${attempt}/submit`, user })

describe('opening and closing', () => {
  it('lets nobody begin before the test opens, and says when it does', async () => {
    const opensAt = fromNow(hour)
    const taker = await open({ opensAt })
    expect(await begin({ cms, ...taker })).toMatchObject({
      status: 409,
      json: { error: { code: 'TEST_NOT_OPEN_YET', details: { availableAt: opensAt } } },
    })
    expect((await list(taker)).json).toMatchObject({ canStart: false, reason: 'TEST_NOT_OPEN_YET', availableAt: opensAt })
  })

  it('lets nobody begin after it has closed', async () => {
    const taker = await open({ opensAt: fromNow(-2 * hour), closesAt: fromNow(-hour) })
    expect(await begin({ cms, ...taker })).toMatchObject({ status: 409, json: { error: { code: 'TEST_CLOSED' } } })
    expect((await list(taker)).json).toMatchObject({ canStart: false, reason: 'TEST_CLOSED', availableAt: null })
  })

  it('ends an attempt when the test closes, however much time it would have had', async () => {
    const closesAt = fromNow(hour)
    const taker = await open({ closesAt, timeLimitSeconds: 86_400 })
    expect(attemptSchema.parse((await begin({ cms, ...taker })).json).dueAt).toBe(closesAt)
  })

  it('closes by the worker what runs when the test closes', async () => {
    const { attempt } = await begun({ cms, settings: { closesAt: fromNow(hour) } })
    await rowsOf({ cms, text: `update "attempts" set "due_at" = now() - interval '1 minute' where "id" = $1`, values: [attempt] })
    await rowsOf({
      cms,
      text: `update "graphile_worker"."_private_jobs" set "run_at" = now() where "key" = $1`,
      values: [`grading.close-expired:${attempt}`],
    })
    await cms.runJobs()
    expect(await rowsOf({ cms, text: `select "state" from "attempts" where "id" = $1`, values: [attempt] })).toEqual([
      { state: 'graded' },
    ])
  })
})

describe('the time after the time', () => {
  const overBy = (attempt: string, seconds: number) =>
    rowsOf({
      cms,
      text: `update "attempts" set "due_at" = now() - make_interval(secs => $2) where "id" = $1`,
      values: [attempt, seconds],
    })
  const save = ({ user, attempt }: Awaited<ReturnType<typeof begun>>) =>
    cms.learn({
      method: 'PUT',
      path: `/attempts/${attempt}/responses/q1`,
      user,
      body: { revision: 1, response: { option: 'r1' } },
    })
  const rules = { timeLimitSeconds: 60, overdue: 'grace', graceSeconds: 300 } as const

  it('takes responses within the grace, and none after it', async () => {
    const within = await begun({ cms, settings: rules })
    await overBy(within.attempt, 200)
    const after = await begun({ cms, settings: rules })
    await overBy(after.attempt, 310)
    expect([(await save(within)).status, (await save(after)).json]).toMatchObject([200, { error: { code: 'ATTEMPT_CLOSED' } }])
  })

  it('has no grace where the test hands in by itself', async () => {
    const taker = await begun({ cms, settings: { ...rules, overdue: 'autoSubmit' } })
    await overBy(taker.attempt, 200)
    expect((await save(taker)).json).toMatchObject({ error: { code: 'ATTEMPT_CLOSED' } })
  })
})

describe('the pause between attempts', () => {
  it('holds from the end of one to the beginning of the next', async () => {
    const taker = await begun({ cms, settings: { delaySeconds: 3600 } })
    await submit(taker)
    expect(await begin({ cms, ...taker })).toMatchObject({ status: 409, json: { error: { code: 'ATTEMPT_TOO_SOON' } } })
    const { json } = await list(taker)
    expect(testAttemptsSchema.parse(json)).toMatchObject({ canStart: false, reason: 'ATTEMPT_TOO_SOON' })
    expect(Date.parse(String(json.availableAt))).toBeGreaterThan(Date.now() + 3_500_000)
    await rowsOf({
      cms,
      text: `update "attempts" set "submitted_at" = now() - interval '2 hours' where "id" = $1`,
      values: [taker.attempt],
    })
    expect((await begin({ cms, ...taker })).json).toMatchObject({ number: 2 })
  })
})

describe('the access code', () => {
  const accessCode = 'Sesame-CANARY'

  it('is asked for to begin, and not to go on', async () => {
    const taker = await open({ accessCode })
    expect((await list(taker)).json).toMatchObject({ canStart: true, needsAccessCode: true })
    expect(await begin({ cms, ...taker })).toMatchObject({ status: 403, json: { error: { code: 'ACCESS_CODE_REQUIRED' } } })
    const wrong = await begin({ cms, ...taker, body: { accessCode: 'Sesam' } })
    expect(wrong).toMatchObject({ status: 403, json: { error: { code: 'ACCESS_CODE_WRONG' } } })
    const first = await begin({ cms, ...taker, body: { accessCode: ' sesame-canary ' } })
    const again = await begin({ cms, ...taker })
    expect([first.status, again.json.attempt]).toEqual([200, first.json.attempt])
    expect((await list(taker)).json).toMatchObject({ needsAccessCode: false })
  })

  it('is in no answer, and not in the attempt', async () => {
    const taker = await open({ accessCode })
    const answers = [
      await list(taker),
      await begin({ cms, ...taker, body: { accessCode: 'wrong' } }),
      await begin({ cms, ...taker, body: { accessCode } }),
      await list(taker),
    ]
    const texts = await Promise.all(answers.map(({ response }) => response.text()))
    expect(texts.filter((text) => /canary/i.test(text))).toEqual([])
    const stored = await rowsOf({ cms, text: `select * from "attempts" where "learner_id" = $1`, values: [taker.user.id] })
    expect(JSON.stringify(stored)).not.toMatch(/canary/i)
    const editions = await rowsOf({
      cms,
      text: `select "structure" from "editions" where "course_id" = $1`,
      values: [taker.course.course],
    })
    expect(JSON.stringify(editions)).not.toMatch(/canary/i)
  })

  it('cannot be found by trying, also not by many calls at once', async () => {
    const taker = await open({ accessCode })
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, at) => begin({ cms, ...taker, body: { accessCode: `code ${at}` } })),
    )
    const codes = tries.map(({ json }) => JSON.stringify(json)).map((text) => /ACCESS_CODE_[A-Z]+/.exec(text)?.[0])
    expect(codes.filter((code) => code === 'ACCESS_CODE_WRONG')).toHaveLength(10)
    expect(codes.filter((code) => code === 'ACCESS_CODE_LOCKED')).toHaveLength(10)
    expect(await begin({ cms, ...taker, body: { accessCode } })).toMatchObject({ status: 429 })
    await rowsOf({
      cms,
      text: `update "access_code_tries" set "since" = now() - interval '11 minutes' where "learner" = $1`,
      values: [taker.user.id],
    })
    expect((await begin({ cms, ...taker, body: { accessCode } })).status).toBe(200)
  })
})

describe('a test that goes forward only', () => {
  const saveTo = ({ user, attempt }: Awaited<ReturnType<typeof begun>>, item: string, revision: number, response: unknown) =>
    cms.learn({ method: 'PUT', path: `/attempts/${attempt}/responses/${item}`, user, body: { revision, response } })

  it('refuses a response to a question that has been passed', async () => {
    const taker = await begun({ cms, settings: { navigation: 'sequential' } })
    await saveTo(taker, 'q1', 1, { option: 'w1' })
    expect((await saveTo(taker, 'q2', 1, null)).status).toBe(200)
    const { status, json } = await saveTo(taker, 'q1', 2, { option: 'r1' })
    expect([status, json]).toMatchObject([409, { error: { code: 'QUESTION_PASSED', details: { item: 'q1' } } }])
    expect((await saveTo(taker, 'q2', 2, { option: 'r2' })).status).toBe(200)
    expect((await submit(taker)).json).toMatchObject({ mark: 1, items: [{ response: { option: 'w1' } }, {}, {}] })
  })

  it('does not take what is passed with the submission either', async () => {
    const taker = await begun({ cms, settings: { navigation: 'sequential' } })
    await saveTo(taker, 'q2', 1, { option: 'r2' })
    const { json } = await cms.learn({
      method: 'POST',
      path: `/attempts/${taker.attempt}/submit`,
      user: taker.user,
      body: { responses: [{ item: 'q1', revision: 1, response: { option: 'r1' } }] },
    })
    expect(json).toMatchObject({ mark: 1, items: [{ state: 'blank' }, { state: 'right' }, {}] })
  })

  it('lets answers of one page change in any order', async () => {
    const taker = await begun({ cms, settings: { navigation: 'sequential', questionsPerPage: 2 } })
    await saveTo(taker, 'q2', 1, { option: 'r2' })
    expect((await saveTo(taker, 'q1', 1, { option: 'r1' })).status).toBe(200)
    await saveTo(taker, 'q3', 1, null)
    expect((await saveTo(taker, 'q2', 2, { option: 'w2' })).json).toMatchObject({ error: { code: 'QUESTION_PASSED' } })
  })

  it('answers an older revision of a passed question as any other', async () => {
    const taker = await begun({ cms, settings: { navigation: 'sequential' } })
    await saveTo(taker, 'q1', 3, { option: 'w1' })
    await saveTo(taker, 'q2', 1, null)
    expect((await saveTo(taker, 'q1', 3, { option: 'w1' })).json).toEqual({ item: 'q1', revision: 3, saved: false })
  })
})

describe('what a review shows at each moment', () => {
  const everything: ReviewPart[] = ['correctness', 'marks', 'feedback', 'key']
  const review = ({ user, attempt }: Awaited<ReturnType<typeof begun>>) =>
    cms.learn({ method: 'GET', path: `/attempts/${attempt}/review`, user })

  it('keeps key and marks until the test is closed', async () => {
    const settings = {
      closesAt: fromNow(hour),
      reviewAfterSubmit: [],
      reviewLater: ['correctness'],
      reviewAfterClose: everything,
    }
    const taker = await begun({ cms, settings: settings as Parameters<typeof begun>[0]['settings'] & object })
    const after = await submit(taker)
    expect(JSON.stringify(after.json)).not.toMatch(/canary|"state":"(?:blank|right|wrong)"|"key":|"mark":/i)
    await rowsOf({
      cms,
      text: `update "attempts" set "submitted_at" = now() - interval '3 minutes' where "id" = $1`,
      values: [taker.attempt],
    })
    const later = await review(taker)
    expect(later.json).toMatchObject({ items: [{ state: 'blank' }, {}, {}] })
    expect(JSON.stringify(later.json)).not.toMatch(/canary|"key":|"mark":/i)
    await rowsOf({
      cms,
      text: `update "attempts" set "settings" = jsonb_set("settings", '{closesAt}', to_jsonb($2::text)) where "id" = $1`,
      values: [taker.attempt, fromNow(-1000)],
    })
    expect((await review(taker)).json).toMatchObject({ mark: 0, items: [{ key: { html: '<span>Right 1</span>' } }, {}, {}] })
  })
})
