import { defineSiteExtension } from '@lectern/kernel/astro'

/** The question type on the site. */
export const numberLineSite = defineSiteExtension({
  name: 'question-number-line',
  questionRenderers: new URL('./renderers.ts', import.meta.url),
})
