import { defineSiteExtension } from '@lectern/kernel/astro'
import { words } from './astro/words.ts'

/** A page that says which courses are new or revised, linked at the foot of every page. */
export const publishingSite = defineSiteExtension({
  name: 'publishing',
  messages: words,
  pages: [
    {
      path: 'new/',
      title: 'title',
      description: 'description',
      component: new URL('./astro/NewCourses.astro', import.meta.url),
    },
  ],
  navigation: [{ place: 'footer', path: 'new/', label: 'title' }],
  styles: [new URL('./astro/newCourses.css', import.meta.url)],
})
