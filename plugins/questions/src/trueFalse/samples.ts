import type { QuestionSample } from '@lectern/kernel/question'
import type { TrueFalse, TrueFalseResponse } from './schema.ts'

export const trueFalseSamples: QuestionSample<TrueFalse, TrueFalseResponse>[] = [
  {
    name: 'a true statement in two languages',
    authored: {
      stem: { en: '`0.1 + 0.2 > 0.3` in binary floating point.', ru: '`0.1 + 0.2 > 0.3` в двоичной арифметике.' },
      generalFeedback: { en: 'Neither tenth is a finite binary fraction.', ru: 'Десятые доли не конечны в двоичной записи.' },
      truth: 'true',
      feedbackTrue: { en: 'The sum is a hair too large.', ru: 'Сумма чуть больше.' },
      feedbackFalse: { en: 'Print seventeen digits.', ru: 'Выведите семнадцать цифр.' },
    },
    correct: { value: true },
    wrong: { value: false },
    invalid: { value: 'true' },
    secrets: ['Neither tenth', 'hair too large', 'seventeen digits', 'чуть больше'],
  },
  {
    name: 'a false statement without feedback',
    authored: {
      stem: { en: 'HTTP is a *stateful* protocol.' },
      generalFeedback: {},
      truth: 'false',
      feedbackTrue: { en: 'Cookies were added because it is not.' },
      feedbackFalse: {},
    },
    correct: { value: false },
    wrong: { value: true },
    invalid: { value: 0 },
    secrets: ['Cookies were added'],
  },
]
