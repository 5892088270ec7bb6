import { startTestCms, type TestCms, type TestUser } from '@lectern/cms/testing'
import type { NotificationPreferences } from '@lectern/content-schemas'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addReplyKind, deliveriesOf, passTime, reply, replyKind } from '../support/notifications.ts'
import { type SmtpStandIn, startSmtpStandIn } from '../support/smtpStandIn.ts'
import { rowsOf } from '../support/takeTest.ts'

let cms: TestCms
let smtp: SmtpStandIn
beforeAll(async () => {
  smtp = await startSmtpStandIn()
  process.env.LECTERN_SMTP_URL = smtp.url
  cms = await startTestCms()
  addReplyKind({ cms, defaults: { 'in-app': 'now', email: 'now' } })
})
afterAll(async () => {
  await cms.stop()
  await smtp.stop()
})
beforeEach(() => smtp.down(false))

const learner = () => cms.createUser({ roles: ['learner'], name: 'Ada <Tester>' })
const mailsTo = async (user: TestUser) =>
  Promise.all(smtp.mails.filter(({ to }) => to === user.email).map(({ source }) => PostalMime.parse(source)))
const choose = (user: TestUser, body: Record<string, unknown>) =>
  cms.learn({ method: 'PUT', path: '/notifications/preferences', body, user })
const chooseEmail = (user: TestUser, mode: string) => choose(user, { modes: [{ kind: replyKind, channel: 'email', mode }] })
const send = async (user: TestUser) => {
  await passTime({ cms, user })
  await rowsOf({
    cms,
    text: `select graphile_worker.add_job('notifications.send-due', json_build_object('channel', 'email', 'mode', m)) from unnest(array['now', 'digest']) m`,
    values: [],
  })
  await cms.runJobs()
}

describe('a mail', () => {
  it('is sent once for a fact, in HTML and text, with everything from outside escaped', async () => {
    const user = await learner()
    await reply({ cms, to: [user] })
    await cms.runJobs()
    const [mail, ...others] = await mailsTo(user)
    expect({
      others: others.length,
      subject: mail?.subject,
      to: mail?.to,
      html:
        mail?.html?.includes('Ada &lt;wrote&gt; &amp; &quot;said&quot;') ||
        mail?.html?.includes('Ada &lt;wrote&gt; &amp; “said”'),
      text: mail?.text?.includes('Ada <wrote> & “said”'),
      deliveries: (await deliveriesOf({ cms, user })).map(({ state, attempts }) => [state, attempts]),
    }).toEqual({
      others: 0,
      subject: '1 new replies',
      to: [{ name: 'Ada <Tester>', address: user.email }],
      html: true,
      text: true,
      deliveries: [['sent', 1]],
    })
  })

  it('lets a mail program unsubscribe with one click, without a session', async () => {
    const user = await learner()
    await reply({ cms, to: [user] })
    await cms.runJobs()
    const [mail] = await mailsTo(user)
    const header = (name: string) => mail?.headers.find(({ key }) => key === name)?.value ?? ''
    const link = header('list-unsubscribe').slice(1, -1)
    const click = () =>
      cms.handler(
        new Request(link, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: header('list-unsubscribe-post'),
        }),
      )
    const statuses = [(await click()).status, (await click()).status]
    await reply({ cms, to: [user] })
    await cms.runJobs()
    expect([header('list-unsubscribe-post'), statuses, (await mailsTo(user)).length]).toEqual([
      'List-Unsubscribe=One-Click',
      [200, 200],
      1,
    ])
  })

  it('has a link that asks before it stops anything, and that nobody can make up', async () => {
    const user = await learner()
    await reply({ cms, to: [user] })
    await cms.runJobs()
    const [mail] = await mailsTo(user)
    const link = /https?:\S+unsubscribe\?token=\S+/.exec(mail?.text ?? '')?.[0] ?? ''
    const page = await cms.handler(new Request(link))
    const forged = await cms.handler(new Request(link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))))
    await reply({ cms, to: [user] })
    await cms.runJobs()
    expect([page.status, await page.text(), forged.status, (await mailsTo(user)).length]).toEqual([
      200,
      expect.stringContaining('Stop mails about “Replies”?'),
      400,
      2,
    ])
  })
})

