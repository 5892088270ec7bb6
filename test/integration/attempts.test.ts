import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { attemptReviewSchema, attemptSchema, type TestSettings, testAttemptsSchema } from '@lectern/content-schemas'
import { createLearnerHandler, poolOf, sqlOf } from '@lectern/kernel'
import { countQueries } from '@lectern/kernel/testing'
import { skipPublishing } from '@lectern/publishing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse, publish, type TestCourse } from '../support/createCourse.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.stop())

type Started = { course: TestCourse; user: TestUser; attempt: string }

async function courseWith(settings: Partial<TestSettings>): Promise<TestCourse> {
  const course = await createCourse({ cms })
  await cms.payload.update({
    collection: 'tests',
    id: course.test,
    data: { settings, _status: 'published' },
    overrideAccess: true,
    depth: 0,
    context: { [skipPublishing]: true },
  })
  await publish({ cms, course: course.course })
  return course
}

async function enrolledIn(course: TestCourse): Promise<TestUser> {
  const user = await cms.createUser({ roles: ['learner'] })
  await cms.learn({ method: 'POST', path: `/courses/${course.course}/enrol`, user })
  return user
}

async function start({ course, user }: { course: TestCourse; user: TestUser }) {
  return cms.learn({ method: 'POST', path: `/tests/${course.test}/attempts`, user })
}

async function started(settings: Partial<TestSettings> = {}): Promise<Started> {
  const course = await courseWith(settings)
  const user = await enrolledIn(course)
  const { json } = await start({ course, user })
  return { course, user, attempt: attemptSchema.parse(json).attempt }
}

function save({
  user,
  attempt,
  item = 'q1',
  revision = 1,
  response,
}: {
  user: TestUser
  attempt: string
  item?: string
  revision?: number
  response: unknown
}) {
  return cms.learn({ method: 'PUT', path: `/attempts/${attempt}/responses/${item}`, user, body: { revision, response } })
}

function submit({ user, attempt, body }: { user: TestUser; attempt: string; body?: unknown }) {
  return cms.learn({ method: 'POST', path: `/attempts/${attempt}/submit`, user, body })
}

async function rows(text: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  return (await sqlOf({ payload: cms.payload })).rows({ text, values })
}

/** As if the time of the attempt had been over for a minute. */
async function runOutOfTime(attempt: string): Promise<void> {
  await rows(`update "attempts" set "due_at" = now() - interval '1 minute' where "id" = $1`, [attempt])
}

/** Asks the database until so many statements on it wait for a lock. */
async function untilWaiting(count: number): Promise<void> {
  const waiting = () =>
    rows(`select 1 from "pg_stat_activity" where "datname" = current_database() and "wait_event_type" = 'Lock'`, [])
  while ((await waiting()).length < count);
}

async function stateOf(attempt: string): Promise<unknown> {
  return (await rows(`select "state" from "attempts" where "id" = $1`, [attempt]))[0]?.state
}

const right = [
  { item: 'q1', revision: 5, response: { option: 'r1' } },
  { item: 'q2', revision: 5, response: { option: 'r2' } },
  { item: 'q3', revision: 5, response: { text: ' Canary  ANSWER ' } },
]

