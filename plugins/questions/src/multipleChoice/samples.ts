import type { QuestionSample } from '@lectern/kernel/question'
import type { MultipleChoice, MultipleChoiceResponse } from './schema.ts'

const primes: MultipleChoice = {
  stem: { en: 'Which of these are prime?', ru: 'Какие из этих чисел простые?' },
  generalFeedback: { en: 'A prime has exactly two divisors.', ru: 'У простого числа ровно два делителя.' },
  shuffle: true,
  allOrNothing: false,
  options: [
    { id: 'b7', text: { en: 'two' }, fraction: 0.5, feedback: { en: 'The only even one.' } },
    { id: 'x2', text: { en: 'nine' }, fraction: -0.5, feedback: { en: 'Three times three.' } },
    { id: 'g5', text: { en: 'eleven' }, fraction: 0.5, feedback: {} },
    { id: 'c8', text: { en: 'twenty-one' }, fraction: -0.5, feedback: { en: 'Three times seven.' } },
  ],
}

export const multipleChoiceSamples: QuestionSample<MultipleChoice, MultipleChoiceResponse>[] = [
  {
    name: 'two right of four, with penalties',
    authored: primes,
    correct: { options: ['g5', 'b7'] },
    partial: { response: { options: ['b7'] }, fraction: 0.5 },
    wrong: { options: ['x2', 'c8'] },
    invalid: { options: ['b7', 'unknown'] },
    secrets: ['The only even one', 'Three times three', 'exactly two divisors', 'ровно два делителя'],
  },
  {
    name: 'penalties that the author left out: choosing everything earns nothing',
    authored: {
      ...primes,
      options: primes.options.map((option) => ({ ...option, fraction: Math.max(0, option.fraction) })),
    },
    correct: { options: ['b7', 'g5'] },
    partial: { response: { options: ['b7', 'g5', 'x2'] }, fraction: 0.5 },
    wrong: { options: ['b7', 'x2', 'g5', 'c8'] },
    invalid: { options: 'b7' },
    secrets: ['The only even one', 'Three times three', 'exactly two divisors'],
  },
  {
    name: 'all or nothing',
    authored: { ...primes, allOrNothing: true, shuffle: false },
    correct: { options: ['b7', 'g5'] },
    wrong: { options: ['b7'] },
    invalid: { options: [1, 2] },
    secrets: ['The only even one', 'Three times three', 'exactly two divisors'],
  },
]
