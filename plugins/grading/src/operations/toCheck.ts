import { type AttemptItem, type Locale, pickText, type TestSettings } from '@lectern/content-schemas'
import { renderMarkdown } from '@lectern/kernel'
import { behaviours } from '../domain/behaviours.ts'
import { markItem } from '../domain/markAttempt.ts'
import { shownOf } from '../domain/reviewOf.ts'
import { earnedBy, triesAllowed } from '../domain/tries.ts'
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
  const { type, authored, hints } = question.loaded
  const { seed, maxMark, item } = question
  const { response, revision, certainty } = last
  const earn = earnedBy({ rules: settings, given: { tries, revision, response, certainty } })
  const { highest, showsHints } = behaviours[settings.behaviour]
  const { fraction, mark, state, parts } = markItem({ item, type, authored, response, maxMark, seed, earn, highest })
  const { feedback } = type.grade({ authored, response, locale, seed })
  const key = type.key({ authored, locale, seed })
  const policy = settings.reviewDuring.filter((part) => locked || part !== 'key')
  const allowed = triesAllowed({ rules: settings, hints: hints.length })
  // The try that settles a question earns no hint.
  const earned = showsHints ? hints.slice(0, locked ? tries.length - 1 : tries.length) : []
  return {
    locked,
    tries: tries.length,
    triesLeft: locked ? 0 : Number.isFinite(allowed) ? Math.max(0, allowed - tries.length) : null,
    revision,
    hints: earned.map(({ text }) => renderMarkdown(pickText({ text, locale }))),
    numberRight:
      !locked && hints[tries.length - 1]?.showNumberRight ? parts.filter((part) => part.state === 'right').length : null,
    ...shownOf({ marked: { fraction, mark, state, parts, feedback, key }, policy }),
  }
}
