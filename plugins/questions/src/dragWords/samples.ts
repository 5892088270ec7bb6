import type { QuestionSample } from '@lectern/kernel/question'
import { wordGapsSample } from '../shared/wordGaps/samples.ts'
import type { DragWords, DragWordsResponse } from './schema.ts'

export const dragWordsSamples: QuestionSample<DragWords, DragWordsResponse>[] = [
  {
    ...wordGapsSample,
    name: 'two groups, each with a word for no gap, every word once',
    authored: { ...wordGapsSample.authored, reuse: false },
    invalid: { gaps: { g1: 'wq7', g2: 'wq7' } },
  },
  {
    name: 'words that are used again',
    authored: {
      stem: {
        en: '> [[an]] apple, [[a]] university and [[an]] hour',
        ru: '> [[an]] apple, [[a]] university, [[an]] hour',
      },
      generalFeedback: { en: 'Listen, do not look.', ru: 'Важен звук, а не буква.' },
      order: 'alphabetical',
      reuse: true,
      words: [
        { id: 't6', name: 'a', text: { en: 'a' }, group: 1, feedback: {} },
        { id: 't2', name: 'an', text: { en: 'an' }, group: 1, feedback: { en: 'Before a vowel that is heard.' } },
      ],
    },
    correct: { gaps: { g1: 't2', g2: 't6', g3: 't2' } },
    partial: { response: { gaps: { g1: 't2' } }, fraction: 0.333333333 },
    wrong: { gaps: { g1: 't6', g2: 't2', g3: 't6' } },
    invalid: { gaps: { g1: 'the' } },
    secrets: ['Listen', 'Before a vowel', 'Важен звук'],
  },
]
