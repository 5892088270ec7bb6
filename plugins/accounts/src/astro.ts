import { defineSiteExtension } from '@lectern/kernel/astro'
import { words } from './astro/words.ts'

/** A learner's settings: how the site looks, the name and language of the account, its password. */
export const accountsSite = defineSiteExtension({
  name: 'accounts',
  messages: words,
  pages: [{ path: 'settings/', title: 'title', index: false, component: new URL('./astro/SettingsPage.astro', import.meta.url) }],
  navigation: [{ place: 'account', path: 'settings/', label: 'title', order: 90 }],
  styles: [new URL('./astro/settings.css', import.meta.url)],
})
