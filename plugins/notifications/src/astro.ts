import { defineSiteExtension } from '@lectern/kernel/astro'
import { words } from './astro/words.ts'

/** The bell in the header with what arrives live, the inbox, and the settings. */
export const notificationsSite = defineSiteExtension({
  name: 'notifications',
  messages: words,
  pages: [
    { path: 'inbox/', title: 'inbox', index: false, component: new URL('./astro/InboxPage.astro', import.meta.url) },
    {
      path: 'inbox/settings/',
      title: 'settings',
      index: false,
      component: new URL('./astro/SettingsPage.astro', import.meta.url),
    },
  ],
  navigation: [{ place: 'account', path: 'inbox/settings/', label: 'settings', audience: 'learner' }],
  slots: [{ slot: 'header', component: new URL('./astro/Bell.astro', import.meta.url), order: 90 }],
  styles: [new URL('./astro/notifications.css', import.meta.url)],
})
