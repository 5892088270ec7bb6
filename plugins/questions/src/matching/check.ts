import { type LocalizedText, locales, pickText } from '@lectern/content-schemas'
import { checkRows, checkStem, isEmptyText, type Problem, plainText } from '../shared/check.ts'
import { choiceId, choicesOf } from './choicesOf.ts'
import type { Matching } from './schema.ts'

/** What makes a matching question unfit for use. */
export function checkMatching({ stem, pairs, distractors }: Matching): Problem[] {
  const problems = [
    ...checkStem(stem),
    ...checkRows({ field: 'pairs', rows: pairs, sameText: plainText }),
    ...checkRows({ field: 'distractors', rows: distractors, sameText: plainText }),
  ]
  if (pairs.length < 2) problems.push({ path: 'pairs', code: 'PAIRS_TOO_FEW', message: 'Write at least two pairs.' })
  pairs.forEach(({ answer }, at) => {
    if (isEmptyText(answer)) {
      problems.push({ path: `pairs.${at}.answer`, code: 'ANSWER_EMPTY', message: `Row ${at + 1} has no answer.` })
    }
  })
  if (pairs.length > 1 && choicesOf({ pairs, distractors }).length < 2) {
    problems.push({ path: 'pairs', code: 'CHOICES_TOO_FEW', message: 'All rows have the same answer and there is no other.' })
  }
  const answers = new Set(pairs.map(({ answer }) => choiceId(answer)))
  distractors.forEach(({ text }, at) => {
    if (answers.has(choiceId(text)) && !isEmptyText(text)) {
      problems.push({
        path: `distractors.${at}.text`,
        code: 'DISTRACTOR_IS_ANSWER',
        message: `The further answer ${at + 1} is the answer of a row.`,
      })
    }
  })
  return [...problems, ...ambiguousAnswers(pairs.map(({ answer }) => answer))]
}

/** Answers that are one choice in a language and two in another would be listed twice, or be one where two are meant. */
function ambiguousAnswers(answers: LocalizedText[]): Problem[] {
  return answers.flatMap((answer, at) => {
    const clashes = answers.slice(0, at).some((earlier) => {
      const same = locales.map(
        (locale) => plainText(pickText({ text: answer, locale })) === plainText(pickText({ text: earlier, locale })),
      )
      return same.includes(true) && same.includes(false)
    })
    return clashes
      ? [
          {
            path: `pairs.${at}.answer`,
            code: 'ANSWER_AMBIGUOUS',
            message: `The answer of row ${at + 1} is the same as an earlier one in one language and another in the next.`,
          },
        ]
      : []
  })
}
