import { describe, expect, it } from 'vitest'
import { createUnsubscribeToken, readUnsubscribeToken } from './unsubscribeToken.ts'

const secret = 'a secret of the installation that is long enough'
const asked = { learner: '01980000-0000-7000-8000-000000000001', kind: 'forum.reply', channel: 'email' }

describe('a token', () => {
  it('says for whom and what it is', () => {
    expect(readUnsubscribeToken({ secret, token: createUnsubscribeToken({ secret, ...asked }) })).toEqual(asked)
  })

  it.each([
    ['of another installation', createUnsubscribeToken({ secret: 'another secret', ...asked })],
    [
      'with other contents',
      `${createUnsubscribeToken({ secret, ...asked, kind: '*' }).split('.')[0]}.${createUnsubscribeToken({ secret, ...asked }).split('.')[1]}`,
    ],
    ['without a signature', createUnsubscribeToken({ secret, ...asked }).split('.')[0] ?? ''],
    ['that is none', '.'],
    ['that is empty', ''],
  ])('%s is nothing', (_, token) => {
    expect(readUnsubscribeToken({ secret, token })).toBeNull()
  })
})
