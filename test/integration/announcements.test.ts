import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse, type TestCourse } from '../support/createCourse.ts'
import { enrolledIn, rowsOf } from '../support/takeTest.ts'

let cms: TestCms
let instructor: TestUser
let editor: TestUser
let course: TestCourse
beforeAll(async () => {
  cms = await startTestCms()
  instructor = await cms.createUser({ roles: ['instructor'] })
  editor = await cms.createUser({ roles: ['editor'] })
  course = await createCourse({ cms })
})
afterAll(() => cms.stop())

const text = { title: 'The test moves', body: 'It closes on Friday.\n\nGood luck.' }
async function write(data: Record<string, unknown> = {}, user = instructor): Promise<string> {
  const response = await cms.rest({
    method: 'POST',
    path: '/announcements',
    body: { ...text, course: course.course, ...data },
    user,
  })
  return (await response.json()).doc?.id
}
const press = (id: string, button: string, user = instructor) =>
  cms.rest({ method: button === 'audience' ? 'GET' : 'POST', path: `/announcements/${id}/${button}`, user })
const stateOf = async (id: string) =>
  (
    await rowsOf({
      cms,
      text: `select "state", "recipients"::int as recipients from "announcements" where "id" = $1`,
      values: [id],
    })
  )[0]
const titlesOf = async (user: TestUser, query = '') => {
  const { json } = await cms.learn({ method: 'GET', path: `/notifications${query}`, user })
  return (json.items as { title: string }[]).map(({ title }) => title)
}

describe('an announcement', () => {
  it('reaches the learners of its course once, whoever presses the button, and nobody else', async () => {
    const [learner, stranger] = [await enrolledIn({ cms, course }), await cms.createUser({ roles: ['learner'] })]
    const id = await write()
    const { people } = await (await press(id, 'audience')).json()
    const answers = await Promise.all(Array.from({ length: 5 }, () => press(id, 'schedule')))
    await cms.runJobs()
    expect({
      people,
      pressed: answers.map(({ status }) => status).sort(),
      learner: await titlesOf(learner),
      stranger: await titlesOf(stranger),
      stored: await stateOf(id),
    }).toEqual({
      people: 1,
      pressed: [200, 409, 409, 409, 409],
      learner: [text.title],
      stranger: [],
      stored: { state: 'sent', recipients: 1 },
    })
  })

  it('is read in the language of its reader where it is written in it', async () => {
    const learner = await enrolledIn({ cms, course })
    const id = await write({ title: 'Twice' })
    await cms.rest({
      method: 'PATCH',
      path: `/announcements/${id}?locale=ru`,
      body: { title: 'Дважды', body: 'Текст' },
      user: instructor,
    })
    await press(id, 'schedule')
    await cms.runJobs()
    expect([await titlesOf(learner, '?locale=ru'), await titlesOf(learner, '?locale=en')]).toEqual([['Дважды'], ['Twice']])
  })

  it('waits for its time and can be taken back until then', async () => {
    const learner = await enrolledIn({ cms, course })
    const id = await write({ title: 'Later', scheduledAt: new Date(Date.now() + 3_600_000).toISOString() })
    await press(id, 'schedule')
    await cms.runJobs()
    const waiting = await stateOf(id)
    const back = await press(id, 'withdraw')
    await rowsOf({
      cms,
      text: `update "announcements" set "scheduled_at" = now() - interval '1 minute' where "id" = $1`,
      values: [id],
    })
    await press(id, 'schedule')
    await cms.runJobs()
    expect([waiting?.state, back.status, (await stateOf(id))?.state, await titlesOf(learner)]).toEqual([
      'scheduled',
      200,
      'sent',
      ['Later'],
    ])
  })

  it('is not changed, taken back or deleted once it is sent', async () => {
    const id = await write()
    await press(id, 'schedule')
    await cms.runJobs()
    const change = await cms.rest({ method: 'PATCH', path: `/announcements/${id}`, body: { title: 'Other' }, user: instructor })
    const back = await press(id, 'withdraw')
    const removal = await cms.rest({ method: 'DELETE', path: `/announcements/${id}`, user: editor })
    expect([change.status, back.status, removal.status]).toEqual([409, 409, 409])
  })

  it('to everyone is for editors', async () => {
    const refused = await cms.rest({ method: 'POST', path: '/announcements', body: text, user: instructor })
    const id = await write({ course: null }, editor)
    const { people } = await (await press(id, 'audience', editor)).json()
    const [{ count } = { count: 0 }] = await rowsOf({ cms, text: 'select count(*)::int as count from "users"', values: [] })
    expect([refused.status, people]).toEqual([403, Number(count) - 1])
  })

  it('cannot be sent by someone who only learns, or by setting its state', async () => {
    const learner = await enrolledIn({ cms, course })
    const id = await write()
    const pressed = await Promise.all(['audience', 'schedule', 'withdraw'].map((button) => press(id, button, learner)))
    await cms.rest({ method: 'PATCH', path: `/announcements/${id}`, body: { state: 'sent' }, user: instructor })
    expect([pressed.map(({ status }) => status), (await stateOf(id))?.state]).toEqual([[403, 403, 403], 'draft'])
  })
})
