import type { AttemptItem, Locale, TestSettings } from '@lectern/content-schemas'
import { markItem } from '../domain/markAttempt.ts'
import { shownOf } from '../domain/reviewOf.ts'
import { afterPenalty, triesAllowed } from '../domain/tries.ts'
import type { StoredResponse } from './attemptRow.ts'
import type { LoadedItem } from './loadPaper.ts'

/**
 * What a learner may know of a question that was checked, or null when it was not. The policy is the one for running
 * attempts; the right answer waits until the question is settled, whatever the policy says.
 */
export function toCheck({
  question,
  stored,
  settings,
  locale,
}: {
  question: LoadedItem
  stored: Pick<StoredResponse, 'tries' | 'locked'> | undefined
  settings: TestSettings
  locale: Locale
}): AttemptItem['check'] {
  const last = stored?.tries.at(-1)
  if (!stored || !last) return null
  const { tries, locked } = stored
  const { type, authored } = question.loaded
  const { seed, maxMark, item } = question
  const { response } = last
  const adjust = (fraction: number) =>
    afterPenalty({ fraction: settings.negativeMarking ? fraction : Math.max(0, fraction), rules: settings, number: tries.length })
  const { fraction, mark, state, parts } = markItem({ item, type, authored, response, maxMark, seed, adjust })
  const { feedback } = type.grade({ authored, response, locale, seed })
  const key = type.key({ authored, locale, seed })
  const policy = settings.reviewDuring.filter((part) => locked || part !== 'key')
  return {
    locked,
    tries: tries.length,
    triesLeft: locked ? 0 : Math.max(0, triesAllowed(settings) - tries.length),
    revision: last.revision,
    ...shownOf({ marked: { fraction, mark, state, parts, feedback, key }, policy }),
  }
}
