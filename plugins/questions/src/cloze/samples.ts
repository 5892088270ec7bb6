import type { QuestionSample } from '@lectern/kernel/question'
import type { Cloze, ClozeAnswer, ClozeGap, ClozeResponse } from './schema.ts'

const gap: Omit<ClozeGap, 'id' | 'name' | 'answers'> = {
  kind: 'text',
  weight: 1,
  caseSensitive: false,
  ignoreDiacritics: false,
  editDistance: 0,
  shuffle: true,
}
const answer: Omit<ClozeAnswer, 'id' | 'text'> = { fraction: 1, feedback: {} }

export const clozeSamples: QuestionSample<Cloze, ClozeResponse>[] = [
  {
    name: 'a word, a number and a choice, the number worth two',
    authored: {
      stem: {
        en: 'Water is made of oxygen and [[1]].\n\nAt sea level it **boils at [[2]] °C**, and then it is [[3]].',
        ru: 'Вода состоит из кислорода и [[1]]. Затем это — [[3]].\n\nНа уровне моря она **кипит при [[2]] °C**.',
      },
      generalFeedback: { en: 'On a mountain it boils sooner.' },
      gaps: [
        {
          ...gap,
          id: 'gx',
          name: '1',
          answers: [
            { ...answer, id: 'h1', text: { en: 'hydrogen', ru: 'водорода' }, feedback: { en: 'The lightest of all.' } },
            { ...answer, id: 'h2', text: { en: 'H', ru: 'H' }, fraction: 0.5 },
          ],
        },
        { ...gap, id: 'gb', name: '2', kind: 'number', weight: 2, answers: [{ ...answer, id: 'n1', text: { en: '100:0.5' } }] },
        {
          ...gap,
          id: 'gm',
          name: '3',
          kind: 'choice',
          answers: [
            { ...answer, id: 'o1', text: { en: 'a gas', ru: 'газ' }, feedback: { en: 'Called vapour.' } },
            {
              ...answer,
              id: 'o2',
              text: { en: 'a liquid', ru: 'жидкость' },
              fraction: 0,
              feedback: { en: 'Not after boiling.' },
            },
            { ...answer, id: 'o3', text: { en: 'a metal', ru: 'металл' }, fraction: -1 },
          ],
        },
      ],
    },
    correct: { gaps: { gx: 'Hydrogen', gb: '99,9', gm: 'o1' } },
    partial: { response: { gaps: { gx: 'h', gb: '100' } }, fraction: 0.625 },
    wrong: { gaps: { gx: 'helium', gb: '50', gm: 'o3' } },
    invalid: { gaps: { gb: 'hot' } },
    secrets: ['hydrogen', 'водорода', '100', 'lightest', 'vapour', 'Not after', 'sooner'],
  },
  {
    name: 'gaps in code and in a table, with thirds',
    authored: {
      stem: { en: 'Complete it: `def [[name]](x):`\n\n| in | out |\n|---|---|\n| 2 | [[out-1]] |\n| 3 | [[out-2]] |' },
      generalFeedback: {},
      gaps: [
        { ...gap, id: 'c9', name: 'out-2', kind: 'number', answers: [{ ...answer, id: 'a1', text: { en: '8.5..9.5' } }] },
        { ...gap, id: 'c2', name: 'name', caseSensitive: true, answers: [{ ...answer, id: 'a1', text: { en: 'square' } }] },
        { ...gap, id: 'c5', name: 'out-1', kind: 'number', answers: [{ ...answer, id: 'a1', text: { en: '4' } }] },
      ],
    },
    correct: { gaps: { c2: 'square', c5: '4', c9: '9' } },
    partial: { response: { gaps: { c2: 'Square', c5: '4', c9: '9' } }, fraction: 0.666666667 },
    wrong: { gaps: { c2: 'cube' } },
    invalid: { gaps: { c5: '1e400' } },
    secrets: ['square', '8.5', '9.5'],
  },
]
