import type { MyAchievements } from '@lectern/content-schemas'
import { AnswerPanel } from '@lectern/kernel/site/AnswerPanel'
import { formatMessage, formatNumber, formatPlural } from '@lectern/kernel/site/formatMessage'
import { useAnswer } from '@lectern/kernel/site/useAnswer'
import { getAchievements } from './achievementsApi.ts'
import { Stamp } from './Stamp.tsx'
import type { AchievementWords } from './words.ts'

type Achievement = MyAchievements['achievements'][number]
type AchievementsProps = { locale: string; words: AchievementWords; signInUrl: string }

/** Stamps that are earned, those on the way with how far they are, and how many are secret. */
export default function Achievements({ locale, words, signInUrl }: AchievementsProps) {
  const { answer, retry } = useAnswer(getAchievements)
  if (answer.kind !== 'ready') return <AnswerPanel {...{ answer, words, signInUrl }} errors={words} onRetry={retry} />
  const { achievements, secrets } = answer.value
  const isEarned = ({ tiers }: Achievement) => tiers.some(({ awardedAt }) => awardedAt !== null)
  const earned = achievements.filter(isEarned)
  const ahead = achievements.filter((one) => !isEarned(one))
  if (achievements.length === 0 && secrets === 0) return <p className="empty">{words.nothing}</p>
  return (
    <>
      {earned.length === 0 ? (
        <p className="lead">{words.none}</p>
      ) : (
        <Shelf {...{ title: words.earned, achievements: earned, locale, words }} />
      )}
      {ahead.length > 0 && <Shelf {...{ title: words.ahead, achievements: ahead, locale, words }} />}
      {secrets > 0 && <p className="hint">{formatPlural({ locale, forms: words.secrets, count: secrets })}</p>}
    </>
  )
}

type ShelfProps = { title: string; achievements: Achievement[]; locale: string; words: AchievementWords }

function Shelf({ title, achievements, locale, words }: ShelfProps) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="stamps">
        {achievements.map((achievement) => (
          <Line key={achievement.code} {...{ achievement, locale, words }} />
        ))}
      </ul>
    </section>
  )
}

function Line({ achievement, locale, words }: { achievement: Achievement; locale: string; words: AchievementWords }) {
  const { tiers, art, title, description, secret } = achievement
  const won = tiers.filter(({ awardedAt }) => awardedAt !== null)
  const last = won.at(-1)
  const next = tiers.find(({ awardedAt }) => awardedAt === null)
  const number = (value: number) => formatNumber({ locale, value })
  const date = (iso: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso))
  return (
    <li>
      <Stamp art={art} earned={won.length > 0} />
      <div>
        <h3>{title}</h3>
        <p>{description}</p>
        {last?.awardedAt && (
          <p className="facts">
            <span>{formatMessage(words.awarded, { date: date(last.awardedAt) })}</span>
            {tiers.length > 1 && (
              <span>{formatMessage(words.tier, { tier: number(won.length), tiers: number(tiers.length) })}</span>
            )}
            {secret && <span>{words.secret}</span>}
          </p>
        )}
        {next && (
          <>
            <p className="hint">{last ? formatMessage(words.next, { words: next.words }) : next.words}</p>
            <p className="stamp-way">
              <svg viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(100 * next.done) / next.of} height="2" />
              </svg>
              <span>{formatMessage(words.progress, { done: number(next.done), of: number(next.of) })}</span>
            </p>
          </>
        )}
      </div>
    </li>
  )
}
