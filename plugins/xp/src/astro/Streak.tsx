import type { MyXp } from '@lectern/content-schemas'
import { formatMessage, formatPlural } from '@lectern/kernel/site/formatMessage'
import type { XpWords } from './words.ts'

type StreakProps = { streak: MyXp['streak']; timeZone: string; locale: string; words: XpWords }

/** How many days in a row, and the last two weeks as strokes in the margin of a calendar. */
export function Streak({ streak, timeZone, locale, words }: StreakProps) {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' })
  const whole = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return (
    <section className="points-streak">
      <p className="kicker">{words.streak}</p>
      <h2>{streak.days === 0 ? '—' : formatPlural({ locale, forms: words.days, count: streak.days })}</h2>
      <ol className="points-days">
        {streak.calendar.map(({ day, active }) => {
          const date = new Date(`${day}T00:00:00Z`)
          const label = formatMessage(active ? words.active : words.idle, { day: whole.format(date) })
          return (
            <li key={day} data-active={active ? '' : undefined}>
              <span className="hidden">{label}</span>
              <svg viewBox="0 0 16 28" aria-hidden="true">
                {active ? <path d="M2 2H14V26L8 21L2 26Z" /> : <path d="M8 12V16" />}
              </svg>
              <span aria-hidden="true">{weekday.format(date)}</span>
            </li>
          )
        })}
      </ol>
      <p className="hint">{streak.days === 0 ? words.noStreak : streak.today ? words.todayDone : words.todayOpen}</p>
      <p className="facts">
        {streak.longest > streak.days && <span>{formatPlural({ locale, forms: words.longest, count: streak.longest })}</span>}
        {streak.freezes > 0 && <span>{formatPlural({ locale, forms: words.freezes, count: streak.freezes })}</span>}
      </p>
      <p className="hint">{formatMessage(words.zone, { zone: timeZone.replaceAll('_', ' ') })}</p>
    </section>
  )
}
