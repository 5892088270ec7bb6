import type { QuestionRenderer } from '@lectern/kernel/site'

/** The site's half of the built-in question types, one lazy chunk each. */
export const questionRenderers: QuestionRenderer[] = [
  { type: 'single-choice', load: () => import('./singleChoice/site.tsx') },
  { type: 'multiple-choice', load: () => import('./multipleChoice/site.tsx') },
  { type: 'short-text', load: () => import('./shortText/site.tsx') },
  { type: 'true-false', load: () => import('./trueFalse/site.tsx') },
  { type: 'matching', load: () => import('./matching/site.tsx') },
  { type: 'ordering', load: () => import('./ordering/site.tsx') },
  { type: 'numeric', load: () => import('./numeric/site.tsx') },
]
