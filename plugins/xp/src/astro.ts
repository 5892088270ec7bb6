import { defineSiteExtension } from '@lectern/kernel/astro'
import { words } from './astro/words.ts'

/** The learner's points: a page with level, streak and ledger, leaderboards, and where one stands on “My learning”. */
export const xpSite = defineSiteExtension({
  name: 'xp',
  messages: words,
  pages: [
    {
      path: 'points/',
      title: 'title',
      description: 'description',
      index: false,
      component: new URL('./astro/Points.astro', import.meta.url),
    },
    {
      path: 'leaderboards/',
      title: 'boards',
      description: 'boardsDescription',
      index: false,
      component: new URL('./astro/Boards.astro', import.meta.url),
    },
  ],
  navigation: [{ place: 'account', path: 'points/', label: 'title', audience: 'learner', order: 20 }],
  slots: [{ slot: 'my-learning', component: new URL('./astro/Standing.astro', import.meta.url), order: 10 }],
  styles: [new URL('./astro/xp.css', import.meta.url)],
})
