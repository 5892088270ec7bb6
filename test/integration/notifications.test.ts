import { randomUUID } from 'node:crypto'
import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { inboxSchema } from '@lectern/content-schemas'
import { countQueries } from '@lectern/kernel/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCourse } from '../support/createCourse.ts'
import { readEventStream } from '../support/eventStream.ts'
import { addReplyKind, reply, replyKind } from '../support/notifications.ts'
import { begin, begun, enrolledIn } from '../support/takeTest.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
  addReplyKind({ cms, defaults: { 'in-app': 'now' } })
})
afterAll(() => cms.stop())

const learner = () => cms.createUser({ roles: ['learner'] })
const inbox = async (user: Awaited<ReturnType<typeof learner>>, query = '') =>
  inboxSchema.parse((await cms.learn({ method: 'GET', path: `/notifications${query}`, user })).json)

describe('telling', () => {
  it('tells a fact once, however often and from however many sides it comes', async () => {
    const user = await learner()
    const fact = randomUUID()
    const told = await Promise.all(Array.from({ length: 10 }, () => reply({ cms, to: [user], fact })))
    expect([told.reduce((sum, each) => sum + each, 0), (await inbox(user)).items.length]).toEqual([1, 1])
  })

  it('does not tell people what they did themselves', async () => {
    const [user, other] = [await learner(), await learner()]
    await reply({ cms, to: [user, other], actor: user.id })
    expect([(await inbox(user)).unread, (await inbox(other)).unread]).toEqual([0, 1])
  })

  it('needs a transaction', async () => {
    const { notify } = await import('@lectern/notifications')
    const fact = { fact: 'x', recipients: { learners: [] }, data: { thread: 'a', by: 'b' } }
    await expect(notify({ req: { payload: cms.payload }, kind: replyKind, fact })).rejects.toThrow('inside a transaction')
  })

  it('takes as many statements for fifty people as for one', async () => {
    const people = await Promise.all(Array.from({ length: 50 }, learner))
    const one = await countQueries(() => reply({ cms, to: people.slice(0, 1) }))
    const many = await countQueries(() => reply({ cms, to: people }))
    expect([one.statements.length, many.statements.length]).toEqual([4, 4])
  })
})

describe('the inbox', () => {
  it('puts unread ones of a group together, in the language of the asker', async () => {
    const user = await learner()
    for (const thread of ['a', 'b', 'a', 'a']) await reply({ cms, to: [user], thread })
    const { items, unread } = await inbox(user, '?locale=ru')
    expect([unread, items.map(({ title, count, ids }) => [title, count, ids.length])]).toEqual([
      4,
      [
        ['Новых ответов: 3', 3, 3],
        ['Новых ответов: 1', 1, 1],
      ],
    ])
  })

  it('marks the given ones as read, and all up to one', async () => {
    const user = await learner()
    for (const thread of ['a', 'b', 'c']) await reply({ cms, to: [user], thread })
    const [newest, , oldest] = (await inbox(user)).items
    const one = await cms.learn({ method: 'POST', path: '/notifications/read', body: { ids: oldest?.ids }, user })
    const all = await cms.learn({ method: 'POST', path: '/notifications/read', body: { upTo: newest?.id }, user })
    expect([one.json, all.json]).toEqual([{ unread: 2 }, { unread: 0 }])
  })

  it('does not let anyone mark what is another person’s', async () => {
    const [user, other] = [await learner(), await learner()]
    await reply({ cms, to: [user] })
    const [item] = (await inbox(user)).items
    await cms.learn({ method: 'POST', path: '/notifications/read', body: { ids: item?.ids }, user: other })
    expect((await inbox(user)).unread).toBe(1)
  })

  it('comes in pages without a gap or a repetition', async () => {
    const user = await learner()
    for (let at = 0; at < 40; at += 1) await reply({ cms, to: [user], thread: `thread-${at}` })
    const first = await inbox(user)
    const second = await inbox(user, `?before=${first.next}`)
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    expect([first.items.length, second.items.length, new Set(ids).size, second.next]).toEqual([30, 10, 40, null])
  })

  it('is answered with three statements, session included', async () => {
    const user = await learner()
    await reply({ cms, to: [user] })
    const { statements } = await countQueries(() => inbox(user))
    expect(statements).toHaveLength(3)
  })

  it('asks for a session', async () => {
    const answers = await Promise.all(
      ['/notifications', '/notifications/stream', '/notifications/preferences'].map((path) => cms.learn({ method: 'GET', path })),
    )
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401])
  })
})

