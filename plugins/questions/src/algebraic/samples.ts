import type { QuestionSample } from '@lectern/kernel/question'
import type { Algebraic, AlgebraicResponse, Variable } from './schema.ts'

const variable: Omit<Variable, 'id' | 'name'> = { min: -10, max: 10, whole: false }
const plain: Omit<Algebraic, 'stem' | 'variables' | 'answers'> = {
  generalFeedback: {},
  functions: [],
  form: 'any',
  formFraction: 0,
  tolerance: 0,
}

export const algebraicSamples: QuestionSample<Algebraic, AlgebraicResponse>[] = [
  {
    name: 'a derivative, a usual slip for half, and every other expression',
    authored: {
      ...plain,
      stem: { en: 'Differentiate x³ sin(x).', ru: 'Найдите производную x³ sin(x).' },
      generalFeedback: { en: 'The product rule.', ru: 'Правило произведения.' },
      functions: ['sin', 'cos', 'tan'],
      variables: [{ ...variable, id: 'v1', name: 'x' }],
      answers: [
        { id: 'a4', formula: '3x^2 sin(x) + x^3 cos(x)', fraction: 1, feedback: { en: 'Both parts.', ru: 'Обе части.' } },
        { id: 'a2', formula: '3x^2 cos(x)', fraction: 0.5, feedback: { en: 'Not each factor by itself.' } },
        { id: 'a9', formula: '*', fraction: 0, feedback: { en: 'Which rule is it?', ru: 'Какое это правило?' } },
      ],
    },
    correct: { text: 'x²(x cos(x) + 3 sin(x))' },
    partial: { response: { text: 'cos(x)·3·x·x' }, fraction: 0.5 },
    wrong: { text: '3x^2 + cos(x)' },
    invalid: { text: 'x.constructor' },
    secrets: ['3x^2', 'product rule', 'произведения', 'Both parts', 'Обе части', 'each factor', 'Which rule'],
  },
  {
    name: 'a product of factors, half for the right value in another form',
    authored: {
      ...plain,
      stem: { en: 'Factor `a² − b²`.', ru: 'Разложите на множители `a² − b²`.' },
      form: 'factored',
      formFraction: 0.5,
      variables: [
        { ...variable, id: 'v7', name: 'a' },
        { ...variable, id: 'v3', name: 'b' },
      ],
      answers: [{ id: 'b1', formula: '(a-b)(a+b)', fraction: 1, feedback: {} }],
    },
    correct: { text: '-(b-a)*(b+a)' },
    partial: { response: { text: 'a^2 - b^2' }, fraction: 0.5 },
    wrong: { text: '(a-b)(a-b)' },
    invalid: { text: 'a^2 - c^2' },
    secrets: ['(a-b)(a+b)', '0.5'],
  },
]
