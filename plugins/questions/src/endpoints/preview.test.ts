import { createRegistries } from '@lectern/kernel'
import type { PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'
import { multipleChoice } from '../multipleChoice/index.ts'
import { previewEndpoint } from './preview.ts'

function ask({ roles, body }: { roles: string[]; body: unknown }): Promise<Response> {
  const lectern = createRegistries()
  lectern.questionTypes.set(multipleChoice.schema.type, multipleChoice)
  const req = {
    user: { id: '1', roles },
    payload: { config: { custom: { lectern } } },
    json: async () => body,
  }
  // The handler uses these parts of a request and no others.
  return Promise.resolve(previewEndpoint.handler(req as unknown as PayloadRequest))
}

const form = {
  type: 'multiple-choice',
  locale: 'ru',
  body: {
    id: 'block',
    blockType: 'multiple-choice',
    stem: 'Какие *простые*?',
    options: [
      { id: 'a', text: 'два', fraction: 1, feedback: null },
      { id: 'b', text: 'девять', fraction: 0 },
    ],
  },
}

describe('POST /api/question-preview', () => {
  it('shows an author what a learner would see of a form in one language', async () => {
    const response = await ask({ roles: ['editor'], body: form })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      view: { stem: 'Какие <em>простые</em>?', options: expect.arrayContaining([{ id: 'a', html: 'два' }]) },
      key: { html: '<span>два</span>' },
      problems: [],
      advice: [{ code: 'PENALTY_EQUAL' }],
    })
  })

  it('answers nobody but authors', async () => {
    expect((await ask({ roles: ['learner'], body: form })).status).toBe(403)
    expect((await ask({ roles: ['moderator'], body: form })).status).toBe(403)
  })

  it.each([
    ['no object', 'text', 400],
    ['a language that is not there', { ...form, locale: 'xx' }, 400],
    ['a type that is not installed', { ...form, type: 'essay' }, 404],
  ])('refuses %s', async (_, body, status) => {
    expect((await ask({ roles: ['editor'], body })).status).toBe(status)
  })

  it('shows the question text of a body that cannot be read yet, and says by their labels which fields are missing', async () => {
    const body = { ...form.body, options: [{ id: 'a', text: 'два', fraction: 'much' }] }
    const response = await ask({ roles: ['editor'], body: { ...form, body } })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      view: null,
      key: null,
      stem: 'Какие <em>простые</em>?',
      problems: [{ path: 'options.0.fraction', code: 'UNFINISHED', message: 'Варианты 1: Доля балла, %' }],
    })
  })
})
