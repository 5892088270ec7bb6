import type { QuestionSample } from '@lectern/kernel/question'
import type { Essay, EssayResponse } from './schema.ts'

const harbour: Essay = {
  stem: {
    en: 'Why did the old harbour **silt up**? Write for a reader who has never been there.',
    ru: 'Почему старая гавань **обмелела**? Пишите для читателя, который там не был.',
  },
  generalFeedback: { en: 'Compare your text with the map.', ru: 'Сравните свой текст с картой.' },
  minWords: 5,
  maxWords: 12,
  hardLimit: 20,
  rubric: {
    show: 'writing',
    criteria: [
      {
        id: 'c7',
        text: { en: 'Causes', ru: 'Причины' },
        levels: [
          { id: 'l2', text: { en: 'Names no cause', ru: 'Причина не названа' }, points: 0 },
          { id: 'l9', text: { en: 'Names *one* cause', ru: 'Названа *одна* причина' }, points: 2 },
          { id: 'l4', text: { en: 'Names and weighs several', ru: 'Названы и взвешены несколько' }, points: 5 },
        ],
      },
      {
        id: 'a3',
        text: { en: 'Language', ru: 'Язык' },
        levels: [
          { id: 'l1', text: { en: 'Hard to follow', ru: 'Трудно следить' }, points: 0 },
          { id: 'l5', text: { en: 'Clear', ru: 'Ясно' }, points: 1 },
        ],
      },
    ],
  },
  modelAnswer: { en: 'The river was led away from it.', ru: 'Реку отвели от неё.' },
  markerNotes: { en: 'Accept storms as a cause.', ru: 'Штормы — тоже причина.' },
}

export const essaySamples: QuestionSample<Essay, EssayResponse>[] = [
  {
    name: 'word limits and a rubric that learners see',
    authored: harbour,
    correct: { text: 'The river was led away, so nothing washed the sand out.\n\n- **Storms** did the rest.' },
    wrong: { text: 'I do not know.' },
    invalid: { text: 'word '.repeat(21) },
    secrets: ['led away from it', 'Реку отвели', 'Accept storms', 'Compare your text'],
  },
  {
    name: 'no limits, and a rubric for the review',
    authored: {
      ...harbour,
      stem: { en: 'What would you have done?' },
      minWords: null,
      maxWords: null,
      hardLimit: null,
      rubric: { ...harbour.rubric, show: 'review' },
      modelAnswer: {},
    },
    correct: { text: 'Dug a channel.' },
    wrong: { text: '?' },
    invalid: { text: 12 },
    secrets: ['Causes', 'Names and weighs', 'Причины', 'Accept storms'],
  },
  {
    name: 'a rubric for those who mark',
    authored: { ...harbour, rubric: { ...harbour.rubric, show: 'never' }, modelAnswer: {} },
    correct: { text: 'Because of the sand that came from the sea.' },
    wrong: { text: 'Sand.' },
    invalid: { text: ['Sand'] },
    secrets: ['Causes', 'Names and weighs', 'Причины', 'Accept storms'],
  },
]