describe('starting an attempt', () => {
  it('begins one attempt for twenty calls at once', async () => {
    const course = await createCourse({ cms })
    const user = await enrolledIn(course)
    const answers = await Promise.all(Array.from({ length: 20 }, () => start({ course, user })))
    const attempts = answers.map(({ json }) => attemptSchema.parse(json).attempt)
    expect(new Set(attempts).size).toBe(1)
    expect(await rows(`select count(*)::int as n from "attempts" where "learner_id" = $1`, [user.id])).toEqual([{ n: 1 }])
  })

  it('begins one attempt for ten calls that have all looked for one before any has begun it', async () => {
    const course = await createCourse({ cms })
    const user = await enrolledIn(course)
    const holding = await poolOf({ payload: cms.payload }).connect()
    await holding.query('begin')
    await holding.query('lock table "attempts" in exclusive mode')
    const calls = Array.from({ length: 10 }, () => start({ course, user }))
    await untilWaiting(10)
    await holding.query('commit')
    holding.release()
    const attempts = (await Promise.all(calls)).map(({ json }) => attemptSchema.parse(json).attempt)
    expect(new Set(attempts).size).toBe(1)
  })

  it('shows the questions in the asked language, blank', async () => {
    const { json } = await start(await startedIn())
    expect(attemptSchema.parse(json)).toMatchObject({
      state: 'in-progress',
      number: 1,
      dueAt: null,
      items: [
        { item: 'q1', type: 'single-choice', response: null, revision: 0, view: { stem: 'Which is right, 1?' } },
        { item: 'q2', type: 'single-choice', response: null, revision: 0 },
        { item: 'q3', type: 'short-text', response: null, revision: 0 },
      ],
    })
  })

  it('asks for an enrolment', async () => {
    const course = await createCourse({ cms })
    const user = await cms.createUser({ roles: ['learner'] })
    const { status, json } = await start({ course, user })
    expect([status, json]).toMatchObject([403, { error: { code: 'NOT_ENROLLED' } }])
    const list = await cms.learn({ method: 'GET', path: `/tests/${course.test}/attempts`, user })
    expect(list.json).toMatchObject({ canStart: false, reason: 'NOT_ENROLLED', attempts: [] })
  })

  it('does not know a test that is not published', async () => {
    const user = await cms.createUser({ roles: ['learner'] })
    const path = '/tests/00000000-0000-7000-8000-000000000000/attempts'
    const { status, json } = await cms.learn({ method: 'POST', path, user })
    expect([status, json]).toMatchObject([404, { error: { code: 'TEST_NOT_FOUND' } }])
  })

  it('gives no more attempts than the test allows', async () => {
    const { course, user, attempt } = await started({ maxAttempts: 1 })
    await submit({ user, attempt })
    const { status, json } = await start({ course, user })
    expect([status, json]).toMatchObject([409, { error: { code: 'ATTEMPTS_USED_UP' } }])
    const list = await cms.learn({ method: 'GET', path: `/tests/${course.test}/attempts`, user })
    expect(testAttemptsSchema.parse(list.json)).toMatchObject({
      canStart: false,
      reason: 'ATTEMPTS_USED_UP',
      attempts: [{ number: 1, percent: 0 }],
    })
  })

  it('counts the attempts of a learner', async () => {
    const { course, user, attempt } = await started()
    await submit({ user, attempt })
    expect((await start({ course, user })).json).toMatchObject({ number: 2, state: 'in-progress' })
  })
})