describe('the live stream', () => {
  it('brings what arrives, with the number of unread ones', async () => {
    const user = await learner()
    const stream = readEventStream(await open({ user }))
    expect(await stream.next()).toMatchObject({ event: 'unread', data: { unread: 0 } })
    await reply({ cms, to: [user] })
    const frame = await stream.next()
    await stream.close()
    expect([frame.event, frame.data]).toMatchObject([
      'notification',
      { item: { title: '1 new replies', id: frame.id }, unread: 1 },
    ])
  })

  it('gives a page that comes back what it missed, and nothing twice', async () => {
    const user = await learner()
    const first = readEventStream(await open({ user }))
    await first.next()
    await reply({ cms, to: [user] })
    const seen = await first.next()
    await first.close()
    await reply({ cms, to: [user], thread: 'missed' })
    const second = readEventStream(await open({ user, lastEventId: seen.id }))
    const missed = await second.next()
    await second.close()
    expect(missed.data).toMatchObject({ item: { action: { path: 'courses/missed/' } }, unread: 2 })
  })

  it('says on all pages when the inbox is read on one', async () => {
    const user = await learner()
    await reply({ cms, to: [user] })
    const stream = readEventStream(await open({ user }))
    await stream.next()
    const [item] = (await inbox(user)).items
    await cms.learn({ method: 'POST', path: '/notifications/read', body: { upTo: item?.id }, user })
    const frame = await stream.next()
    await stream.close()
    expect(frame).toMatchObject({ event: 'unread', data: { unread: 0 } })
  })

  it('tells nobody else', async () => {
    const [user, other] = [await learner(), await learner()]
    const [mine, theirs] = [readEventStream(await open({ user })), readEventStream(await open({ user: other }))]
    await Promise.all([mine.next(), theirs.next()])
    await reply({ cms, to: [user] })
    await mine.next()
    await reply({ cms, to: [other], thread: 'for the other' })
    const frame = await theirs.next()
    await Promise.all([mine.close(), theirs.close()])
    expect(frame.data).toMatchObject({ item: { action: { path: 'courses/for the other/' } } })
  })

  it('refuses a learner’s seventh page', async () => {
    const user = await learner()
    const streams = []
    for (let at = 0; at < 6; at += 1) streams.push(readEventStream(await open({ user })))
    const seventh = await open({ user })
    await Promise.all(streams.map(({ close }) => close()))
    const afterwards = await open({ user })
    await afterwards.body?.cancel()
    expect([seventh.status, (await seventh.json()).error.code, afterwards.status]).toEqual([429, 'TOO_MANY_STREAMS', 200])
  })

  const open = async ({
    user,
    lastEventId = null,
  }: {
    user: Awaited<ReturnType<typeof learner>>
    lastEventId?: string | null
  }) => {
    const headers: Record<string, string> = lastEventId ? { 'last-event-id': lastEventId } : {}
    const request = new Request('http://lectern.test/api/learn/notifications/stream', {
      headers: { cookie: user.cookie, ...headers },
    })
    return cms.handler(request)
  }
})

describe('the first kinds', () => {
  it('tells of a passed test, and never of one whose marks the review policy withholds', async () => {
    const open = await begun({ cms })
    const closed = await begun({ cms, settings: { reviewLater: [] } })
    for (const each of [open, closed]) await answerAndSubmit(each)
    await cms.runJobs()
    const titles = [(await inbox(open.user)).items, (await inbox(closed.user)).items].map((items) =>
      items.map(({ kind }) => kind),
    )
    expect(titles).toEqual([['grading.test-passed'], []])
  })

  it('tells of a completed course', async () => {
    const course = await createCourse({ cms, lessons: 2 })
    const user = await enrolledIn({ cms, course })
    const { json } = await begin({ cms, course, user })
    await answerAndSubmit({ user, attempt: String(json.attempt) })
    await cms.learn({ method: 'POST', path: `/lessons/${course.lessons[1]}/view`, user })
    await cms.runJobs()
    const { items } = await inbox(user)
    expect(items.map(({ kind, action }) => [kind, action?.path])).toContainEqual([
      'learning.course-completed',
      `courses/${course.slug}/`,
    ])
  })
})

async function answerAndSubmit({ user, attempt }: { user: Awaited<ReturnType<typeof learner>>; attempt: string }): Promise<void> {
  const right = { q1: { option: 'r1' }, q2: { option: 'r2' }, q3: { text: 'canary answer' } }
  const responses = Object.entries(right).map(([item, response]) => ({ item, revision: 5, response }))
  await cms.learn({ method: 'POST', path: `/attempts/${attempt}/responses`, body: { responses }, user })
  await cms.learn({ method: 'POST', path: `/attempts/${attempt}/submit`, user })
}
