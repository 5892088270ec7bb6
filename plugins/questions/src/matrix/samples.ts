import type { QuestionSample } from '@lectern/kernel/question'
import type { RowChoices } from '../shared/rowChoices.ts'
import type { Matrix } from './schema.ts'

const elements: Matrix = {
  stem: { en: 'What are these **elements**?', ru: 'Что это за **элементы**?' },
  generalFeedback: { en: 'The periodic table has it in columns.', ru: 'В таблице это видно по столбцам.' },
  many: false,
  allOrNothing: false,
  shuffle: true,
  columns: [
    { id: 'v1', label: 'M', text: { en: 'metal', ru: 'металл' } },
    { id: 'v8', label: 'N', text: { en: 'non-metal', ru: 'неметалл' } },
    { id: 'v4', label: 'G', text: { en: 'gas at room temperature', ru: 'газ при комнатной температуре' } },
    { id: 'v2', label: 'L', text: { en: 'liquid at room temperature', ru: 'жидкость при комнатной температуре' } },
  ],
  rows: [
    { id: 'e5', text: { en: 'Mercury', ru: 'Ртуть' }, right: 'm', feedback: { en: 'It fills thermometers.' } },
    { id: 'e3', text: { en: 'Neon', ru: 'Неон' }, right: 'G; N', feedback: {} },
  ],
}
const secrets = ['It fills thermometers', 'The periodic table', 'В таблице это', 'G; N']

function choose(choices: [string, string][]): RowChoices {
  return { choices: choices.map(([row, option]) => ({ row, option })) }
}

export const matrixSamples: QuestionSample<Matrix, RowChoices>[] = [
  {
    name: 'one column for each row',
    authored: elements,
    correct: choose([
      ['e3', 'v4'],
      ['e5', 'v1'],
    ]),
    partial: {
      response: choose([
        ['e3', 'v1'],
        ['e5', 'v1'],
      ]),
      fraction: 0.5,
    },
    wrong: choose([['e3', 'v1']]),
    invalid: choose([
      ['e3', 'v4'],
      ['e3', 'v8'],
    ]),
    secrets,
  },
  {
    name: 'several columns for each row',
    authored: { ...elements, many: true, rows: elements.rows.map((row) => (row.id === 'e5' ? { ...row, right: 'M, L' } : row)) },
    correct: choose([
      ['e5', 'v2'],
      ['e5', 'v1'],
      ['e3', 'v4'],
      ['e3', 'v8'],
    ]),
    partial: {
      response: choose([
        ['e5', 'v1'],
        ['e3', 'v4'],
        ['e3', 'v8'],
      ]),
      fraction: 0.75,
    },
    wrong: choose([
      ['e5', 'v1'],
      ['e5', 'v2'],
      ['e5', 'v4'],
      ['e5', 'v8'],
      ['e3', 'v1'],
    ]),
    invalid: choose([['e5', 'M']]),
    secrets,
  },
  {
    name: 'several columns, a row all or nothing',
    authored: { ...elements, many: true, allOrNothing: true, shuffle: false },
    correct: choose([
      ['e5', 'v1'],
      ['e3', 'v4'],
      ['e3', 'v8'],
    ]),
    partial: {
      response: choose([
        ['e5', 'v1'],
        ['e3', 'v4'],
      ]),
      fraction: 0.5,
    },
    wrong: choose([['e3', 'v4']]),
    invalid: { choices: { e5: 'v1' } },
    secrets,
  },
]
