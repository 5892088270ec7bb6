import type { Locale, TestSettings } from '@lectern/content-schemas'
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
    ...(behaviour === 'immediate' ? [words.ruleImmediate] : []),
    ...(behaviour === 'interactive'
      ? [
          formatMessage(words.ruleInteractive, {
            tries: formatPlural({ locale, forms: words.tries, count: tries }),
            percent: formatNumber({ locale, value: penaltyPercent }),
          }),
        ]
      : []),
    ...(negativeMarking ? [] : [words.ruleNoLoss]),
  ]
}
