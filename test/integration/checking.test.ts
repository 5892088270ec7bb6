import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { attemptSchema } from '@lectern/content-schemas'
import { skipPublishing } from '@lectern/publishing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish } from '../support/createCourse.ts'
import { type Begun, begin, begun, courseWith, enrolledIn, rowsOf } from '../support/takeTest.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.stop())

const right = { option: 'r1' }
const wrong = { option: 'w1' }

type Checked = { item?: string; revision?: number; response: unknown; certainty?: number }

function check({ user, attempt }: Begun, { item = 'q1', revision = 1, ...given }: Checked) {
  return cms.learn({ method: 'POST', path: `/attempts/${attempt}/items/${item}/check`, user, body: { revision, ...given } })
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
      {
        revision: 1,
        response: wrong,
        fraction: 0,
        state: 'wrong',
        graderVersion: '2',
        behaviour: 'interactive@2',
        mark: 0,
        at: expect.stringMatching(/Z$/),
      },
      { revision: 2, response: right, fraction: 1, state: 'right', graderVersion: '2', mark: 0.75 },
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

describe('checking as often as one likes', () => {
  const adaptive = { behaviour: 'adaptive', penaltyPercent: 25, reviewDuring: ['correctness', 'marks', 'key'] } as const
  const beginAdaptive = () => begun({ cms, settings: { ...adaptive, reviewDuring: [...adaptive.reviewDuring] } })

  it('takes the penalty off for each try before, keeps the best, and never settles the question', async () => {
    const taker = await beginAdaptive()
    const first = await check(taker, { revision: 1, response: wrong })
    expect(first.json).toMatchObject({ check: { locked: false, tries: 1, triesLeft: null, state: 'wrong', mark: 0 } })
    expect((await check(taker, { revision: 2, response: right })).json).toMatchObject({
      check: { locked: false, tries: 2, triesLeft: null, state: 'right', mark: 0.75 },
    })
    expect((await check(taker, { revision: 3, response: wrong })).json).toMatchObject({ check: { state: 'wrong', mark: 0.75 } })
    expect((await submit(taker)).json).toMatchObject({ mark: 0.75, items: [{ state: 'wrong', mark: 0.75 }, {}, {}] })
  })

  it('counts the same response again as no try', async () => {
    const taker = await beginAdaptive()
    await check(taker, { revision: 1, response: wrong })
    expect((await check(taker, { revision: 2, response: wrong })).json).toMatchObject({ check: { tries: 1, revision: 2 } })
    expect((await check(taker, { revision: 3, response: right })).json).toMatchObject({ check: { tries: 2, mark: 0.75 } })
    expect(await triesOf(taker)).toHaveLength(2)
  })

  it('costs nothing what cannot be marked', async () => {
    const taker = await beginAdaptive()
    expect((await check(taker, { revision: 1, response: { option: 'zz' } })).status).toBe(400)
    expect((await check(taker, { revision: 1, response: right })).json).toMatchObject({ check: { tries: 1, mark: 1 } })
  })

  it('never shows the key before the attempt is handed in', async () => {
    const taker = await beginAdaptive()
    const answers = [await check(taker, { revision: 1, response: wrong }), await check(taker, { revision: 2, response: right })]
    const texts = await Promise.all(answers.map(({ response }) => response.text()))
    expect(texts.filter((text) => /"key"|canary/i.test(text))).toEqual([])
  })

  it('keeps of twenty different tries at once each once, or none that was overtaken', async () => {
    const taker = await beginAdaptive()
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => check(taker, { revision: at + 1, response: at % 2 === 0 ? wrong : right })),
    )
    const revisions = (await triesOf(taker)).map((one) => JSON.stringify(one)).map((text) => /"revision":(\d+)/.exec(text)?.[1])
    expect(new Set(revisions).size).toBe(revisions.length)
    expect(revisions).toContain('20')
  })
})

