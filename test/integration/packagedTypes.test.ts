import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { attemptReviewSchema, attemptSchema } from '@lectern/content-schemas'
import { skipPublishing } from '@lectern/publishing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse, publish } from '../support/createCourse.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.stop())

const line = {
  blockType: 'number-line',
  stem: 'Where is a third?',
  min: 0,
  max: 1,
  step: 0.01,
  labelEvery: 0.5,
  answer: 0.33,
  tolerance: 0.02,
  nearTolerance: 0.1,
  generalFeedback: 'CANARY feedback',
}

async function testWithLine() {
  const made = await createCourse({ cms })
  const common = { overrideAccess: true, depth: 0, locale: 'en', context: { [skipPublishing]: true } } as const
  const question = await cms.payload.create({
    collection: 'questions',
    data: { name: 'A third', body: [line], _status: 'published' },
    ...common,
  })
  await cms.payload.update({
    collection: 'tests',
    id: made.test,
    data: { items: [{ blockType: 'fixedQuestion', question: question.id, maxMark: 2 }], _status: 'published' },
    ...common,
  })
  await publish({ cms, course: made.course })
  const user = await cms.createUser({ roles: ['learner'] })
  await cms.learn({ method: 'POST', path: `/courses/${made.course}/enrol`, user })
  const started = await cms.learn({ method: 'POST', path: `/tests/${made.test}/attempts`, user })
  return { user, text: await started.response.text(), attempt: attemptSchema.parse(started.json) }
}

describe('a question type from a package of its own', () => {
  it('is written, shown without its key, answered and marked like any other', async () => {
    const { user, text, attempt } = await testWithLine()
    expect(attempt.items).toMatchObject([{ type: 'number-line', view: { min: 0, max: 1, labels: [0, 0.5, 1] }, files: null }])
    expect(text).not.toMatch(/CANARY|0\.33|tolerance/i)
    const responses = [{ item: 'q1', revision: 1, response: { value: 0.4 } }]
    const path = `/attempts/${attempt.attempt}/submit`
    const { json } = await cms.learn({ method: 'POST', path, user, body: { responses } })
    expect(attemptReviewSchema.parse(json)).toMatchObject({ mark: 1, maxMark: 2, items: [{ state: 'partly', fraction: 0.5 }] })
  })

  it('is previewed for authors, with what there is to mend', async () => {
    const user = await cms.createUser({ roles: ['editor'] })
    const body = { type: 'number-line', locale: 'en', body: { ...line, answer: 2 } }
    const response = await cms.rest({ method: 'POST', path: '/question-preview', user, body })
    expect(await response.json()).toMatchObject({
      view: { min: 0, max: 1 },
      key: { parts: { answer: '2' } },
      problems: [{ path: 'answer', code: 'ANSWER_BESIDE_LINE' }],
    })
  })

  it('brings its drawing to the admin', () => {
    expect(cms.payload.config.admin.components.providers).toContain('lectern-question-number-line/preview#NumberLinePreview')
  })
})
