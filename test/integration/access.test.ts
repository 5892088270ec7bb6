import { startTestCms, type TestCms } from '@lectern/cms/testing'
import { accessTable } from '@lectern/kernel/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'

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

const content = ['courses', 'modules', 'lessons', 'materials', 'tests', 'questions'] as const
const learnerRows = ['enrolments', 'lesson-progress', 'attempts', 'responses'] as const
const published = ['editions', 'edition-tests', 'lesson-contents', 'question-versions'] as const
const operational = ['events', 'event-receipts', 'event-failures'] as const

const rows = <Row>(names: readonly string[], row: Row) => Object.fromEntries(names.map((name) => [name, row]))

it.each([
  [
    'a visitor',
    null,
    {
      ...rows([...content, ...learnerRows, ...published, ...operational], none),
      users: none,
      media: publicRead,
      categories: publicRead,
    },
  ],
  [
    'a learner',
    ['learner'],
    {
      ...rows([...content, ...learnerRows, ...published, ...operational], none),
      users: self,
      media: publicRead,
      categories: publicRead,
    },
  ],
  [
    'an instructor',
    ['instructor'],
    {
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
      ...rows([...content, ...published, ...operational], none),
      ...rows(learnerRows, look),
      users: { ...self, read: 'yes' },
      media: publicRead,
      categories: publicRead,
    },
  ],
  [
    'an admin',
    ['admin'],
    {
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
