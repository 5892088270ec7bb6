import type { QuestionRenderer } from '@lectern/kernel/site'

/**
 * The site-side extensions that are installed: packages that bring renderers of question types. A further package is one more
 * entry here.
 */
export const questionRendererPackages: (() => Promise<{ questionRenderers: QuestionRenderer[] }>)[] = [
  () => import('@lectern/questions/site'),
]
