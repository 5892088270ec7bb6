import type { QuestionSample } from '@lectern/kernel/question'
import type { Numeric, NumericAnswer, NumericResponse } from './schema.ts'

const number: Omit<NumericAnswer, 'id'> = {
  match: 'near',
  value: null,
  tolerance: 0,
  toleranceType: 'absolute',
  from: null,
  to: null,
  fraction: 1,
  feedback: {},
}
const plain: Omit<Numeric, 'stem' | 'answers'> = {
  generalFeedback: {},
  decimalMark: 'any',
  thousands: false,
  unit: 'none',
  unitInput: 'typed',
  units: [],
  unitPenalty: 0.1,
  unitPenaltyOf: 'answer',
}

export const numericSamples: QuestionSample<Numeric, NumericResponse>[] = [
  {
    name: 'a number within a tolerance, a wider one for half, and every other',
    authored: {
      ...plain,
      stem: { en: 'What is **π** to two places?', ru: 'Чему равно **π** с точностью до сотых?' },
      generalFeedback: { en: 'It never ends.', ru: 'Оно не кончается.' },
      answers: [
        {
          ...number,
          id: 'p1',
          value: 3.14,
          tolerance: 0.005,
          feedback: { en: 'Archimedes would agree.', ru: 'Архимед согласен.' },
        },
        { ...number, id: 'p5', match: 'range', from: 3, to: 3.2, fraction: 0.5 },
        { ...number, id: 'p9', match: 'any', fraction: 0, feedback: { en: 'Measure a plate.', ru: 'Измерьте тарелку.' } },
      ],
    },
    correct: { text: '3,14' },
    partial: { response: { text: '3.1' }, fraction: 0.5 },
    wrong: { text: '22' },
    invalid: { text: '1e400' },
    secrets: ['3.14', '0.005', '3.2', 'Archimedes', 'Архимед', 'Measure a plate', 'never ends'],
  },
  {
    name: 'a typed unit that is marked',
    authored: {
      ...plain,
      stem: { en: 'How far is it?', ru: 'Как это далеко?' },
      unit: 'required',
      units: [
        { id: 'u4', name: { en: 'm', ru: 'м' }, multiplier: 1 },
        { id: 'u2', name: { en: 'km', ru: 'км' }, multiplier: 0.001 },
      ],
      unitPenalty: 0.25,
      answers: [{ ...number, id: 'a7', value: 5500, tolerance: 0.02, toleranceType: 'relative', feedback: { en: 'A walk.' } }],
    },
    correct: { text: '5,5 км' },
    partial: { response: { text: '5500' }, fraction: 0.75 },
    wrong: { text: '5.5 m' },
    invalid: { text: '5 500 m' },
    secrets: ['5500', 'A walk', '"km"', 'км', '0.02', '0.25'],
  },
  {
    name: 'a unit chosen from a list, with a decimal comma only',
    authored: {
      ...plain,
      stem: { en: 'Estimate the mass of an elephant.', ru: 'Оцените массу слона.' },
      decimalMark: 'comma',
      thousands: true,
      unit: 'required',
      unitInput: 'chosen',
      units: [
        { id: 'w1', name: { en: 'kg', ru: 'кг' }, multiplier: 1 },
        { id: 'w6', name: { en: 't', ru: 'т' }, multiplier: 0.001 },
      ],
      unitPenaltyOf: 'question',
      answers: [{ ...number, id: 'e2', value: 4000, tolerance: 1, toleranceType: 'geometric' }],
    },
    correct: { text: '5.000', unit: 'w1' },
    partial: { response: { text: '5000' }, fraction: 0.9 },
    wrong: { text: '90', unit: 'w1' },
    invalid: { text: '4', unit: 'nowhere' },
    secrets: ['4000', 'geometric'],
  },
]
