import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { accessTable } from '@lectern/kernel/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let cms: TestCms
beforeAll(async () => {
  cms = await startTestCms()
})
afterAll(() => cms.stop())

const none = { create: 'no', read: 'no', update: 'no', delete: 'no' }
const publicRead = { ...none, read: 'yes' }
const write = { create: 'yes', read: 'yes', update: 'yes', delete: 'no' }
const all = { create: 'yes', read: 'yes', update: 'yes', delete: 'yes' }
const look = { ...none, read: 'yes' }
const self = { ...none, read: 'some', update: 'some' }

const content = [
  'courses',
  'modules',
  'lessons',
  'materials',
  'tests',
  'questions',
  'question-categories',
  'announcements',
] as const
/** Nobody reads them, not even an administrator. */
const secret = ['push-keys'] as const
const messageRows = [
  'push-subscriptions',
  'notifications',
  'notification-contents',
  'notification-deliveries',
  'notification-preferences',
  'notification-settings',
  'notification-channel-states',
] as const
const learnerRows = [
  'enrolments',
  'lesson-progress',
  'attempts',
  'responses',
  'access-code-tries',
  'attempt-files',
  ...messageRows,
] as const
const published = [
  'editions',
  'edition-tests',
  'lesson-contents',
  'question-versions',
  'question-usage',
  'question-edits',
  'question-edit-rows',
  'question-fingerprints',
  'question-pairs',
] as const
const operational = ['events', 'event-receipts', 'event-failures', 'event-handlers', 'queue-actions'] as const

const rows = <Row>(names: readonly string[], row: Row) => Object.fromEntries(names.map((name) => [name, row]))

/** Points and achievements: what staff make, what follows from it, and what learners have. */
const made = ['xp-rules', 'achievements'] as const
const followed = ['xp-rule-versions'] as const
const earned = [
  'xp-ledger',
  'xp-totals',
  'xp-days',
  'xp-board-members',
  'xp-scores',
  'xp-league-places',
  'achievement-awards',
  'achievement-progress',
] as const
const motivation = {
  none: rows([...made, ...followed, ...earned], none),
  moderator: { ...rows([...made, ...followed], none), ...rows(earned, look) },
  instructor: rows([...made, ...followed, ...earned], look),
  editor: { ...rows(made, write), ...rows([...followed, ...earned], look) },
}

it.each([
  [
    'a visitor',
    null,
    {
      ...motivation.none,
      ...rows([...content, ...learnerRows, ...published, ...operational], none),
      ...rows(secret, none),
      users: none,
      media: none,
      categories: publicRead,
    },
  ],
  [
    'a learner',
    ['learner'],
    {
      ...motivation.none,
      ...rows(secret, none),
      ...rows([...content, ...learnerRows, ...published, ...operational], none),
      users: self,
      media: none,
      categories: publicRead,
    },
  ],
  [
    'an instructor',
    ['instructor'],
    {
      ...motivation.instructor,
      ...rows(secret, none),
      ...rows(content, write),
      ...rows([...learnerRows, ...published], look),
      ...rows(operational, none),
      users: self,
      media: write,
      categories: look,
    },
  ],
  [
    'an editor',
    ['editor'],
    {
      ...motivation.editor,
      ...rows(secret, none),
      ...rows(content, all),
      ...rows([...learnerRows, ...published], look),
      ...rows(operational, none),
      users: self,
      media: all,
      categories: all,
    },
  ],
  [
    'a moderator',
    ['moderator'],
    {
      ...motivation.moderator,
      ...rows(secret, none),
      ...rows([...content, ...published, ...operational], none),
      ...rows(learnerRows, look),
      users: { ...self, read: 'yes' },
      media: look,
      categories: publicRead,
    },
  ],
  [
    'an admin',
    ['admin'],
    {
      ...motivation.editor,
      ...rows(secret, none),
      ...rows(content, all),
      ...rows([...learnerRows, ...published, ...operational], look),
      users: all,
      media: all,
      categories: all,
    },
  ],
] as const)('%s may do exactly what the table says', async (_, roles, expected) => {
  expect(await accessTable({ payload: cms.payload, roles: roles && [...roles] })).toEqual(expected)
})

