import { expect, it } from 'vitest'
import { toSendResult } from './toSendResult.ts'

it.each([
  ['a recipient who does not exist', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'gone'],
  ['an address that is none', { code: 'EENVELOPE' }, 'gone'],
  ['a recipient who is to be tried later', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, 'retry'],
  ['a sender who is not allowed', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553 }, 'unavailable'],
  ['a wrong password', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'unavailable'],
  ['a server that closes', { code: 'ECONNECTION', responseCode: 421 }, 'unavailable'],
  ['a server that is not there', { code: 'ESOCKET' }, 'unavailable'],
  ['contents that are refused', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'failed'],
  ['a full disk', { code: 'EMESSAGE', command: 'DATA', responseCode: 452 }, 'retry'],
])('%s: %j means %s', (_, error, outcome) => {
  const result = toSendResult({ error: Object.assign(new Error('no'), error), address: 'a@example.org' })
  expect(result.outcome).toBe(outcome)
})
