import { defineSiteExtension } from '@lectern/kernel/astro'
import { words } from './astro/words.ts'

/** A page with the learner's achievements (earned, on the way, and how many are secret), and the latest on “My learning”. */
export const achievementsSite = defineSiteExtension({
  name: 'achievements',
  messages: words,
  pages: [
    {
      path: 'achievements/',
      title: 'title',
      description: 'description',
      index: false,
      component: new URL('./astro/Achievements.astro', import.meta.url),
    },
  ],
  navigation: [{ place: 'account', path: 'achievements/', label: 'title', audience: 'learner', order: 30 }],
  slots: [{ slot: 'my-learning', component: new URL('./astro/LatestStamps.astro', import.meta.url), order: 20 }],
  styles: [new URL('./astro/achievements.css', import.meta.url)],
})