describe('preferences', () => {
  it('start with the defaults of the kinds and keep what is chosen', async () => {
    const user = await learner()
    const before = await cms.learn({ method: 'GET', path: '/notifications/preferences', user })
    const { json } = await choose(user, {
      modes: [{ kind: replyKind, channel: 'email', mode: 'weekly' }],
      quietHours: { from: 1320, to: 420 },
      timeZone: 'Europe/Moscow',
    })
    const modesOf = (answer: unknown) => (answer as NotificationPreferences).kinds.find(({ kind }) => kind === replyKind)?.modes
    expect([modesOf(before.json), modesOf(json), json.quietHours, json.timeZone]).toEqual([
      { 'in-app': 'now', email: 'now', 'web-push': 'off' },
      { 'in-app': 'now', email: 'weekly', 'web-push': 'off' },
      { from: 1320, to: 420 },
      'Europe/Moscow',
    ])
  })

  it.each([
    ['UNKNOWN_KIND', { modes: [{ kind: 'no.such', channel: 'email', mode: 'off' }] }],
    ['UNKNOWN_CHANNEL', { modes: [{ kind: replyKind, channel: 'pigeon', mode: 'off' }] }],
    ['MODE_NOT_POSSIBLE', { modes: [{ kind: replyKind, channel: 'in-app', mode: 'daily' }] }],
    ['INVALID_INPUT', { timeZone: 'Middle-earth/Shire' }],
    ['INVALID_INPUT', { quietHours: { from: -1, to: 2000 } }],
  ])('refuse with %s what cannot be', async (code, body) => {
    const { status, json } = await choose(await learner(), body)
    expect([status, json.error]).toMatchObject([400, { code }])
  })

  it('hold a mail back in quiet hours and not from the inbox', async () => {
    const user = await learner()
    await choose(user, { quietHours: { from: 0, to: 1439 }, timeZone: 'Asia/Tokyo' })
    await reply({ cms, to: [user] })
    await cms.runJobs()
    const [held] = await deliveriesOf({ cms, user })
    const unread = (await cms.learn({ method: 'GET', path: '/notifications', user })).json.unread
    expect([held?.state, (await mailsTo(user)).length, unread]).toEqual(['waiting', 0, 1])
  })

  it('take back what waits when the learner switches it off', async () => {
    const user = await learner()
    await chooseEmail(user, 'daily')
    await reply({ cms, to: [user] })
    await chooseEmail(user, 'off')
    await send(user)
    expect([(await deliveriesOf({ cms, user })).map(({ state }) => state), (await mailsTo(user)).length]).toEqual([
      ['skipped'],
      0,
    ])
  })
})

describe('a digest', () => {
  it('is one mail for all that came, with groups put together', async () => {
    const user = await learner()
    await chooseEmail(user, 'daily')
    for (const thread of ['a', 'b', 'a']) await reply({ cms, to: [user], thread })
    await cms.runJobs()
    const early = (await mailsTo(user)).length
    await send(user)
    const [mail, ...others] = await mailsTo(user)
    expect([early, others.length, mail?.subject, mail?.text?.match(/\d new replies/g)]).toEqual([
      0,
      0,
      'Your day on Lectern: 2 things for you',
      ['2 new replies', '1 new replies'],
    ])
  })
})

describe('when mails do not go through', () => {
  it('keeps everything while the server is down, without counting tries, and sends it afterwards', async () => {
    const user = await learner()
    smtp.down(true)
    await reply({ cms, to: [user] })
    await cms.runJobs()
    const [during] = await deliveriesOf({ cms, user })
    smtp.down(false)
    await send(user)
    const [after] = await deliveriesOf({ cms, user })
    expect([during?.state, during?.attempts, after?.state, (await mailsTo(user)).length]).toEqual(['waiting', 0, 'sent', 1])
  })

  it('switches the channel off for an address that does not exist, and on again for another one', async () => {
    const user = await learner()
    smtp.refusals.set(user.email, { code: 550, message: 'No such user' })
    await reply({ cms, to: [user] })
    await cms.runJobs()
    await reply({ cms, to: [user] })
    await cms.runJobs()
    const { json } = await cms.learn({ method: 'GET', path: '/notifications/preferences', user })
    const unreachable = (json as NotificationPreferences).channels.find(({ channel }) => channel === 'email')?.unreachable
    const states = (await deliveriesOf({ cms, user })).map(({ state }) => state)
    const moved = { ...user, email: `moved-${user.email}` }
    await rowsOf({ cms, text: `update "users" set "email" = $2 where "id" = $1`, values: [user.id, moved.email] })
    await reply({ cms, to: [user] })
    await cms.runJobs()
    expect([states, unreachable, (await mailsTo(moved)).length]).toEqual([['failed', 'skipped'], user.email, 1])
  })

  it('tries a recipient again who is refused for now, and does not keep the others waiting', async () => {
    const [user, other] = [await learner(), await learner()]
    smtp.refusals.set(user.email, { code: 451, message: 'Greylisted' })
    await reply({ cms, to: [user, other] })
    await cms.runJobs()
    const [waiting] = await deliveriesOf({ cms, user })
    smtp.refusals.delete(user.email)
    await send(user)
    expect([waiting?.state, waiting?.attempts, (await mailsTo(other)).length, (await mailsTo(user)).length]).toEqual([
      'waiting',
      1,
      1,
      1,
    ])
  })

  it('sends again, with the same Message-ID, what a worker that died had claimed', async () => {
    const user = await learner()
    await reply({ cms, to: [user] })
    await cms.runJobs()
    await rowsOf({
      cms,
      text: `update "notification_deliveries" set "state" = 'sending' where "learner_id" = $1`,
      values: [user.id],
    })
    await send(user)
    const ids = (await mailsTo(user)).map(({ messageId }) => messageId)
    expect([ids.length, new Set(ids).size]).toEqual([2, 1])
  })

  it('never sends one twice when many workers look for work at once', async () => {
    const people = await Promise.all(Array.from({ length: 30 }, learner))
    await reply({ cms, to: people })
    await rowsOf({
      cms,
      text: `select graphile_worker.add_job('notifications.send-due', '{"channel":"email","mode":"now"}') from generate_series(1, 8)`,
      values: [],
    })
    await Promise.all([cms.runJobs(), cms.runJobs(), cms.runJobs()])
    const counts = await Promise.all(people.map(async (user) => (await mailsTo(user)).length))
    expect(new Set(counts)).toEqual(new Set([1]))
  })
})
