import type { Certainty, CertaintySummary, Locale } from '@lectern/content-schemas'
import type { Messages } from '../i18n/en.ts'
import { formatMessage, formatNumber, formatPlural } from '../i18n/formatMessage.ts'

type CertaintyReviewProps = { summary: CertaintySummary; locale: Locale; words: Messages['attempt'] }
type Figures = NonNullable<CertaintySummary['answered']>

/** How sure the learner was and how right: averages, the bonus, and whether each level was used where it pays. */
export function CertaintyReview({ summary, locale, words }: CertaintyReviewProps) {
  const names = certaintyWords(words)
  return (
    <section className="certainty-review" aria-labelledby="certainty-review">
      <h2 id="certainty-review">{words.certaintyTitle}</h2>
      <FigureList {...{ figures: summary, locale, words }} />
      {summary.answered && (
        <>
          <h3>{formatPlural({ locale, forms: words.certaintyAnswered, count: summary.answered.questions })}</h3>
          <FigureList {...{ figures: summary.answered, locale, words }} />
        </>
      )}
      <ul>
        {summary.levels.map(({ certainty, questions, accuracy, verdict }) => (
          <li key={certainty}>
            <b>{names[certainty]}</b>{' '}
            {accuracy === null || verdict === null
              ? words.certaintyNone
              : `${formatPlural({ locale, forms: words.certaintyCount, count: questions })} · ${formatMessage(
                  words.certaintyRight,
                  {
                    percent: formatPercent({ share: accuracy, locale }),
                  },
                )} · ${words[verdict]}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function certaintyWords(words: Messages['attempt']): Record<Certainty, string> {
  return { 1: words.certainty1, 2: words.certainty2, 3: words.certainty3 }
}

function FigureList({ figures, locale, words }: { figures: Figures; locale: Locale; words: Messages['attempt'] }) {
  const { averageMark, accuracy, bonus } = figures
  const rows = [
    { name: words.certaintyAverage, value: formatNumber({ locale, value: averageMark }) },
    { name: words.certaintyAccuracy, value: `${formatPercent({ share: accuracy, locale })} %` },
    { name: words.certaintyBonus, value: `${formatPercent({ share: bonus, locale })} %` },
    { name: words.certaintyTotal, value: `${formatPercent({ share: accuracy + bonus, locale })} %` },
  ]
  return (
    <dl className="figures">
      {rows.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function formatPercent({ share, locale }: { share: number; locale: Locale }): string {
  return formatNumber({ locale, value: Math.round(share * 1000) / 10 })
}
