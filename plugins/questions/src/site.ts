import type { QuestionRenderer } from '@lectern/kernel/site'

export { questionMarkers } from './markers.ts'

/** The site's half of the built-in question types, one lazy chunk each. */
export const questionRenderers: QuestionRenderer[] = [
  { type: 'single-choice', load: () => import('./singleChoice/site.tsx') },
  { type: 'multiple-choice', load: () => import('./multipleChoice/site.tsx') },
  { type: 'short-text', load: () => import('./shortText/site.tsx') },
  { type: 'true-false', load: () => import('./trueFalse/site.tsx') },
  { type: 'matching', load: () => import('./matching/site.tsx') },
  { type: 'ordering', load: () => import('./ordering/site.tsx') },
  { type: 'categorise', load: () => import('./categorise/site.tsx') },
  { type: 'matrix', load: () => import('./matrix/site.tsx') },
  { type: 'likert', load: () => import('./likert/site.tsx') },
  { type: 'description', load: () => import('./description/site.tsx') },
  { type: 'numeric', load: () => import('./numeric/site.tsx') },
  { type: 'calculated', load: () => import('./calculated/site.tsx') },
  { type: 'algebraic', load: () => import('./algebraic/site.tsx') },
  { type: 'cloze', load: () => import('./cloze/site.tsx') },
  { type: 'hotspot', load: () => import('./hotspot/site.tsx') },
  { type: 'drag-markers', load: () => import('./dragMarkers/site.tsx') },
  { type: 'essay', load: () => import('./essay/site.tsx') },
  { type: 'file-upload', load: () => import('./fileUpload/site.tsx') },
  { type: 'dropdown-gaps', load: () => import('./dropdownGaps/site.tsx') },
  { type: 'drag-words', load: () => import('./dragWords/site.tsx') },
]
