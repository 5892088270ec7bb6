import { defineSiteExtension } from '@lectern/kernel/astro'
import { words } from './astro/words.ts'

/** Search over titles, headings and summaries: a field on the home page, a page of results, one index file a language. */
export const searchSite = defineSiteExtension({
  name: 'search',
  messages: words,
  pages: [{ path: 'search/', title: 'title', index: false, component: new URL('./astro/SearchPage.astro', import.meta.url) }],
  files: [{ path: 'search.json', make: new URL('./astro/searchFile.ts', import.meta.url) }],
  slots: [
    { slot: 'home-search', component: new URL('./astro/SearchField.astro', import.meta.url) },
    { slot: 'header', component: new URL('./astro/SearchLink.astro', import.meta.url) },
  ],
  styles: [new URL('./astro/search.css', import.meta.url)],
})
