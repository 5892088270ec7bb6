import { checkRows, checkStem, type Problem, plainText } from '../shared/check.ts'
import type { Categorise } from './schema.ts'

/** What makes a question of categories unfit for use. An item is one wherever it belongs, so texts are compared across. */
export function checkCategorise({ stem, categories, distractors }: Categorise): Problem[] {
  const items = [
    ...categories.flatMap((category, at) =>
      category.items.map((item, inner) => ({ item, path: `categories.${at}.items.${inner}` })),
    ),
    ...distractors.map((item, at) => ({ item, path: `distractors.${at}` })),
  ]
  const problems = [
    ...checkStem(stem),
    ...checkRows({ field: 'categories', rows: categories, sameText: plainText }),
    ...checkRows({
      field: 'items',
      rows: items.map(({ item }) => item),
      sameText: plainText,
      pathAt: (at) => items[at]?.path ?? 'categories',
    }),
  ]
  if (categories.length < 2) {
    problems.push({ path: 'categories', code: 'CATEGORIES_TOO_FEW', message: 'Write at least two categories.' })
  }
  if (categories.length > 0 && categories.every((category) => category.items.length === 0)) {
    problems.push({ path: 'categories', code: 'ITEMS_TOO_FEW', message: 'Nothing belongs to any category.' })
  }
  return problems
}
