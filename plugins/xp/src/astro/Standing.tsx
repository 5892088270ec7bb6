import type { MyXp } from '@lectern/content-schemas'
import { formatMessage, formatPlural } from '@lectern/kernel/site/formatMessage'
import { useEffect, useState } from 'react'
import type { XpWords } from './words.ts'
import { getMyXp } from './xpApi.ts'

/** One line on “My learning”: level, points and streak. Nothing while it is not known: the page is complete without. */
export default function Standing({ locale, words, url }: { locale: string; words: XpWords; url: string }) {
  const [xp, setXp] = useState<MyXp | null>(null)
  useEffect(() => {
    void getMyXp().then((answer) => setXp(answer.ok ? answer.value : null))
  }, [])
  const parts = xp && [
    [formatMessage(words.level, { number: xp.level.number }), xp.level.name].filter(Boolean).join(', '),
    formatPlural({ locale, forms: words.points, count: xp.total }),
    ...(xp.streak.days > 0 ? [formatPlural({ locale, forms: words.days, count: xp.streak.days })] : []),
  ]
  return (
    <section className="points-standing" aria-label={words.standing}>
      <p className="facts">
        {parts?.map((part) => (
          <span key={part}>{part}</span>
        ))}
        <a href={url}>{words.details}</a>
      </p>
    </section>
  )
}
