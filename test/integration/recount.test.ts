import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { runRecounts } from '@lectern/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { installHandler, registerMany } from '../support/eventHandlers.ts'
import { begun, rowsOf } from '../support/takeTest.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
  installHandler({ cms, code: 'test.remember', handle: async () => {} })
})
afterAll(() => cms.stop())

const rows = (text: string, values: unknown[]) => rowsOf({ cms, text, values })
const differing = async () =>
  (await runRecounts({ payload: cms.payload })).filter(({ differences }) => differences.length > 0).map(({ name }) => name)

it('finds nothing where effects are what the events say, and finds what was changed behind their back', async () => {
  const { user, attempt } = await begun({ cms })
  const body = { responses: [{ item: 'q1', revision: 1, response: { option: 'r1' } }] }
  await cms.learn({ method: 'POST', path: `/attempts/${attempt}/submit`, user, body })
  await cms.runJobs()
  const sound = await differing()
  await rows(`update "attempts" set "percent" = 99 where "id" = $1`, [attempt])
  const marks = await differing()
  await rows(`update "lesson_progress" set "tests" = '{"post": 99}' where "learner_id" = $1`, [user.id])
  const progress = await differing()
  expect([sound, marks, progress]).toEqual([
    [],
    ['grading.marks'],
    expect.arrayContaining(['grading.marks', 'learning.progress']),
  ])
})

it('misses an event that has had no effect, and not one that still waits for it', async () => {
  const before = await differing()
  await registerMany({ cms, count: 1 })
  await cms.runJobs()
  const [user = ''] = await registerMany({ cms, count: 1 })
  const waiting = await differing()
  await rows(
    `delete from graphile_worker._private_jobs where "payload" ->> 'event' in (select "id"::text from "events" where "key" = $1)`,
    [user],
  )
  const lost = await differing()
  const added = (names: string[]) => names.filter((name) => !before.includes(name))
  expect([added(waiting), added(lost)]).toEqual([[], ['kernel.deliveries']])
})
