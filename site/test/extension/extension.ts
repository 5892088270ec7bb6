import { defineSiteExtension, defineSiteMessages } from '@lectern/kernel/astro'

/** Uses every verb of a site extension once. */
export const exampleExtension = defineSiteExtension({
  name: 'example',
  messages: defineSiteMessages({
    en: { title: 'Badges', about: 'What badges there are' },
    ru: { title: 'Значки', about: 'Какие есть значки' },
    ar: { title: 'الشارات', about: 'ما الشارات الموجودة' },
  }),
  pages: [
    { path: 'badges/', title: 'title', description: 'about', component: new URL('./components/Badges.astro', import.meta.url) },
    {
      path: 'badges/of/',
      title: 'title',
      index: false,
      component: new URL('./components/BadgeOf.astro', import.meta.url),
      entries: new URL('./badgeEntries.ts', import.meta.url),
    },
  ],
  navigation: [
    { place: 'main', path: 'badges/', label: 'title', audience: 'learner' },
    { place: 'footer', path: 'badges/', label: 'about', order: -1 },
  ],
  slots: [
    { slot: 'author', component: new URL('./components/AuthorNote.astro', import.meta.url) },
    { slot: 'lesson-margin', component: new URL('./components/MarginNote.astro', import.meta.url) },
    { slot: 'course', component: new URL('./components/MarginNote.astro', import.meta.url) },
  ],
  overrides: { 'components/FallbackNote.astro': new URL('./components/FallbackNote.astro', import.meta.url) },
  styles: [new URL('./example.css', import.meta.url)],
})
