import type { AnyQuestionType } from '@lectern/kernel/question'
import { categorise } from './categorise/index.ts'
import { toCategories, toItems, toMatrix, toPairs, toRowChoices } from './markingNotation.ts'
import { choiceId } from './matching/choicesOf.ts'
import { matching } from './matching/index.ts'
import { matrix } from './matrix/index.ts'
import { ordering } from './ordering/index.ts'

type Scheme = {
  type: AnyQuestionType
  settings: object
  toBody: (question: string) => object
  toResponse: (given: string) => unknown
}

const toOrder = (given: string) => ({ order: given.split(', ') })

/** How the headings of docs/marking.md about questions of rows set up their examples. */
export const rowSchemes: Record<string, Scheme> = {
  Matching: {
    type: matching,
    settings: {},
    toBody: toPairs,
    toResponse: (given) => toRowChoices({ given, idOf: (text) => choiceId({ en: text }) }),
  },
  Ordering: { type: ordering, settings: { scheme: 'position' }, toBody: toItems, toResponse: toOrder },
  'Each that follows the one before': {
    type: ordering,
    settings: { scheme: 'pairs' },
    toBody: toItems,
    toResponse: toOrder,
  },
  'The longest run': { type: ordering, settings: { scheme: 'run' }, toBody: toItems, toResponse: toOrder },
  'The whole order or nothing': {
    type: ordering,
    settings: { allOrNothing: true },
    toBody: toItems,
    toResponse: toOrder,
  },
  Categories: { type: categorise, settings: {}, toBody: toCategories, toResponse: (given) => toRowChoices({ given }) },
  Matrix: { type: matrix, settings: {}, toBody: toMatrix, toResponse: (given) => toRowChoices({ given }) },
  'Several columns for a row': {
    type: matrix,
    settings: { many: true },
    toBody: toMatrix,
    toResponse: (given) => toRowChoices({ given }),
  },
}
