import type { QuestionSample } from '@lectern/kernel/question'
import { wordGapsSample } from '../shared/wordGaps/samples.ts'
import type { DropdownGaps, DropdownGapsResponse } from './schema.ts'

export const dropdownGapsSamples: QuestionSample<DropdownGaps, DropdownGapsResponse>[] = [
  { name: 'two groups, each with a word for no gap', ...wordGapsSample, invalid: { gaps: { g1: 'wm1' } } },
  {
    name: 'one word right in two gaps of three',
    authored: {
      stem: { en: '- 2 + 2 = [[four]]\n- 2 × 2 = [[four]]\n- 2 + 3 = [[five]]' },
      generalFeedback: {},
      order: 'alphabetical',
      words: [
        { id: 'p3', name: 'four', text: { en: '4' }, group: 1, feedback: {} },
        { id: 'p8', name: 'five', text: { en: '5' }, group: 1, feedback: { en: 'One more.' } },
      ],
    },
    correct: { gaps: { g1: 'p3', g2: 'p3', g3: 'p8' } },
    partial: { response: { gaps: { g1: 'p3', g2: 'p3', g3: 'p3' } }, fraction: 0.666666667 },
    wrong: { gaps: { g1: 'p8' } },
    invalid: { gaps: { g4: 'p3' } },
    secrets: ['One more', 'four', 'five'],
  },
]
