import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { attemptSchema, type ReviewPart, testAttemptsSchema } from '@lectern/content-schemas'
import { skipPublishing } from '@lectern/publishing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Begun, begin, begun, changeTest, courseWith, enrolledIn, rowsOf } from '../support/takeTest.ts'

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
  const forward = { navigation: 'sequential' } as const
  const saveTo = ({ user, attempt }: Begun, item: string, revision: number, response: unknown) =>
    cms.learn({ method: 'PUT', path: `/attempts/${attempt}/responses/${item}`, user, body: { revision, response } })
  const turn = ({ user, attempt }: Begun, page: number) =>
    cms.learn({ method: 'POST', path: `/attempts/${attempt}/page`, user, body: { page } })
  const read = ({ user, attempt }: Begun) => cms.learn({ method: 'GET', path: `/attempts/${attempt}`, user })

  it('sends the questions of one page, and those of the next when it is turned', async () => {
    const taker = await begun({ cms, settings: forward })
    const first = await read(taker)
    expect(first.json).toMatchObject({ page: 0, items: [{ item: 'q1' }], outline: [{ page: 0 }, { page: 1 }, { page: 2 }] })
    expect(await first.response.text()).not.toMatch(/Which is right, 2|Say the word/)
    const second = await turn(taker, 1)
    expect(second.json).toMatchObject({ page: 1, items: [{ item: 'q2' }] })
    expect(await second.response.text()).not.toMatch(/Which is right, 1|Say the word/)
    expect((await read(taker)).json).toMatchObject({ page: 1, items: [{ item: 'q2' }] })
  })

  it('says of all questions which are answered, and shows all of them in the review', async () => {
    const taker = await begun({ cms, settings: forward })
    await saveTo(taker, 'q1', 1, { option: 'r1' })
    await turn(taker, 1)
    expect((await read(taker)).json).toMatchObject({ outline: [{ answered: true }, { answered: false }, { answered: false }] })
    expect((await submit(taker)).json).toMatchObject({ mark: 1, items: [{ item: 'q1' }, { item: 'q2' }, { item: 'q3' }] })
  })

  it('is turned one page at a time, and not back', async () => {
    const taker = await begun({ cms, settings: forward })
    const skipped = await turn(taker, 2)
    expect([skipped.status, skipped.json]).toMatchObject([409, { error: { code: 'PAGE_NOT_NEXT' } }])
    await turn(taker, 1)
    await turn(taker, 2)
    expect((await turn(taker, 1)).json).toMatchObject({ page: 2 })
    expect((await turn(taker, 3)).json).toMatchObject({ error: { code: 'PAGE_NOT_NEXT' } })
  })

  it('is turned once by twenty calls at once', async () => {
    const taker = await begun({ cms, settings: forward })
    const answers = await Promise.all(Array.from({ length: 20 }, () => turn(taker, 1)))
    expect(answers.map(({ json }) => json.page)).toEqual(answers.map(() => 1))
  })

  it('has no pages to turn where one may go about, nor once it is handed in', async () => {
    const free = await begun({ cms, settings: { questionsPerPage: 1 } })
    expect((await turn(free, 1)).json).toMatchObject({ error: { code: 'PAGES_FREE' } })
    expect((await read(free)).json).toMatchObject({ page: null, items: [{}, {}, {}] })
    const closed = await begun({ cms, settings: forward })
    await submit(closed)
    expect((await turn(closed, 1)).json).toMatchObject({ error: { code: 'ATTEMPT_CLOSED' } })
    const other = await cms.createUser({ roles: ['learner'] })
    expect((await turn({ ...closed, user: other }, 1)).status).toBe(404)
  })

  it('refuses a response to a question that has been passed, and to one that has not been reached', async () => {
    const taker = await begun({ cms, settings: forward })
    await saveTo(taker, 'q1', 1, { option: 'w1' })
    const ahead = await saveTo(taker, 'q2', 1, { option: 'r2' })
    expect([ahead.status, ahead.json]).toMatchObject([409, { error: { code: 'QUESTION_NOT_REACHED', details: { item: 'q2' } } }])
    await turn(taker, 1)
    const { status, json } = await saveTo(taker, 'q1', 2, { option: 'r1' })
    expect([status, json]).toMatchObject([409, { error: { code: 'QUESTION_PASSED', details: { item: 'q1' } } }])
    expect((await saveTo(taker, 'q2', 2, { option: 'r2' })).status).toBe(200)
    expect((await submit(taker)).json).toMatchObject({ mark: 1, items: [{ response: { option: 'w1' } }, {}, {}] })
  })

  it('checks no question of another page', async () => {
    const taker = await begun({ cms, settings: { ...forward, behaviour: 'immediate' } })
    const checked = await cms.learn({
      method: 'POST',
      path: `/attempts/${taker.attempt}/items/q2/check`,
      user: taker.user,
      body: { revision: 1, response: { option: 'r2' } },
    })
    expect(checked.json).toMatchObject({ error: { code: 'QUESTION_NOT_REACHED' } })
  })

  it('does not take what is passed with the submission either', async () => {
    const taker = await begun({ cms, settings: forward })
    await turn(taker, 1)
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
    const taker = await begun({ cms, settings: { ...forward, questionsPerPage: 2 } })
    await saveTo(taker, 'q2', 1, { option: 'r2' })
    expect((await saveTo(taker, 'q1', 1, { option: 'r1' })).status).toBe(200)
    await turn(taker, 1)
    expect((await saveTo(taker, 'q2', 2, { option: 'w2' })).json).toMatchObject({ error: { code: 'QUESTION_PASSED' } })
  })

  it('answers an older revision of a passed question as any other', async () => {
    const taker = await begun({ cms, settings: forward })
    await saveTo(taker, 'q1', 3, { option: 'w1' })
    await turn(taker, 1)
    expect((await saveTo(taker, 'q1', 3, { option: 'w1' })).json).toEqual({ item: 'q1', revision: 3, saved: false })
  })

  it('goes on where the last response stands in an attempt of before pages were kept', async () => {
    const taker = await begun({ cms, settings: forward })
    await rowsOf({
      cms,
      text: `insert into "responses" ("id", "attempt_id", "item", "revision", "response") values (gen_random_uuid(), $1, 'q2', 1, 'null')`,
      values: [taker.attempt],
    })
    expect((await read(taker)).json).toMatchObject({ page: 1, items: [{ item: 'q2' }] })
    expect((await saveTo(taker, 'q1', 1, { option: 'r1' })).json).toMatchObject({ error: { code: 'QUESTION_PASSED' } })
    expect((await turn(taker, 2)).json).toMatchObject({ page: 2 })
  })
})