describe('saving responses', () => {
  it('keeps a response for the next visit', async () => {
    const { course, user, attempt } = await started()
    const { status, json } = await save({ user, attempt, revision: 3, response: { option: 'w1' } })
    expect([status, json]).toEqual([200, { item: 'q1', revision: 3, saved: true }])
    expect((await start({ course, user })).json).toMatchObject({
      attempt,
      items: [{ response: { option: 'w1' }, revision: 3 }, {}, {}],
    })
  })

  it('changes nothing by a revision that is not newer, and answers the stored one', async () => {
    const { user, attempt } = await started()
    await save({ user, attempt, revision: 3, response: { option: 'w1' } })
    const again = await save({ user, attempt, revision: 3, response: { option: 'r1' } })
    const older = await save({ user, attempt, revision: 2, response: { option: 'r1' } })
    expect([again.json, older.json]).toEqual([
      { item: 'q1', revision: 3, saved: false },
      { item: 'q1', revision: 3, saved: false },
    ])
  })

  it('keeps the newest of many that come at once in any order', async () => {
    const { user, attempt } = await started()
    const revisions = Array.from({ length: 20 }, (_, at) => ((at * 7) % 20) + 1)
    await Promise.all(
      revisions.map((revision) => save({ user, attempt, item: 'q3', revision, response: { text: `word ${revision}` } })),
    )
    const { json } = await cms.learn({ method: 'GET', path: `/attempts/${attempt}`, user })
    expect(json).toMatchObject({ items: [{}, {}, { revision: 20, response: { text: 'word 20' } }] })
  })

  it('takes a list in one call, and a blank one as blank', async () => {
    const { user, attempt } = await started()
    const { json } = await cms.learn({ method: 'POST', path: `/attempts/${attempt}/responses`, user, body: { responses: right } })
    expect(json).toEqual({ responses: right.map(({ item, revision }) => ({ item, revision, saved: true })) })
    await save({ user, attempt, revision: 6, response: null })
    const read = await cms.learn({ method: 'GET', path: `/attempts/${attempt}`, user })
    expect(read.json).toMatchObject({
      items: [{ response: null, revision: 6 }, { response: { option: 'r2' } }, { response: { text: 'Canary ANSWER' } }],
    })
  })

  it.each([
    ['an option that the question has not', 'q1', { option: 'r2' }, 400, 'RESPONSE_INVALID'],
    ['something that is no response', 'q3', { text: { a: 1 } }, 400, 'RESPONSE_INVALID'],
    ['a question of no such attempt', 'q9', { option: 'r1' }, 404, 'ITEM_NOT_IN_ATTEMPT'],
  ])('refuses %s', async (_, item, response, status, code) => {
    const { user, attempt } = await started()
    const answer = await save({ user, attempt, item, response })
    expect([answer.status, answer.json]).toMatchObject([status, { error: { code } }])
  })

  it('answers another learner as if the attempt were not there', async () => {
    const { course, attempt } = await started()
    const other = await enrolledIn(course)
    const calls = [
      await save({ user: other, attempt, response: { option: 'r1' } }),
      await submit({ user: other, attempt }),
      await cms.learn({ method: 'GET', path: `/attempts/${attempt}`, user: other }),
      await cms.learn({ method: 'GET', path: `/attempts/${attempt}/review`, user: other }),
    ]
    expect(calls.map(({ status, json }) => [status, json])).toMatchObject(
      calls.map(() => [404, { error: { code: 'ATTEMPT_NOT_FOUND' } }]),
    )
    expect(await stateOf(attempt)).toBe('in-progress')
  })

  it('takes nothing after the attempt was submitted', async () => {
    const { user, attempt } = await started()
    await submit({ user, attempt })
    const { status, json } = await save({ user, attempt, response: { option: 'r1' } })
    expect([status, json]).toMatchObject([409, { error: { code: 'ATTEMPT_CLOSED' } }])
    expect(await rows(`select 1 from "responses" where "attempt_id" = $1 and "response" is not null`, [attempt])).toEqual([])
  })

  it('costs three statements at most, the check of the session among them', async () => {
    const { user, attempt } = await started()
    const { statements } = await countQueries(() => save({ user, attempt, response: { option: 'r1' } }))
    expect(statements.length).toBeLessThanOrEqual(3)
  })

  it('costs three statements at most in a process that has not seen the attempt', async () => {
    const { user, attempt } = await started()
    // What a process remembers belongs to its Payload instance, so another object begins with nothing.
    const payload: typeof cms.payload = Object.create(cms.payload)
    const request = new Request(`http://lectern.test/api/learn/attempts/${attempt}/responses/q1`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie: user.cookie },
      body: JSON.stringify({ revision: 1, response: { option: 'r1' } }),
    })
    const { value, statements } = await countQueries(() => createLearnerHandler({ payload })(request))
    expect([value.status, statements.length]).toEqual([200, 3])
  })
})

