import { z } from 'zod'
import { defineEvent } from './defineEvent.ts'

const user = z.uuid().describe('the account')

export const userEvents = {
  'user.registered@1': defineEvent({ says: 'Someone made an account.', key: 'user', data: { user } }),
  'user.verified@1': defineEvent({ says: 'Someone proved that the e-mail address is theirs.', key: 'user', data: { user } }),
  'user.deleted@1': defineEvent({
    says: 'An account was deleted; what others keep about it has to go.',
    key: 'user',
    data: { user },
  }),
} as const
