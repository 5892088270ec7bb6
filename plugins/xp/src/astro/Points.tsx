import type { MyXp, XpLedger } from '@lectern/content-schemas'
import { AnswerPanel } from '@lectern/kernel/site/AnswerPanel'
import type { ApiResult } from '@lectern/kernel/site/api'
import { formatMessage, formatNumber, formatPlural } from '@lectern/kernel/site/formatMessage'
import { useAnswer } from '@lectern/kernel/site/useAnswer'
import { Ledger } from './Ledger.tsx'
import { Streak } from './Streak.tsx'
import type { XpWords } from './words.ts'
import { getLedger, getMyXp } from './xpApi.ts'

type PointsProps = { locale: string; words: XpWords; signInUrl: string }
type Shown = { xp: MyXp; entries: XpLedger['entries']; next: number | null }

/** Level, streak, what earns points, and the ledger line by line. */
export default function Points({ locale, words, signInUrl }: PointsProps) {
  const { answer, retry, show } = useAnswer(getPoints)
  if (answer.kind !== 'ready') return <AnswerPanel {...{ answer, words, signInUrl }} errors={words} onRetry={retry} />
  const { xp, entries, next } = answer.value
  const more = async () => {
    const page = await getLedger(next)
    if (!page.ok) return show(page)
    show({ ok: true, value: { xp, entries: [...entries, ...page.value.entries], next: page.value.next } })
  }
  return (
    <>
      <div className="points-heads">
        <Level {...{ xp, locale, words }} />
        <Streak {...{ streak: xp.streak, timeZone: xp.timeZone, locale, words }} />
      </div>
      <details className="points-rules">
        <summary>{words.rules}</summary>
        {xp.rules.length === 0 ? (
          <p>{words.noRules}</p>
        ) : (
          <ul>
            {xp.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        )}
      </details>
      {xp.boards && (
        <p>
          <a href={`/${locale}/leaderboards/`}>{words.boards}</a>
        </p>
      )}
      <section>
        <h2>{words.ledger}</h2>
        <Ledger {...{ entries, locale, words }} />
        {next !== null && (
          <p>
            <button className="button quiet" type="button" onClick={more}>
              {words.more}
            </button>
          </p>
        )}
      </section>
    </>
  )
}

async function getPoints(): Promise<ApiResult<Shown>> {
  const [xp, ledger] = await Promise.all([getMyXp(), getLedger(null)])
  if (!xp.ok) return xp
  return ledger.ok ? { ok: true, value: { xp: xp.value, ...ledger.value } } : ledger
}

/** The number of the level as a stamp, and how far the next one is. */
function Level({ xp, locale, words }: { xp: MyXp; locale: string; words: XpWords }) {
  const { number, name, reward, from, next } = xp.level
  const share = next === null ? 1 : (xp.total - from) / Math.max(1, next - from)
  return (
    <section className="points-level">
      <svg className="points-stamp" viewBox="0 0 96 96" aria-hidden="true">
        <circle cx="48" cy="48" r="46" />
        <circle className="fine" cx="48" cy="48" r="42.5" />
        <circle
          className="way"
          cx="48"
          cy="48"
          r="38"
          pathLength={100}
          strokeDasharray={`${Math.max(0, Math.min(1, share)) * 100} 100`}
        />
        <text x="48" y="49">
          {formatNumber({ locale, value: number })}
        </text>
      </svg>
      <div>
        <p className="kicker">{formatMessage(words.level, { number: formatNumber({ locale, value: number }) })}</p>
        <h2>{name ?? formatMessage(words.level, { number })}</h2>
        <p className="points-total">{formatPlural({ locale, forms: words.points, count: xp.total })}</p>
        <p className="hint">
          {next === null ? words.highest : formatPlural({ locale, forms: words.toNext, count: Math.max(0, next - xp.total) })}
        </p>
        {reward && <p className="hint">{formatMessage(words.reward, { reward })}</p>}
      </div>
    </section>
  )
}
