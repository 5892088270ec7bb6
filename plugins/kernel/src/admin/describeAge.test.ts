import { expect, it } from 'vitest'
import { describeAge } from './describeAge.ts'

it.each([
  [null, '–'],
  [0.4, '0″'],
  [59.6, '1′ 0″'],
  [200, '3′ 20″'],
  [7530, '2 h 5′'],
])('says %s seconds as %s', (seconds, text) => {
  expect(describeAge(seconds)).toBe(text)
})
