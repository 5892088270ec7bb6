import { defineSiteExtension } from '@lectern/kernel/astro'

/** The built-in question types on the site. */
export const questionsSite = defineSiteExtension({
  name: 'questions',
  questionRenderers: new URL('./site.ts', import.meta.url),
  styles: [new URL('./shared/questions.css', import.meta.url)],
})
