import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { pinQuestionVersions, readAuthored, registriesOf } from '@lectern/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.stop())

/** Ids as Payload's admin makes them for new rows. */
const timedIds = ['6740c0ffee6740c0ffee6740', '6740c0ffee6740c0ffee6741']
const common = { overrideAccess: true, depth: 0 } as const

async function createQuestion() {
  return cms.payload.create({
    collection: 'questions',
    locale: 'en',
    data: {
      name: 'Primes',
      _status: 'published',
      body: [
        {
          blockType: 'multiple-choice',
          stem: 'Which are prime?',
          options: [
            { id: timedIds[0], text: 'two', fraction: 1, feedback: 'Yes.' },
            { id: timedIds[1], text: 'nine', fraction: 0 },
          ],
        },
      ],
    },
    ...common,
  })
}

/** The body of all languages as its type reads it. */
async function authoredOf(id: string) {
  const type = registriesOf(cms.payload).questionTypes.get('multiple-choice')
  const { body } = await cms.payload.findByID({ collection: 'questions', id, locale: 'all', ...common })
  if (!type) throw new Error('The type is not installed.')
  return readAuthored({ type, version: type.schema.version, body: body[0] })
}

describe('a question written in the admin', () => {
  it('gets row ids that do not tell when a row was written, and keeps them', async () => {
    const question = await createQuestion()
    const ids = question.body[0].options.map(({ id }: { id: string }) => id)
    expect(ids).toEqual([expect.stringMatching(/^r[\w-]{11}$/), expect.stringMatching(/^r[\w-]{11}$/)])
    const saved = await cms.payload.update({
      collection: 'questions',
      id: question.id,
      locale: 'en',
      data: { body: question.body, _status: 'published' },
      ...common,
    })
    expect(saved.body[0].options.map(({ id }: { id: string }) => id)).toEqual(ids)
  })

  it('takes a second language beside the first', async () => {
    const question = await createQuestion()
    const [block] = question.body
    const [two, nine] = block.options
    const body = [
      {
        ...block,
        stem: 'Какие простые?',
        options: [
          { ...two, text: 'два', feedback: 'Да.' },
          { ...nine, text: 'девять' },
        ],
      },
    ]
    await cms.payload.update({
      collection: 'questions',
      id: question.id,
      locale: 'ru',
      data: { body, _status: 'published' },
      ...common,
    })
    expect(await authoredOf(String(question.id))).toEqual({
      ok: true,
      value: {
        stem: { en: 'Which are prime?', ru: 'Какие простые?' },
        generalFeedback: {},
        shuffle: true,
        allOrNothing: false,
        options: [
          { id: two.id, text: { en: 'two', ru: 'два' }, fraction: 1, feedback: { en: 'Yes.', ru: 'Да.' } },
          { id: nine.id, text: { en: 'nine', ru: 'девять' }, fraction: 0, feedback: {} },
        ],
      },
    })
  })
})

describe('pinning question versions', () => {
  const question = (id: string, body: unknown) => ({ id, type: 'short-text', typeVersion: 1, body })

  it('keeps one version for the same content, whatever the order of its keys, and makes another for a change', async () => {
    const req = { payload: cms.payload }
    const first = await pinQuestionVersions({ req, questions: [question('q-a', { x: 1, y: 2 }), question('q-b', { x: 1 })] })
    const again = await pinQuestionVersions({ req, questions: [question('q-a', { y: 2, x: 1 })] })
    const changed = await pinQuestionVersions({ req, questions: [question('q-a', { x: 1, y: 3 })] })
    expect([...first.keys()].sort()).toEqual(['q-a', 'q-b'])
    expect(again.get('q-a')).toBe(first.get('q-a'))
    expect(changed.get('q-a')).not.toBe(first.get('q-a'))
  })

  it('answers all of twenty callers at once the same version', async () => {
    const calls = Array.from({ length: 20 }, () =>
      pinQuestionVersions({ req: { payload: cms.payload }, questions: [question('q-c', { z: 1 }), question('q-d', { z: 2 })] }),
    )
    const pinned = (await Promise.all(calls)).map((versions) => JSON.stringify([versions.get('q-c'), versions.get('q-d')]))
    expect(new Set(pinned).size).toBe(1)
  })
})