describe('submitting', () => {
  it('marks what was saved and what came along', async () => {
    const { user, attempt } = await started()
    await save({ user, attempt, response: { option: 'w1' } })
    const { status, json } = await submit({ user, attempt, body: { responses: right.slice(1) } })
    expect(status).toBe(200)
    expect(attemptReviewSchema.parse(json)).toMatchObject({
      state: 'graded',
      mark: 2,
      maxMark: 3,
      percent: 66.66667,
      passed: true,
      items: [
        { state: 'wrong', fraction: 0, mark: 0, feedback: [{ part: 'w1' }, {}], key: { html: '<span>Right 1</span>' } },
        { state: 'right', fraction: 1, mark: 1 },
        { state: 'right', response: { text: 'Canary ANSWER' } },
      ],
    })
  })

  it('earns nothing for nothing', async () => {
    const { user, attempt } = await started()
    const { json } = await submit({ user, attempt })
    expect(json).toMatchObject({
      mark: 0,
      percent: 0,
      passed: false,
      items: [{ state: 'blank' }, { state: 'blank' }, { state: 'blank' }],
    })
  })

  it('marks once for fifty calls at once, and answers all the same', async () => {
    const { user, attempt } = await started()
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit({ user, attempt, body: { responses: right } })))
    const reviews = answers.map(({ json }) => JSON.stringify({ ...json, now: null }))
    expect(new Set(reviews).size).toBe(1)
    expect(answers[0]?.json).toMatchObject({ percent: 100, passed: true })
    const events = await rows(`select "data" from "events" where "name" = 'attempt.graded@1' and "key" = $1`, [attempt])
    expect(events).toMatchObject([{ data: { attempt, testKey: 'post', percent: 100, passed: true } }])
  })

  it('counts exactly those responses that were answered as saved when both come at once', async () => {
    const { user, attempt } = await started()
    const saves = right.map(({ item, response }) => save({ user, attempt, item, response }))
    const [review, ...saved] = await Promise.all([submit({ user, attempt }), ...saves])
    const accepted = saved.filter(({ status }) => status === 200).length
    expect(saved.map(({ status }) => status).every((status) => status === 200 || status === 409)).toBe(true)
    expect(review.json).toMatchObject({ mark: accepted })
  })

  it('takes no response that waited while the attempt was being closed', async () => {
    const { user, attempt } = await started()
    const closing = await poolOf({ payload: cms.payload }).connect()
    await closing.query('begin')
    await closing.query(`update "attempts" set "state" = 'submitted' where "id" = $1`, [attempt])
    const saving = save({ user, attempt, response: { option: 'r1' } })
    await untilWaiting(1)
    await closing.query('commit')
    closing.release()
    const { status, json } = await saving
    expect([status, json]).toMatchObject([409, { error: { code: 'ATTEMPT_CLOSED' } }])
    expect(await rows(`select 1 from "responses" where "attempt_id" = $1`, [attempt])).toEqual([])
  })

  it('refuses a response that cannot be marked and leaves the attempt open', async () => {
    const { user, attempt } = await started()
    const { status, json } = await submit({
      user,
      attempt,
      body: { responses: [{ item: 'q1', revision: 1, response: { option: 'zz' } }] },
    })
    expect([status, json]).toMatchObject([
      400,
      { error: { code: 'RESPONSE_INVALID', details: { item: 'q1', reason: 'OPTION_UNKNOWN' } } },
    ])
    expect(await stateOf(attempt)).toBe('in-progress')
  })

  it('has no review before it', async () => {
    const { user, attempt } = await started()
    const { status, json } = await cms.learn({ method: 'GET', path: `/attempts/${attempt}/review`, user })
    expect([status, json]).toMatchObject([409, { error: { code: 'ATTEMPT_NOT_SUBMITTED' } }])
  })

  it('costs the same number of statements for one question as for three', async () => {
    const small = await courseWith({})
    await cms.payload.update({
      collection: 'tests',
      id: small.test,
      data: { items: [{ blockType: 'fixedQuestion', question: small.questions[0], maxMark: 1 }], _status: 'published' },
      overrideAccess: true,
      depth: 0,
      context: { [skipPublishing]: true },
    })
    await publish({ cms, course: small.course })
    const one = await enrolledIn(small)
    const { json } = await start({ course: small, user: one })
    const few = await countQueries(() =>
      submit({ user: one, attempt: String(json.attempt), body: { responses: right.slice(0, 1) } }),
    )
    const { user, attempt } = await started()
    const more = await countQueries(() => submit({ user, attempt, body: { responses: right } }))
    expect(few.value.json).toMatchObject({ mark: 1, maxMark: 1 })
    expect(more.statements.length).toBe(few.statements.length)
    expect(more.statements.length).toBeLessThanOrEqual(11)
  })

  it('marks by the question as it was when the attempt began', async () => {
    const { course, user, attempt } = await started()
    const question = await cms.payload.findByID({
      collection: 'questions',
      id: String(course.questions[0]),
      overrideAccess: true,
      depth: 0,
    })
    const [block] = question.body
    const options = block.options.map((option: { fraction: number }) => ({ ...option, fraction: 1 - option.fraction }))
    await cms.payload.update({
      collection: 'questions',
      id: String(course.questions[0]),
      data: { body: [{ ...block, options }], _status: 'published' },
      overrideAccess: true,
      depth: 0,
      context: { [skipPublishing]: true },
    })
    await publish({ cms, course: course.course })
    const { json } = await submit({ user, attempt, body: { responses: right } })
    expect(json).toMatchObject({ percent: 100 })
  })
})