describe('marking by certainty', () => {
  const answerAll = ({ user, attempt }: Begun, responses: unknown[]) =>
    cms.learn({ method: 'POST', path: `/attempts/${attempt}/submit`, user, body: { responses } })

  it('earns and costs by how sure the learner was, and says how well that fitted', async () => {
    const taker = await begun({ cms, settings: { behaviour: 'certainty' } })
    const { status, json } = await answerAll(taker, [
      { item: 'q1', revision: 1, response: right, certainty: 3 },
      { item: 'q2', revision: 1, response: { option: 'w2' }, certainty: 2 },
    ])
    expect([status, json]).toMatchObject([
      200,
      {
        mark: 1,
        maxMark: 9,
        percent: 11.11111,
        items: [
          { certainty: 3, mark: 3, maxMark: 3, fraction: 1, state: 'right' },
          { certainty: 2, mark: -2, maxMark: 3, state: 'wrong' },
          { certainty: null, mark: 0, maxMark: 3, state: 'blank' },
        ],
        certainty: { questions: 3, answered: { questions: 2, accuracy: 0.5, averageMark: 0.5 } },
      },
    ])
  })

  it('keeps how sure the learner was with the response, for the next visit and another device', async () => {
    const taker = await begun({ cms, settings: { behaviour: 'certainty' } })
    const saved = await cms.learn({
      method: 'PUT',
      path: `/attempts/${taker.attempt}/responses/q1`,
      user: taker.user,
      body: { revision: 1, response: right, certainty: 2 },
    })
    expect(saved.status).toBe(200)
    expect((await read(taker)).json).toMatchObject({ items: [{ response: right, certainty: 2 }, { certainty: null }, {}] })
  })

  it('takes who says nothing for not very sure', async () => {
    const taker = await begun({ cms, settings: { behaviour: 'certainty' } })
    const { json } = await answerAll(taker, [{ item: 'q1', revision: 1, response: right }])
    expect(json).toMatchObject({ items: [{ mark: 1 }, {}, {}] })
  })

  it('refuses a level that there is not, and is deaf to it where the test does not ask', async () => {
    const taker = await begun({ cms, settings: { behaviour: 'certainty' } })
    expect((await answerAll(taker, [{ item: 'q1', revision: 1, response: right, certainty: 4 }])).json).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    })
    const plain = await begun({ cms, settings: {} })
    const { json } = await answerAll(plain, [{ item: 'q1', revision: 1, response: right, certainty: 3 }])
    expect(json).toMatchObject({ mark: 1, maxMark: 3, items: [{ certainty: null, mark: 1 }, {}, {}] })
  })

  it('settles a question with its check where it marks at once', async () => {
    const settings = { behaviour: 'certainty-immediate', reviewDuring: [...everything] } as const
    const taker = await begun({ cms, settings: { ...settings, reviewDuring: [...everything] } })
    expect((await check(taker, { response: wrong, certainty: 3 })).json).toMatchObject({
      certainty: 3,
      check: { locked: true, mark: -6, state: 'wrong' },
    })
    expect((await submit(taker)).json).toMatchObject({ mark: 0, percent: 0 })
  })
})

describe('hints', () => {
  const interactive = { behaviour: 'interactive', penaltyPercent: 25, tries: null } as const

  async function begunWithHints(settings: Parameters<typeof courseWith>[0]['settings'] = interactive) {
    const course = await courseWith({ cms, settings })
    const [question = ''] = course.questions
    const { body } = await cms.payload.findByID({ collection: 'questions', id: question, depth: 0, overrideAccess: true })
    await cms.payload.update({
      collection: 'questions',
      id: question,
      data: {
        body: [{ ...body[0], hints: [{ text: 'HINT-ONE **bold**' }, { text: 'HINT-TWO', showNumberRight: true }] }],
        _status: 'published',
      },
      overrideAccess: true,
      depth: 0,
      locale: 'en',
      context: { [skipPublishing]: true },
    })
    await publish({ cms, course: course.course })
    const user = await enrolledIn({ cms, course })
    const { json } = await begin({ cms, course, user })
    return { course, user, attempt: attemptSchema.parse(json).attempt }
  }

  it('come one after each try that is not right, and not before; there is one try more than hints', async () => {
    const taker = await begunWithHints()
    expect(await (await read(taker)).response.text()).not.toContain('HINT')
    const first = await check(taker, { revision: 1, response: wrong })
    expect(first.json).toMatchObject({
      check: { locked: false, triesLeft: 2, hints: ['HINT-ONE <strong>bold</strong>'], numberRight: null },
    })
    expect(await first.response.text()).not.toContain('HINT-TWO')
    expect((await check(taker, { revision: 2, response: wrong })).json).toMatchObject({
      check: { triesLeft: 1, hints: [expect.stringContaining('HINT-ONE'), 'HINT-TWO'], numberRight: 0 },
    })
    expect((await read(taker)).json).toMatchObject({ items: [{ check: { hints: [{}, 'HINT-TWO'] } }, {}, {}] })
    expect((await check(taker, { revision: 3, response: wrong })).json).toMatchObject({ check: { locked: true, triesLeft: 0 } })
  })

  it('are not earned by a right answer', async () => {
    const taker = await begunWithHints()
    const { json, response } = await check(taker, { response: right })
    expect(json).toMatchObject({ check: { locked: true, hints: [] } })
    expect(await response.text()).not.toContain('HINT')
  })

  it.each(['deferred', 'immediate', 'adaptive', 'certainty'] as const)('stay away from a test that is %s', async (behaviour) => {
    const taker = await begunWithHints({ behaviour })
    await check(taker, { response: wrong })
    const texts = [await read(taker), await submit(taker)].map(({ json }) => JSON.stringify(json))
    expect(texts.filter((text) => text.includes('HINT'))).toEqual([])
  })

  it('leave the number of tries to the test where it says one', async () => {
    const taker = await begunWithHints({ ...interactive, tries: 2 })
    await check(taker, { revision: 1, response: wrong })
    expect((await check(taker, { revision: 2, response: wrong })).json).toMatchObject({ check: { locked: true, tries: 2 } })
  })
})
