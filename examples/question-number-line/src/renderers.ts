import type { QuestionRenderer } from '@lectern/kernel/site'

/** The learner's half, loaded when a page has such a question. */
export const questionRenderers: QuestionRenderer[] = [{ type: 'number-line', load: () => import('./site.tsx') }]
