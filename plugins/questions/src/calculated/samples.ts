import type { QuestionSample } from '@lectern/kernel/question'
import type { NumericResponse } from '../numeric/schema.ts'
import type { Calculated, CalculatedAnswer } from './schema.ts'

const answer: Omit<CalculatedAnswer, 'id' | 'formula'> = { tolerance: 0.01, toleranceType: 'relative', fraction: 1, feedback: {} }
const plain: Omit<Calculated, 'stem' | 'parameters' | 'answers'> = {
  generalFeedback: {},
  conditions: [],
  decimalMark: 'any',
  thousands: false,
  unit: 'none',
  unitInput: 'typed',
  units: [],
  unitPenalty: 0.1,
  unitPenaltyOf: 'answer',
}

/** Responses are those to the values that seed 1 draws. */
export const calculatedSamples: QuestionSample<Calculated, NumericResponse>[] = [
  {
    name: 'a rate with a usual mistake that earns a part, and every other number',
    authored: {
      ...plain,
      stem: {
        en: 'A server answers **{n}** requests in {t} s. How many is that per second?',
        ru: 'Сервер отвечает на **{n}** запросов за {t} с. Сколько это в секунду?',
      },
      generalFeedback: { en: 'That is {=n/t} per second.', ru: 'Это {=n/t} в секунду.' },
      parameters: [
        { id: 'p3', name: 'n', min: 100, max: 900, decimals: 0, step: 50 },
        { id: 'p1', name: 't', min: 0.5, max: 9.5, decimals: 1, step: 0.5 },
      ],
      conditions: [
        { id: 'c1', text: 'n / t > 20' },
        { id: 'c2', text: 't != 1' },
      ],
      answers: [
        {
          ...answer,
          id: 'a1',
          formula: 'n / t',
          feedback: { en: 'Requests divided by seconds.', ru: 'Запросы делим на секунды.' },
        },
        { ...answer, id: 'a2', formula: 't / n', fraction: 0.25, feedback: { en: 'That is seconds per request.' } },
        { ...answer, id: 'a3', formula: '*', fraction: 0, feedback: { en: 'Divide {n} by {t}.', ru: 'Разделите {n} на {t}.' } },
      ],
    },
    correct: { text: '61,1' },
    partial: { response: { text: '0.0164' }, fraction: 0.25 },
    wrong: { text: '1' },
    invalid: { text: '1e400' },
    secrets: ['n/t', 'n / t', 't / n', 'divided by seconds', 'делим на', 'seconds per request', 'per second.', 'Divide', '0.01'],
  },
  {
    name: 'an exact answer with a unit that is required',
    authored: {
      ...plain,
      stem: {
        en: 'A disk spins {r} times a minute. How long is one turn?',
        ru: 'Диск делает {r} оборотов в минуту. Сколько длится один?',
      },
      parameters: [{ id: 'q1', name: 'r', min: 3000, max: 6000, decimals: 0, step: 600 }],
      unit: 'required',
      unitPenalty: 0.5,
      units: [
        { id: 'u8', name: { en: 's', ru: 'с' }, multiplier: 1 },
        { id: 'u2', name: { en: 'ms', ru: 'мс' }, multiplier: 1000 },
      ],
      answers: [{ ...answer, id: 'b1', formula: '60 / r', tolerance: 0.00005, toleranceType: 'absolute' }],
    },
    correct: { text: '16,67 мс' },
    partial: { response: { text: '0.01667' }, fraction: 0.5 },
    wrong: { text: '60 s' },
    invalid: { text: 'fast' },
    secrets: ['60 / r', '0.00005', '"ms"', 'мс'],
  },
]
