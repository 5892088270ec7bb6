import type { QuestionSample } from '@lectern/kernel'
import type { NumberLine, NumberLineResponse } from './schema.ts'

const decimals: NumberLine = {
  stem: { en: 'Where is **seven tenths**?', ru: 'Где находится **семь десятых**?' },
  generalFeedback: { en: 'Ten tenths make a whole.', ru: 'Десять десятых — это целое.' },
  min: 0,
  max: 2,
  step: 0.05,
  labelEvery: 1,
  answer: 0.7,
  tolerance: 0.05,
  nearTolerance: 0.15,
  unit: {},
  showValue: false,
}

export const numberLineSamples: QuestionSample<NumberLine, NumberLineResponse>[] = [
  {
    name: 'an estimate between two numbers',
    authored: decimals,
    correct: { value: 0.75 },
    partial: { response: { value: 0.85 }, fraction: 0.5 },
    wrong: { value: 1.3 },
    invalid: { value: 2.5 },
    secrets: ['0.7', 'Ten tenths', 'Десять десятых'],
  },
  {
    name: 'a temperature below zero',
    authored: {
      ...decimals,
      stem: { en: 'Mark the temperature at which water freezes when it is as salty as the sea.' },
      min: -10,
      max: 10,
      step: 1,
      labelEvery: 5,
      answer: -2,
      tolerance: 0,
      nearTolerance: null,
      unit: { en: '°C' },
      showValue: true,
    },
    correct: { value: -2 },
    wrong: { value: 2 },
    invalid: { value: '-2' },
    secrets: ['Ten tenths', 'Десять десятых'],
  },
]
