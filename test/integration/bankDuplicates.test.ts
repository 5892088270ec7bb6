import { indexQuestions } from '@lectern/bank'
import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBankQuestion } from '../support/createBankQuestion.ts'
import { createCourse } from '../support/createCourse.ts'
import { changeTest, rowsOf } from '../support/takeTest.ts'

let cms: TestCms
let author: TestUser
beforeAll(async () => {
  cms = await startTestCms()
  author = await cms.createUser({ roles: ['instructor'] })
})
afterAll(() => cms.stop())

const common = { overrideAccess: true, depth: 0, locale: 'en' } as const
const call = (method: string, path: string, body?: unknown, user = author) => cms.rest({ method, path, body, user })
const index = () => indexQuestions({ req: { payload: cms.payload } })
const long = (animal: string) =>
  `Which of these statements about the ${animal} of the southern islands, its food and its young, is right?`

async function pairOf(first: string, second: string) {
  const { pairs } = await (await call('GET', '/bank/duplicates?page=1')).json()
  return pairs.find((pair: { first: { id: string }; second: { id: string } }) =>
    [first, second].every((id) => [pair.first.id, pair.second.id].includes(id)),
  )
}

const unsaved = (stem: string, id: string | null = null) => ({
  type: 'single-choice',
  locale: 'en',
  id,
  body: {
    blockType: 'single-choice',
    stem,
    options: [
      { id: 'x', text: 'yes', fraction: 1 },
      { id: 'y', text: 'no', fraction: 0 },
    ],
  },
})

describe('questions that say the same', () => {
  it('are told while one is written, word for word or nearly', async () => {
    const id = await createBankQuestion({ cms, data: { name: 'Penguins' }, stem: long('penguin') })
    await index()
    const ask = async (stem: string, own: string | null = null) =>
      (await (await call('POST', '/bank/similar', unsaved(stem, own))).json()).similar
    const near = { id, name: 'Penguins', similarity: expect.any(Number), same: false }
    expect(await ask(long('Penguin').toUpperCase())).toEqual([{ ...near, similarity: 1, same: true }])
    expect(await ask(long('albatross'))).toEqual([near])
    expect(await ask('What is the capital of Mongolia?')).toEqual([])
    expect(await ask(long('penguin'), id)).toEqual([])
  })

  it('are paired, and paired anew when one changes', async () => {
    const [one, two] = [
      await createBankQuestion({ cms, stem: long('kakapo') }),
      await createBankQuestion({ cms, stem: `${long('kakapo')} Choose one.` }),
    ]
    await index()
    expect(await pairOf(one, two)).toMatchObject({ similarity: expect.any(Number), first: { tests: 0, attempts: 0 } })
    const { body } = await cms.payload.findByID({ collection: 'questions', id: two, ...common })
    const changed = [{ ...body[0], stem: 'Now something else altogether: volcanoes.' }]
    await cms.payload.update({ collection: 'questions', id: two, data: { body: changed, _status: 'published' }, ...common })
    await index()
    expect(await pairOf(one, two)).toBeUndefined()
  })

  it('stay apart once an author has said so, also when they are read again', async () => {
    const [one, two] = [
      await createBankQuestion({ cms, stem: long('tuatara') }),
      await createBankQuestion({ cms, stem: `${long('tuatara')} Choose one.` }),
    ]
    await index()
    const { id } = await pairOf(one, two)
    const answers = await Promise.all([1, 2, 3].map(() => call('POST', `/bank/duplicates/${id}/dismiss`, {})))
    await cms.payload.update({ collection: 'questions', id: two, data: { name: 'Saved again', _status: 'published' }, ...common })
    await index()
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await pairOf(one, two)).toBeUndefined()
  })

  it('are read once, until they change', async () => {
    await index()
    expect(await index()).toBe(0)
    await rowsOf({ cms, text: `delete from "question_fingerprints"`, values: [] })
    const read = await Promise.all([index(), index()].map((run) => run.catch(() => -1)))
    expect(Math.max(...read)).toBeGreaterThan(0)
    expect(await index()).toBe(0)
  })
})

describe('keeping one of two', () => {
  const fixed = (question: string) => ({ blockType: 'fixedQuestion', question, maxMark: 1 })

  it('points the tests of the other to it, and retires the other', async () => {
    const keep = await createBankQuestion({ cms })
    const other = await createBankQuestion({ cms })
    const course = await createCourse({ cms })
    await changeTest({ cms, course, change: { items: [fixed(other), fixed(course.questions[0] ?? '')] } })
    const answer = await (await call('POST', '/bank/keep', { keep, other })).json()
    expect(answer).toEqual({ moved: [course.test], left: [], retired: true })
    const test = await cms.payload.findByID({ collection: 'tests', id: course.test, ...common })
    const retired = await cms.payload.findByID({ collection: 'questions', id: other, ...common })
    expect([test.items.map(({ question }: { question: string }) => question), test._status, retired.retired]).toEqual([
      [keep, course.questions[0]],
      'published',
      true,
    ])
  })

  it('settles the pair, also of drafts', async () => {
    const draft = { _status: 'draft' }
    const [keep, other] = [
      await createBankQuestion({ cms, data: draft, stem: long('wallaby') }),
      await createBankQuestion({ cms, data: draft, stem: `${long('wallaby')} Choose one.` }),
    ]
    await index()
    const before = await pairOf(keep, other)
    await call('POST', '/bank/keep', { keep, other })
    await index()
    expect([before?.first.status, await pairOf(keep, other)]).toEqual(['draft', undefined])
  })

  it('leaves a test that has both, or whose draft waits, and then retires nothing', async () => {
    const keep = await createBankQuestion({ cms })
    const other = await createBankQuestion({ cms })
    const both = await createCourse({ cms })
    await changeTest({ cms, course: both, change: { items: [fixed(keep), fixed(other)] } })
    const waiting = await createCourse({ cms })
    await changeTest({ cms, course: waiting, change: { items: [fixed(other)] } })
    await cms.payload.update({
      collection: 'tests',
      id: waiting.test,
      data: { title: 'Being rewritten', _status: 'draft' },
      draft: true,
      ...common,
    })
    const answer = await (await call('POST', '/bank/keep', { keep, other })).json()
    expect([answer.moved, answer.retired]).toEqual([[], false])
    expect(answer.left).toEqual(
      expect.arrayContaining([
        { test: both.test, reason: 'HAS_BOTH' },
        { test: waiting.test, reason: 'DRAFT_WAITS' },
      ]),
    )
  })

  it('is refused where a published question would give way to a draft, or one is gone', async () => {
    const keep = await createBankQuestion({ cms, data: { _status: 'draft' } })
    const other = await createBankQuestion({ cms })
    const codes = await Promise.all(
      [
        { keep, other },
        { keep: other, other: '0198a000-0000-7000-8000-000000000000' },
        { keep: other, other },
      ].map(async (body) => (await (await call('POST', '/bank/keep', body)).json()).error.code),
    )
    expect(codes).toEqual(['KEEP_NOT_PUBLISHED', 'QUESTION_GONE', 'QUESTION_GONE'])
  })
})
