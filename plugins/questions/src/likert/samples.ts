import type { QuestionSample } from '@lectern/kernel/question'
import type { RowChoices } from '../shared/rowChoices.ts'
import { agreement } from './agreement.ts'
import type { Likert } from './schema.ts'

const workload: Likert = {
  stem: { en: 'How was this **module** for you?', ru: 'Каким был для вас этот **модуль**?' },
  generalFeedback: { en: 'Thank you, we read every answer.', ru: 'Спасибо, мы читаем все ответы.' },
  shuffle: false,
  statements: [
    { id: 's6', text: { en: 'I had enough time.', ru: 'Мне хватило времени.' } },
    { id: 's2', text: { en: 'The *examples* helped.', ru: '*Примеры* помогли.' } },
  ],
  points: agreement,
}

function answer(choices: [string, string][]): RowChoices {
  return { choices: choices.map(([row, option]) => ({ row, option })) }
}

export const likertSamples: QuestionSample<Likert, RowChoices>[] = [
  {
    name: 'two statements on the scale of agreement',
    authored: workload,
    correct: answer([
      ['s6', 'agreement-5'],
      ['s2', 'agreement-1'],
    ]),
    wrong: answer([['s6', 'agreement-3']]),
    invalid: answer([['s6', 'agreement-6']]),
    secrets: ['we read every answer', 'мы читаем все ответы'],
  },
  {
    name: 'a scale of its own, shuffled statements',
    authored: {
      ...workload,
      shuffle: true,
      points: [
        { id: 'p1', text: { en: 'never', ru: 'никогда' } },
        { id: 'p2', text: { en: 'often', ru: 'часто' } },
      ],
    },
    correct: answer([['s2', 'p2']]),
    wrong: answer([['s2', 'p1']]),
    invalid: { choices: [{ row: 's2', option: 2 }] },
    secrets: ['we read every answer'],
  },
]
