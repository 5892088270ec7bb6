import { checkRows, checkStem, type Problem, plainText } from '../shared/check.ts'
import type { Ordering } from './schema.ts'

/** What makes an ordering question unfit for use. */
export function checkOrdering({ stem, items }: Ordering): Problem[] {
  const problems = [...checkStem(stem), ...checkRows({ field: 'items', rows: items, sameText: plainText })]
  items.forEach(({ position }, at) => {
    if (position === null) {
      problems.push({
        path: `items.${at}.position`,
        code: 'POSITION_MISSING',
        message: `Number all items or none: item ${at + 1} has no place.`,
      })
    }
  })
  if (items.length < 2) problems.push({ path: 'items', code: 'ITEMS_TOO_FEW', message: 'Write at least two items.' })
  else if (new Set(items.map(({ position }) => position)).size < 2) {
    problems.push({ path: 'items', code: 'ORDER_OPEN', message: 'All items have the same place, so every order is right.' })
  }
  return problems
}
