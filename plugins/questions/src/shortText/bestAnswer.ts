import type { LocalizedText } from '@lectern/content-schemas'
import { isNearAnswer } from './isNearAnswer.ts'
import { type Comparison, cleanText, matchAnswer, matchesEverything } from './matchAnswer.ts'

/**
 * Of the accepted answers that match in any language, the one of the highest fraction; of equals the first one written.
 * When slips are forgiven, an answer that is met exactly goes before those that are met nearly, and “every other
 * answer” (`*`) comes last: it would otherwise be met by everything.
 */
export function bestAnswer<Answer extends { text: LocalizedText; fraction: number }>({
  answers,
  given,
  editDistance,
  ...comparison
}: { answers: Answer[]; given: string; editDistance: number } & Comparison): Answer | undefined {
  const accepting = (accepts: (pattern: string) => boolean) =>
    answers.filter(({ text }) => Object.values(text).some((pattern) => cleanText(pattern) !== '' && accepts(pattern)))
  const isMet = (pattern: string) => matchAnswer({ pattern, text: given, ...comparison })
  if (editDistance === 0) return highest(accepting(isMet))
  return (
    highest(accepting((pattern) => !matchesEverything(pattern) && isMet(pattern))) ??
    highest(accepting((pattern) => isNearAnswer({ pattern, text: given, distance: editDistance, ...comparison }))) ??
    highest(accepting(isMet))
  )
}

function highest<Answer extends { fraction: number }>(answers: Answer[]): Answer | undefined {
  return answers.reduce<Answer | undefined>(
    (leader, answer) => (leader && leader.fraction >= answer.fraction ? leader : answer),
    undefined,
  )
}
