import type { QuestionSample } from '@lectern/kernel/question'
import type { Description } from './schema.ts'

export const descriptionSamples: QuestionSample<Description, null>[] = [
  {
    name: 'a text in two languages',
    authored: { stem: { en: 'The next **three** questions are about the map.', ru: 'Следующие **три** вопроса — о карте.' } },
    correct: null,
    wrong: null,
    invalid: { text: 'an answer' },
    secrets: [],
  },
  {
    name: 'several paragraphs in one language',
    authored: { stem: { en: 'Read this first.\n\n- slowly\n- to the end' } },
    correct: null,
    wrong: null,
    invalid: ['an answer'],
    secrets: [],
  },
]
