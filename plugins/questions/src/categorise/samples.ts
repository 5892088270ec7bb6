import type { QuestionSample } from '@lectern/kernel/question'
import type { RowChoices } from '../shared/rowChoices.ts'
import type { Categorise } from './schema.ts'

const animals: Categorise = {
  stem: { en: 'Sort the **animals**.', ru: 'Распределите **животных**.' },
  generalFeedback: { en: 'Flying does not make a bird.', ru: 'Летать ещё не значит быть птицей.' },
  categories: [
    {
      id: 'c7',
      text: { en: 'Mammals', ru: 'Млекопитающие' },
      items: [
        { id: 'h3', text: { en: 'bat', ru: 'летучая мышь' }, feedback: { en: 'It suckles its young.' } },
        { id: 'y8', text: { en: 'whale', ru: 'кит' }, feedback: {} },
      ],
    },
    {
      id: 'c2',
      text: { en: 'Birds', ru: 'Птицы' },
      items: [
        { id: 'a5', text: { en: 'ostrich', ru: 'страус' }, feedback: {} },
        { id: 't1', text: { en: '*penguin*', ru: '*пингвин*' }, feedback: { ru: 'У него есть перья.' } },
      ],
    },
    { id: 'c9', text: { en: 'Fish', ru: 'Рыбы' }, items: [] },
  ],
  distractors: [{ id: 'n4', text: { en: 'bee', ru: 'пчела' }, feedback: { en: 'An insect has six legs.' } }],
}
const secrets = ['It suckles its young', 'Flying does not', 'У него есть перья', 'six legs']

function place(choices: [string, string][]): RowChoices {
  return { choices: choices.map(([row, option]) => ({ row, option })) }
}

export const categoriseSamples: QuestionSample<Categorise, RowChoices>[] = [
  {
    name: 'an empty category and an item that belongs nowhere',
    authored: animals,
    correct: place([
      ['t1', 'c2'],
      ['h3', 'c7'],
      ['a5', 'c2'],
      ['y8', 'c7'],
    ]),
    partial: {
      response: place([
        ['t1', 'c2'],
        ['h3', 'c7'],
        ['a5', 'c2'],
        ['y8', 'c9'],
        ['n4', 'c2'],
      ]),
      fraction: 0.5,
    },
    wrong: place([
      ['h3', 'c2'],
      ['n4', 'c7'],
    ]),
    invalid: place([['h3', 'nowhere']]),
    secrets,
  },
  {
    name: 'two categories and nothing else',
    authored: { ...animals, categories: animals.categories.slice(0, 2), distractors: [] },
    correct: place([
      ['h3', 'c7'],
      ['y8', 'c7'],
      ['a5', 'c2'],
      ['t1', 'c2'],
    ]),
    partial: { response: place([['a5', 'c2']]), fraction: 0.25 },
    wrong: place([['a5', 'c7']]),
    invalid: { choices: [{ row: 'a5', option: ['c2'] }] },
    secrets,
  },
]
