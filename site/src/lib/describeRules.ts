import type { Locale, TestSettings } from '@lectern/content-schemas'
import { asksCertainty } from '@lectern/content-schemas/behaviourNames'
import type { Messages } from '../i18n/en.ts'
import { formatMessage, formatNumber, formatPlural } from '../i18n/formatMessage.ts'
import { formatMoment } from './formatMoment.ts'

/** The rules of a test that the static page does not know, as sentences for who is about to begin; only those that matter. */
export function describeRules({
  settings,
  locale,
  words,
}: {
  settings: TestSettings
  locale: Locale
  words: Messages['attempt']
}): string[] {
  const { opensAt, closesAt, delaySeconds, navigation, negativeMarking, overdue, graceSeconds } = settings
  const { behaviour, tries, penaltyPercent } = settings
  const length = (seconds: number) =>
    seconds < 60
      ? formatPlural({ locale, forms: words.seconds, count: seconds })
      : formatPlural({ locale, forms: words.minutes, count: Math.ceil(seconds / 60) })
  return [
    ...(opensAt ? [formatMessage(words.ruleOpens, { time: formatMoment({ iso: opensAt, locale }) })] : []),
    ...(closesAt ? [formatMessage(words.ruleCloses, { time: formatMoment({ iso: closesAt, locale }) })] : []),
    ...(delaySeconds > 0 ? [formatMessage(words.ruleDelay, { time: length(delaySeconds) })] : []),
    ...(overdue === 'grace' && graceSeconds > 0 ? [formatMessage(words.ruleGrace, { time: length(graceSeconds) })] : []),
    ...(navigation === 'sequential' ? [words.ruleSequential] : []),
    ...(behaviour === 'immediate' || behaviour === 'certainty-immediate' ? [words.ruleImmediate] : []),
    ...(behaviour === 'interactive'
      ? [
          formatMessage(tries === null ? words.ruleHints : words.ruleInteractive, {
            tries: formatPlural({ locale, forms: words.tries, count: tries ?? 1 }),
            percent: formatNumber({ locale, value: penaltyPercent }),
          }),
        ]
      : []),
    ...(behaviour === 'adaptive'
      ? [formatMessage(words.ruleAdaptive, { percent: formatNumber({ locale, value: penaltyPercent }) })]
      : []),
    ...(behaviour === 'adaptive-no-penalty' ? [words.ruleAdaptiveFree] : []),
    ...(asksCertainty({ behaviour }) ? [words.ruleCertainty] : []),
    ...(negativeMarking ? [] : [words.ruleNoLoss]),
  ]
}