describe('an attempt whose time is over', () => {
  const limit = { timeLimitSeconds: 60 }

  it('says when it closes, by the clock of the server', async () => {
    const { course, user } = await started(limit)
    const attempt = attemptSchema.parse((await start({ course, user })).json)
    expect(Date.parse(String(attempt.dueAt)) - Date.parse(attempt.startedAt)).toBe(60_000)
  })

  it('takes no more responses and is marked with those that came in time', async () => {
    const { user, attempt } = await started(limit)
    await save({ user, attempt, response: { option: 'r1' } })
    await runOutOfTime(attempt)
    const { status, json } = await save({ user, attempt, item: 'q2', response: { option: 'r2' } })
    expect([status, json]).toMatchObject([409, { error: { code: 'ATTEMPT_CLOSED' } }])
    const review = await cms.learn({ method: 'GET', path: `/attempts/${attempt}/review`, user })
    expect(review.json).toMatchObject({ state: 'graded', mark: 1 })
  })

  it('does not count what comes with a late submission', async () => {
    const { user, attempt } = await started(limit)
    await save({ user, attempt, response: { option: 'r1' } })
    await runOutOfTime(attempt)
    expect((await submit({ user, attempt, body: { responses: right } })).json).toMatchObject({ mark: 1 })
  })

  it.each([
    ['reading', (_: Started) => `/attempts/${_.attempt}`],
    ['reviewing', (_: Started) => `/attempts/${_.attempt}/review`],
    ['listing', (_: Started) => `/tests/${_.course.test}/attempts`],
  ])('is closed by %s', async (_, pathOf) => {
    const begun = await started(limit)
    await runOutOfTime(begun.attempt)
    const { status } = await cms.learn({ method: 'GET', path: pathOf(begun), user: begun.user })
    expect([status, await stateOf(begun.attempt)]).toEqual([200, 'graded'])
  })

  it('makes room for the next attempt', async () => {
    const { course, user, attempt } = await started(limit)
    await runOutOfTime(attempt)
    expect((await start({ course, user })).json).toMatchObject({ number: 2, state: 'in-progress' })
    expect(await stateOf(attempt)).toBe('graded')
  })

  it('is closed by the worker when the browser is gone', async () => {
    const { attempt } = await started(limit)
    await runOutOfTime(attempt)
    await rows(`update "graphile_worker"."_private_jobs" set "run_at" = now() where "key" = $1`, [
      `grading.close-expired:${attempt}`,
    ])
    await cms.runJobs()
    expect(await stateOf(attempt)).toBe('graded')
  })
})

describe('the key', () => {
  const secrets = /canary|"fraction"|"answers"|"generalFeedback"/i

  it('is in no answer before the attempt is submitted', async () => {
    const { course, user, attempt } = await started()
    const texts = await Promise.all(
      [
        await start({ course, user }),
        await save({ user, attempt, response: { option: 'w1' } }),
        await save({ user, attempt, item: 'q3', response: { text: 1 } }),
        await cms.learn({ method: 'GET', path: `/attempts/${attempt}`, user }),
        await cms.learn({ method: 'GET', path: `/attempts/${attempt}/review`, user }),
        await cms.learn({ method: 'GET', path: `/tests/${course.test}/attempts`, user }),
      ].map(({ response }) => response.text()),
    )
    expect(texts.filter((text) => secrets.test(text))).toEqual([])
  })

  it('stays away from a review that shows only what is right and wrong', async () => {
    const { user, attempt } = await started({ reviewAfterSubmit: ['correctness'] })
    const { json } = await submit({
      user,
      attempt,
      body: { responses: [{ item: 'q1', revision: 1, response: { option: 'w1' } }] },
    })
    const review = attemptReviewSchema.parse(json)
    expect(review.items.map(({ state, key, feedback, mark }) => ({ state, key, feedback, mark }))).toEqual([
      { state: 'wrong', key: undefined, feedback: undefined, mark: undefined },
      { state: 'blank', key: undefined, feedback: undefined, mark: undefined },
      { state: 'blank', key: undefined, feedback: undefined, mark: undefined },
    ])
    expect(JSON.stringify(json)).not.toMatch(/canary/i)
    expect(review.percent).toBeUndefined()
  })
})

async function startedIn(): Promise<{ course: TestCourse; user: TestUser }> {
  const course = await createCourse({ cms })
  return { course, user: await enrolledIn(course) }
}
