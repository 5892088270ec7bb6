import type { MyAchievements } from '@lectern/content-schemas'
import { useEffect, useState } from 'react'
import { getAchievements } from './achievementsApi.ts'
import { Stamp } from './Stamp.tsx'
import type { AchievementWords } from './words.ts'

type Achievement = MyAchievements['achievements'][number]

const shown = 4

/** On “My learning”: the stamps earned last. Nothing while none is known: the page is complete without. */
export default function LatestStamps({ words, url }: { words: AchievementWords; url: string }) {
  const [achievements, setAchievements] = useState<Achievement[]>([])
  useEffect(() => {
    void getAchievements().then((answer) => setAchievements(answer.ok ? answer.value.achievements : []))
  }, [])
  const latest = achievements
    .map((achievement) => ({ achievement, at: lastAward(achievement) }))
    .filter(({ at }) => at !== '')
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, shown)
  if (latest.length === 0) return null
  return (
    <section className="latest-stamps" aria-labelledby="latest-stamps">
      <h2 id="latest-stamps">
        <a href={url}>{words.title}</a>
      </h2>
      <ul>
        {latest.map(({ achievement }) => (
          <li key={achievement.code}>
            <Stamp art={achievement.art} earned />
            <span>{achievement.title}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** When the newest tier was earned; empty when none is. */
function lastAward({ tiers }: Achievement): string {
  return (
    tiers
      .map(({ awardedAt }) => awardedAt ?? '')
      .toSorted()
      .at(-1) ?? ''
  )
}
