import type { QuestionSample } from '@lectern/kernel/question'
import type { SingleChoice, SingleChoiceResponse } from './schema.ts'

export const singleChoiceSamples: QuestionSample<SingleChoice, SingleChoiceResponse>[] = [
  {
    name: 'one right option, one half right, one that costs',
    authored: {
      stem: { en: 'Which layer does **TCP** belong to?', ru: 'К какому уровню относится **TCP**?' },
      generalFeedback: { en: 'Transport sits above the network layer.', ru: 'Транспортный уровень стоит над сетевым.' },
      shuffle: true,
      options: [
        {
          id: 'k3f',
          text: { en: 'Transport', ru: 'Транспортный' },
          fraction: 1,
          feedback: { en: 'Well remembered.', ru: 'Хорошая память.' },
        },
        {
          id: 'a9w',
          text: { en: 'Network', ru: 'Сетевой' },
          fraction: 0.5,
          feedback: { en: 'One layer too low.', ru: 'На уровень ниже нужного.' },
        },
        { id: 'z1p', text: { en: 'Link', ru: 'Канальный' }, fraction: 0, feedback: {} },
        {
          id: 'm4t',
          text: { en: 'The keyboard', ru: 'Клавиатура' },
          fraction: -0.25,
          feedback: { en: 'That is no layer at all.', ru: 'Это вообще не уровень.' },
        },
      ],
    },
    correct: { option: 'k3f' },
    partial: { response: { option: 'a9w' }, fraction: 0.5 },
    wrong: { option: 'z1p' },
    invalid: { option: 'nowhere' },
    secrets: ['Well remembered', 'One layer too low', 'Transport sits above', 'Хорошая память'],
  },
  {
    name: 'two right options in a fixed order',
    authored: {
      stem: { en: 'Name an even number.' },
      generalFeedback: {},
      shuffle: false,
      options: [
        { id: 'q2', text: { en: '2' }, fraction: 1, feedback: {} },
        { id: 'q3', text: { en: '3' }, fraction: 0, feedback: { en: 'Three is odd.' } },
        { id: 'q4', text: { en: '4' }, fraction: 1, feedback: {} },
      ],
    },
    correct: { option: 'q4' },
    wrong: { option: 'q3' },
    invalid: { option: 4 },
    secrets: ['Three is odd'],
  },
]
