import type { QuestionSample } from '@lectern/kernel/question'
import type { RowChoices } from '../shared/rowChoices.ts'
import { choiceId } from './choicesOf.ts'
import type { Matching } from './schema.ts'

const atlantic = { en: 'Atlantic Ocean', ru: 'Атлантический океан' }
const pacific = { en: 'Pacific Ocean', ru: 'Тихий океан' }
const indian = { en: 'Indian Ocean', ru: 'Индийский океан' }
const rivers: Matching = {
  stem: { en: 'Into which ocean does each **river** flow?', ru: 'В какой океан впадает каждая **река**?' },
  generalFeedback: { en: 'Look at the watershed.', ru: 'Посмотрите на водораздел.' },
  shuffle: true,
  pairs: [
    { id: 'w2', text: { en: 'Amazon', ru: 'Амазонка' }, answer: atlantic, feedback: { en: 'The widest mouth of all.' } },
    { id: 'f8', text: { en: 'Amur', ru: 'Амур' }, answer: pacific, feedback: {} },
    { id: 'p5', text: { en: '*Congo*', ru: '*Конго*' }, answer: atlantic, feedback: {} },
    { id: 'd1', text: { en: 'Zambezi', ru: 'Замбези' }, answer: indian, feedback: {} },
  ],
  distractors: [{ id: 'e6', text: { en: 'Arctic Ocean', ru: 'Северный Ледовитый океан' } }],
}

function respond(answers: [string, Matching['stem']][]): RowChoices {
  return { choices: answers.map(([row, answer]) => ({ row, option: choiceId(answer) })) }
}

export const matchingSamples: QuestionSample<Matching, RowChoices>[] = [
  {
    name: 'two rows with one answer, and a further answer',
    authored: rivers,
    correct: respond([
      ['p5', atlantic],
      ['w2', atlantic],
      ['f8', pacific],
      ['d1', indian],
    ]),
    partial: {
      response: respond([
        ['w2', atlantic],
        ['p5', atlantic],
        ['d1', pacific],
      ]),
      fraction: 0.5,
    },
    wrong: respond([
      ['w2', pacific],
      ['f8', { en: 'Arctic Ocean' }],
    ]),
    invalid: { choices: [{ row: 'w2', option: 'e6' }] },
    secrets: ['The widest mouth', 'Look at the watershed', 'Посмотрите на водораздел'],
  },
  {
    name: 'two pairs in one language, in their fixed order',
    authored: {
      stem: { en: 'Match the signs.' },
      generalFeedback: {},
      shuffle: false,
      pairs: [
        { id: 'm1', text: { en: '`&&`' }, answer: { en: 'and' }, feedback: { en: 'Both must hold.' } },
        { id: 'm2', text: { en: '`||`' }, answer: { en: 'or -> one is enough' }, feedback: {} },
      ],
      distractors: [],
    },
    correct: respond([
      ['m1', { en: 'and' }],
      ['m2', { en: 'or -> one is enough' }],
    ]),
    partial: { response: respond([['m1', { en: 'and' }]]), fraction: 0.5 },
    wrong: respond([
      ['m2', { en: 'and' }],
      ['m1', { en: 'or -> one is enough' }],
    ]),
    invalid: {
      choices: [
        { row: 'm1', option: choiceId({ en: 'and' }) },
        { row: '__proto__', option: choiceId({ en: 'and' }) },
      ],
    },
    secrets: ['Both must hold'],
  },
]