describe('a flag', () => {
  const flag = ({ user, attempt }: Begun, item: string, flagged: boolean) =>
    cms.learn({ method: 'PUT', path: `/attempts/${attempt}/items/${item}/flag`, user, body: { flagged } })
  const read = ({ user, attempt }: Begun) => cms.learn({ method: 'GET', path: `/attempts/${attempt}`, user })

  it('is kept for every device, taken away again, and still there in the review', async () => {
    const taker = await begun({ cms })
    expect((await flag(taker, 'q2', true)).json).toEqual({ item: 'q2', flagged: true })
    await flag(taker, 'q2', true)
    await flag(taker, 'q3', true)
    await flag(taker, 'q3', false)
    expect((await read(taker)).json).toMatchObject({
      items: [{ flagged: false }, { flagged: true, response: null, revision: 0 }, { flagged: false }],
      outline: [{ flagged: false }, { flagged: true }, { flagged: false }],
    })
    expect((await submit(taker)).json).toMatchObject({ items: [{}, { flagged: true, state: 'blank' }, {}] })
  })

  it('loses none of three that are set at once', async () => {
    const taker = await begun({ cms })
    await Promise.all(['q1', 'q2', 'q3'].map((item) => flag(taker, item, true)))
    expect((await read(taker)).json).toMatchObject({ items: [{ flagged: true }, { flagged: true }, { flagged: true }] })
  })

  it('is nobody else’s to set, and not on a question that there is not', async () => {
    const taker = await begun({ cms })
    const other = await cms.createUser({ roles: ['learner'] })
    expect((await flag({ ...taker, user: other }, 'q1', true)).json).toMatchObject({ error: { code: 'ATTEMPT_NOT_FOUND' } })
    expect((await flag(taker, 'q9', true)).json).toMatchObject({ error: { code: 'ITEM_NOT_IN_ATTEMPT' } })
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

describe('overall feedback', () => {
  const overallFeedback = [
    { fromPercent: 0, text: 'Read it **again**.' },
    { fromPercent: 60, text: 'BAND-GOOD' },
  ]
  async function taker(settings: Parameters<typeof courseWith>[0]['settings']) {
    const course = await courseWith({ cms, settings })
    await changeTest({ cms, course, change: { overallFeedback } })
    const user = await enrolledIn({ cms, course })
    const { json } = await begin({ cms, course, user })
    return { course, user, attempt: attemptSchema.parse(json).attempt }
  }

  it('is the comment of the highest band that was reached', async () => {
    expect((await submit(await taker({}))).json).toMatchObject({ overallFeedback: 'Read it <strong>again</strong>.' })
    const better = await taker({})
    const responses = [
      { item: 'q1', revision: 1, response: { option: 'r1' } },
      { item: 'q2', revision: 1, response: { option: 'r2' } },
    ]
    const path = `/attempts/${better.attempt}/submit`
    expect((await cms.learn({ method: 'POST', path, user: better.user, body: { responses } })).json).toMatchObject({
      percent: 66.66667,
      overallFeedback: 'BAND-GOOD',
    })
  })

  it('is not sent where feedback is not shown', async () => {
    const { json } = await submit(await taker({ reviewAfterSubmit: ['correctness', 'marks'] }))
    expect(json).not.toHaveProperty('overallFeedback')
  })
})

describe('a review that keeps the answers back', () => {
  it('shows the mark and no question at the moments that the test names', async () => {
    const taker = await begun({ cms, settings: { hideAnswersAt: ['afterSubmit'] } })
    const after = await submit(taker)
    expect(after.json).toMatchObject({ answersShown: false, items: [], percent: 0 })
    expect(await after.response.text()).not.toMatch(/canary|Which is right/i)
    await rowsOf({
      cms,
      text: `update "attempts" set "submitted_at" = now() - interval '3 minutes' where "id" = $1`,
      values: [taker.attempt],
    })
    const later = await cms.learn({ method: 'GET', path: `/attempts/${taker.attempt}/review`, user: taker.user })
    expect(later.json).toMatchObject({ answersShown: true, items: [{}, {}, {}] })
  })
})

describe('rules that contradict each other', () => {
  const change = async (settings: Record<string, unknown>, language: string) => {
    const course = await courseWith({ cms, settings: {} })
    const user = await cms.createUser({ roles: ['editor'] })
    return cms.rest({
      method: 'PATCH',
      path: `/tests/${course.test}`,
      body: { settings, _status: 'published' },
      user,
      headers: { 'accept-language': language },
    })
  }

  it.each([
    ['en', 'settings.closesAt', 'The test has to close after it opens. (CLOSES_BEFORE_OPENS)'],
    ['ru', 'settings.closesAt', 'Тест должен закрываться позже, чем открывается. (CLOSES_BEFORE_OPENS)'],
  ])('are refused in words (%s) at the rule that is wrong', async (language, path, message) => {
    const response = await change({ opensAt: fromNow(2 * hour), closesAt: fromNow(hour) }, language)
    const answer: unknown = await response.json()
    expect([response.status, answer]).toMatchObject([400, { errors: [{ data: { errors: [{ path, message }] } }] }])
  })

  it.each([
    ['NOT_WHOLE', { maxAttempts: 2.5 }],
    ['NOT_WHOLE', { timeLimitSeconds: 60.5 }],
    ['GRACE_WITHOUT_LIMIT', { overdue: 'grace', graceSeconds: 60 }],
    ['DELAY_WITHOUT_SECOND', { maxAttempts: 1, delaySeconds: 60 }],
    ['CERTAINTY_WITHOUT_LOSS', { behaviour: 'certainty', negativeMarking: false }],
  ])('are refused with %s', async (code, settings) => {
    const response = await change(settings, 'en')
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(code)])
  })

  it('may stand in a draft', async () => {
    const course = await courseWith({ cms, settings: {} })
    const draft = await cms.payload.update({
      collection: 'tests',
      id: course.test,
      data: { settings: { opensAt: fromNow(2 * hour), closesAt: fromNow(hour) }, _status: 'draft' },
      draft: true,
      overrideAccess: true,
      depth: 0,
      context: { [skipPublishing]: true },
    })
    expect(draft._status).toBe('draft')
  })

  it.each([{ passPercent: 101 }, { passPercent: -1 }, { tries: 0 }])('includes %j, which is out of range', async (settings) => {
    expect((await change(settings, 'en')).status).toBe(400)
  })
})

describe('a survey', () => {
  it('is done by handing in, has no mark, and completes the lesson that asks for it', async () => {
    const course = await courseWith({ cms, settings: { passPercent: 60 } })
    const question = await cms.payload.create({
      collection: 'questions',
      data: {
        name: 'Survey',
        body: [{ blockType: 'likert', stem: 'How was it?', statements: [{ id: 's1', text: 'It was clear.' }] }],
        _status: 'published',
      },
      overrideAccess: true,
      depth: 0,
      locale: 'en',
      context: { [skipPublishing]: true },
    })
    await changeTest({ cms, course, change: { items: [{ blockType: 'fixedQuestion', question: question.id, maxMark: 1 }] } })
    const user = await enrolledIn({ cms, course })
    const attempt = attemptSchema.parse((await begin({ cms, course, user })).json)
    expect(attempt.items).toMatchObject([{ marked: false, maxMark: 0 }])
    const { json } = await submit({ user, attempt: attempt.attempt })
    expect(json).toMatchObject({ state: 'graded', maxMark: 0, passed: true, items: [{ marked: false }] })
    expect(JSON.stringify(json.items)).not.toMatch(/"mark"|"state"|"fraction"|"key"/)
    await cms.runJobs()
    const progress = await cms.learn({ method: 'GET', path: `/courses/${course.course}/progress`, user })
    expect(progress.json).toMatchObject({ lessons: [{ lesson: course.lessons[0], completed: true }] })
    const [edition] = await rowsOf({
      cms,
      text: `select "structure" from "editions" where "course_id" = $1 and "current"`,
      values: [course.course],
    })
    expect(JSON.stringify(edition)).toContain('"kind":"survey"')
  })
})

describe('time that passes without the browser', () => {
  const dueAgo = (attempt: string, text: string) =>
    rowsOf({ cms, text: `update "attempts" set "due_at" = now() - $2::interval where "id" = $1`, values: [attempt, text] })
  const runNow = (attempt: string) =>
    rowsOf({
      cms,
      text: `update "graphile_worker"."_private_jobs" set "run_at" = now() where "key" = $1`,
      values: [`grading.close-expired:${attempt}`],
    })
  const stateOf = async (attempt: string) =>
    (
      await rowsOf({
        cms,
        text: `select "state", "submitted_at" - "due_at" as after from "attempts" where "id" = $1`,
        values: [attempt],
      })
    )[0]

  it('is waited for to the end of the grace before the worker hands in', async () => {
    const grace = { timeLimitSeconds: 60, overdue: 'grace', graceSeconds: 300 } as const
    const within = await begun({ cms, settings: grace })
    await dueAgo(within.attempt, '200 seconds')
    await runNow(within.attempt)
    await cms.runJobs()
    expect(await stateOf(within.attempt)).toMatchObject({ state: 'in-progress' })
    const after = await begun({ cms, settings: grace })
    await dueAgo(after.attempt, '310 seconds')
    await runNow(after.attempt)
    await cms.runJobs()
    expect(await stateOf(after.attempt)).toMatchObject({ state: 'graded', after: { minutes: 5 } })
  })

  it('may have been over for days while nothing ran: the worker hands in what was saved in time, as of then', async () => {
    const taker = await begun({ cms, settings: { timeLimitSeconds: 60 } })
    await cms.learn({
      method: 'PUT',
      path: `/attempts/${taker.attempt}/responses/q1`,
      user: taker.user,
      body: { revision: 1, response: { option: 'r1' } },
    })
    await dueAgo(taker.attempt, '3 days')
    await runNow(taker.attempt)
    await cms.runJobs()
    expect(await stateOf(taker.attempt)).toMatchObject({ state: 'graded', after: {} })
    const review = await cms.learn({ method: 'GET', path: `/attempts/${taker.attempt}/review`, user: taker.user })
    expect(review.json).toMatchObject({ mark: 1 })
  })

  it('is read from the database, whatever the clock of this process says', async () => {
    const taker = await begun({ cms, settings: { timeLimitSeconds: 600 } })
    const save = (revision: number) =>
      cms.learn({
        method: 'PUT',
        path: `/attempts/${taker.attempt}/responses/q1`,
        user: taker.user,
        body: { revision, response: { option: 'r1' } },
      })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hour / 2 })
    const ahead = await save(1)
    vi.setSystemTime(Date.now() - hour)
    const behind = await save(2)
    vi.useRealTimers()
    expect([ahead.status, behind.status]).toEqual([200, 200])
    await dueAgo(taker.attempt, '1 minute')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - hour / 2 })
    const late = await save(3)
    vi.useRealTimers()
    expect(late.json).toMatchObject({ error: { code: 'ATTEMPT_CLOSED' } })
  })

  it('closes a test for fifty submissions at once as for one, with what was saved before', async () => {
    const taker = await begun({ cms, settings: { closesAt: fromNow(hour) } })
    await cms.learn({
      method: 'PUT',
      path: `/attempts/${taker.attempt}/responses/q1`,
      user: taker.user,
      body: { revision: 1, response: { option: 'r1' } },
    })
    await dueAgo(taker.attempt, '1 minute')
    const responses = [{ item: 'q2', revision: 1, response: { option: 'r2' } }]
    const path = `/attempts/${taker.attempt}/submit`
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => cms.learn({ method: 'POST', path, user: taker.user, body: { responses } })),
    )
    expect(answers.map(({ status, json }) => [status, json.mark])).toEqual(answers.map(() => [200, 1]))
    const events = await rowsOf({
      cms,
      text: `select 1 from "events" where "name" = 'attempt.graded@1' and "key" = $1`,
      values: [taker.attempt],
    })
    expect(events).toHaveLength(1)
  })
})
