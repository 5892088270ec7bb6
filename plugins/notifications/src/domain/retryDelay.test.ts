import { expect, it } from 'vitest'
import { retryDelay } from './retryDelay.ts'

it('waits longer after each try, and never more than six hours', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((attempts) => retryDelay({ attempts }))).toEqual([60, 240, 960, 3840, 15360, 21600, 21600])
})