describe('over REST', () => {
  const closed = [
    ...made,
    ...followed,
    ...earned,
    ...content,
    ...learnerRows,
    ...published,
    ...operational,
    ...secret,
    'payload-locked-documents',
    'payload-kv',
  ] as const

  it.each(closed)('a learner cannot read %s', async (collection) => {
    const user = await cms.createUser({ roles: ['learner'] })
    const response = await cms.rest({ method: 'GET', path: `/${collection}`, user })
    expect(response.status).toBe(403)
  })

  it.each(closed)('a learner cannot write %s', async (collection) => {
    const user = await cms.createUser({ roles: ['learner'] })
    const response = await cms.rest({ method: 'POST', path: `/${collection}`, body: {}, user })
    expect(response.status).toBe(403)
  })

  it('a learner cannot make an administrator of themself', async () => {
    const user = await cms.createUser({ roles: ['learner'] })
    await cms.rest({ method: 'PATCH', path: `/users/${user.id}`, body: { roles: ['admin'] }, user })
    const { roles } = await cms.payload.findByID({ collection: 'users', id: user.id, overrideAccess: true, depth: 0 })
    expect(roles).toEqual(['learner'])
  })

  it('the first user made by the form of an empty installation is the administrator, and no other', async () => {
    const empty = await startTestCms()
    const registered = await empty.learn({
      method: 'POST',
      path: '/auth/register',
      body: { email: 'first@example.org', password: 'a long enough password', name: 'First', locale: 'en' },
    })
    const form = { email: 'form@example.org', password: 'a long enough password', name: 'Form', locale: 'en' }
    const afterwards = await empty.rest({ method: 'POST', path: '/users/first-register', body: form })
    await empty.payload.delete({ collection: 'users', where: { email: { exists: true } }, overrideAccess: true, depth: 0 })
    const first = await empty.rest({ method: 'POST', path: '/users/first-register', body: form })
    const { docs } = await empty.payload.find({ collection: 'users', overrideAccess: true, depth: 0 })
    await empty.stop()
    expect([registered.json.roles, afterwards.status, first.status, docs.map(({ roles }) => roles)]).toEqual([
      ['learner'],
      403,
      200,
      [['admin']],
    ])
  })

  it('a learner sees no other person', async () => {
    const [user, other] = [await cms.createUser({ roles: ['learner'] }), await cms.createUser({ roles: ['learner'] })]
    const list = await (await cms.rest({ method: 'GET', path: '/users', user })).json()
    const single = await cms.rest({ method: 'GET', path: `/users/${other.id}`, user })
    expect([list.docs.map(({ id }: { id: string }) => id), single.status]).toEqual([[user.id], 404])
  })

  it('a file of the library opens for a learner who has its address, and for no visitor', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'
    const file = { name: 'a.svg', data: Buffer.from(drawing), mimetype: 'image/svg+xml', size: drawing.length }
    const { filename } = await cms.payload.create({ collection: 'media', data: {}, file, overrideAccess: true, depth: 0 })
    const user = await cms.createUser({ roles: ['learner'] })
    const path = `/media/file/${filename}`
    const [learner, visitor, list] = await Promise.all([
      cms.rest({ method: 'GET', path, user }),
      cms.rest({ method: 'GET', path }),
      cms.rest({ method: 'GET', path: '/media', user }),
    ])
    expect([learner.status, visitor.status, list.status]).toEqual([200, 403, 403])
  })

  it('a visitor cannot use GraphQL', async () => {
    const response = await cms.rest({ method: 'POST', path: '/graphql', body: { query: '{ __typename }' } })
    expect(response.status).toBe(404)
  })
})
