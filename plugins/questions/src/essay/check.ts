import { checkRows, checkStem, isEmptyText, type Problem, plainText } from '../shared/check.ts'
import type { Essay, Rubric } from './schema.ts'

/** What makes an essay question unfit for use. */
export function checkEssay({ stem, minWords, maxWords, hardLimit, rubric }: Essay): Problem[] {
  const problems = [...checkStem(stem), ...checkRubric(rubric)]
  if (minWords !== null && maxWords !== null && minWords > maxWords) {
    problems.push({ path: 'maxWords', code: 'LIMITS_CROSSED', message: 'The most words are fewer than the least.' })
  }
  const least = Math.max(minWords ?? 0, maxWords ?? 0)
  if (hardLimit !== null && hardLimit < least) {
    problems.push({
      path: 'hardLimit',
      code: 'HARD_LIMIT_TOO_LOW',
      message: `Texts of ${least} words are asked for, but would be refused.`,
    })
  }
  return problems
}

function checkRubric({ criteria }: Rubric): Problem[] {
  return [
    ...checkRows({ field: 'rubric.criteria', rows: criteria, sameText: plainText }),
    ...criteria.flatMap(({ levels }, at): Problem[] => {
      const path = `rubric.criteria.${at}.levels`
      const problems: Problem[] = levels.flatMap(({ text }, row) =>
        isEmptyText(text)
          ? [{ path: `${path}.${row}.text`, code: 'TEXT_EMPTY', message: `Level ${row + 1} of criterion ${at + 1} has no text.` }]
          : [],
      )
      if (levels.length < 2) {
        problems.push({ path, code: 'LEVELS_TOO_FEW', message: `Write at least two levels for criterion ${at + 1}.` })
      } else if (new Set(levels.map(({ points }) => points)).size < levels.length) {
        problems.push({ path, code: 'LEVELS_EQUAL', message: `Two levels of criterion ${at + 1} have the same points.` })
      }
      return problems
    }),
  ]
}
