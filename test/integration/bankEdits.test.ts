import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBankQuestion } from '../support/createBankQuestion.ts'

let cms: TestCms
let author: TestUser
beforeAll(async () => {
  cms = await startTestCms()
  author = await cms.createUser({ roles: ['instructor'] })
})
afterAll(() => cms.stop())

const common = { overrideAccess: true, depth: 0, locale: 'en' } as const
const call = (method: string, path: string, body?: unknown, user = author) => cms.rest({ method, path, body, user })
const create = (data: Record<string, unknown> = {}) => createBankQuestion({ cms, data })

async function edit({ selection, changes }: { selection: unknown; changes: unknown }) {
  const begun = await (await call('POST', '/bank/edits', { selection, changes })).json()
  await cms.runJobs()
  const done = await (await call('GET', `/bank/edits/${begun.edit}`)).json()
  return { begun, done }
}

async function stateOf(id: string) {
  const doc = await cms.payload.findByID({ collection: 'questions', id, draft: true, ...common })
  return { tags: doc.tags, difficulty: doc.difficulty, retired: doc.retired, status: doc._status }
}

describe('changing many questions', () => {
  it('changes those that were selected, each with a version, and says what became of them', async () => {
    const ids = [await create({ tags: ['old'] }), await create({ tags: ['old', 'new'], difficulty: 4 })]
    const { begun, done } = await edit({ selection: { ids }, changes: { addTags: ['new'], removeTags: ['old'], difficulty: 4 } })
    expect([begun.questions, done]).toEqual([2, { edit: begun.edit, state: 'done', outcomes: { changed: 2 }, refused: [] }])
    const after = { tags: ['new'], difficulty: 4, retired: false, status: 'published' }
    expect(await Promise.all(ids.map(stateOf))).toEqual([after, after])
    const versions = await cms.payload.findVersions({ collection: 'questions', where: { parent: { equals: ids[0] } }, ...common })
    expect(versions.totalDocs).toBe(2)
  })

  it('changes all that the list shows for a query and a search', async () => {
    const tag = `shelf-${Date.now()}`
    const found = [await create({ name: 'Needle one', tags: [tag] }), await create({ name: 'Needle two', tags: [tag] })]
    const other = await create({ name: 'Hay', tags: [tag] })
    const selection = { where: { or: [{ and: [{ tags: { in: [tag] } }] }] }, search: 'needle' }
    const { done } = await edit({ selection, changes: { status: 'retire' } })
    expect(done.outcomes).toEqual({ changed: 2 })
    const retired = await Promise.all([...found, other].map(async (id) => (await stateOf(id)).retired))
    expect(retired).toEqual([true, true, false])
  })

  it('publishes what is fit, and says why the rest is not', async () => {
    const fit = await create({ _status: 'draft' })
    const unfit = await create({
      name: 'Unfit',
      _status: 'draft',
      body: [{ blockType: 'single-choice', stem: 'Which?', options: [] }],
    })
    const { done } = await edit({ selection: { ids: [fit, unfit] }, changes: { status: 'publish' } })
    expect(done.outcomes).toEqual({ changed: 1, refused: 1 })
    expect(done.refused).toEqual([{ question: unfit, name: 'Unfit', reason: expect.stringMatching(/\w/) }])
    expect([(await stateOf(fit)).status, (await stateOf(unfit)).status]).toEqual(['published', 'draft'])
  })

  it('leaves a waiting draft a draft, and what is published as it was', async () => {
    const id = await create({ tags: ['a'] })
    await cms.payload.update({ collection: 'questions', id, data: { name: 'Better', _status: 'draft' }, draft: true, ...common })
    await edit({ selection: { ids: [id] }, changes: { addTags: ['b'] } })
    const published = await cms.payload.findByID({ collection: 'questions', id, ...common })
    expect([await stateOf(id), published.tags, published._status]).toEqual([
      { tags: ['a', 'b'], difficulty: null, retired: false, status: 'draft' },
      ['a'],
      'published',
    ])
  })

  it('is taken back, but for what somebody changed since', async () => {
    const [one, two] = [await create({ tags: ['a'] }), await create({ tags: ['a'] })]
    const { begun } = await edit({ selection: { ids: [one, two] }, changes: { addTags: ['b'], status: 'retire' } })
    await cms.payload.update({ collection: 'questions', id: two, data: { tags: ['z'], _status: 'published' }, ...common })
    await cms.payload.update({ collection: 'questions', id: one, data: { difficulty: 5, _status: 'published' }, ...common })
    const answers = await Promise.all(Array.from({ length: 5 }, () => call('POST', `/bank/edits/${begun.edit}/undo`, {})))
    await cms.runJobs()
    const done = await (await call('GET', `/bank/edits/${begun.edit}`)).json()
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    expect([done.state, done.outcomes]).toEqual(['undone', { undone: 1, kept: 1 }])
    expect([await stateOf(one), await stateOf(two)]).toEqual([
      { tags: ['a'], difficulty: 5, retired: false, status: 'published' },
      { tags: ['z'], difficulty: null, retired: true, status: 'published' },
    ])
  })

  it.each([
    ['nothing to change', { selection: { where: {} }, changes: {} }, 400, 'INVALID_INPUT'],
    [
      'no question',
      { selection: { where: { name: { equals: 'no such name' } } }, changes: { difficulty: 1 } },
      400,
      'SELECTION_EMPTY',
    ],
    [
      'a query that questions cannot answer',
      { selection: { where: { 'no.such': { equals: 1 } } }, changes: { difficulty: 1 } },
      400,
      'SELECTION_UNREADABLE',
    ],
  ])('refuses %s', async (_, body, status, code) => {
    const response = await call('POST', '/bank/edits', body)
    expect([response.status, (await response.json()).error.code]).toEqual([status, code])
  })

  it('is for authors', async () => {
    const learner = await cms.createUser({ roles: ['learner'] })
    const body = { selection: { where: {} }, changes: { difficulty: 1 } }
    expect((await call('POST', '/bank/edits', body, learner)).status).toBe(403)
  })
})
