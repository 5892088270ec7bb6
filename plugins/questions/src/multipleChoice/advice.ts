import type { Problem } from '../shared/check.ts'
import type { MultipleChoice } from './schema.ts'
import { markChoices } from './scheme.ts'

/** What the author should know and what yet does not make the question unfit for use. */
export function adviceOf({ options, allOrNothing }: MultipleChoice): Problem[] {
  const wrong = options.filter(({ fraction }) => fraction <= 0)
  if (wrong.length === 0 || allOrNothing) return []
  if (wrong.every(({ fraction }) => fraction === 0)) {
    const percent = Math.round(10_000 / wrong.length) / 100
    return [
      {
        path: 'options',
        code: 'PENALTY_EQUAL',
        message: `No wrong option has a penalty, so each costs ${percent} %: choosing everything must not earn the mark.`,
      },
    ]
  }
  const everything = markChoices({ options, chosen: new Set(options.map(({ id }) => id)), allOrNothing })
  if (everything === 0) return []
  return [
    {
      path: 'options',
      code: 'SELECT_ALL_EARNS',
      message: `Choosing every option earns ${Math.round(everything * 100)} %. Raise the penalties until it earns nothing.`,
    },
  ]
}
