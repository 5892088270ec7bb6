import type { AnyQuestionType } from '@lectern/kernel/question'
import { algebraic } from './algebraic/index.ts'
import { calculated } from './calculated/index.ts'

type Scheme = {
  type: AnyQuestionType
  settings: object
  toBody: (question: string) => object
  toResponse: (given: string) => unknown
}

const toText = (text: string) => ({ text })
const variables = ['x', 'y'].map((name) => ({ id: name, name }))
const functions = ['sqrt', 'sin', 'cos']

/** How the headings of docs/marking.md about formulas set up their examples. */
export const expressionSchemes: Record<string, Scheme> = {
  'Calculated number': { type: calculated, settings: {}, toBody: toDrawn, toResponse: toText },
  Expression: { type: algebraic, settings: { variables, functions }, toBody: toFormulas, toResponse: toText },
  'An expression multiplied out': {
    type: algebraic,
    settings: { variables, functions, form: 'expanded', formFraction: 0.5 },
    toBody: toFormulas,
    toResponse: toText,
  },
  'An expression as a product': {
    type: algebraic,
    settings: { variables, functions, form: 'factored' },
    toBody: toFormulas,
    toResponse: toText,
  },
}

/** `a*b 100, a+b 50`: formulas and their shares. */
function toFormulas(question: string): { answers: { id: string; formula: string; fraction: number }[] } {
  const answers = question.split(', ').map((part) => {
    const at = part.lastIndexOf(' ')
    const formula = part.slice(0, at)
    return { id: formula, formula, fraction: Number(part.slice(at + 1)) / 100 }
  })
  return { answers }
}

/** `a = 3, b = 4; a*b 100`: the values that were drawn, then the formulas. */
function toDrawn(question: string): object {
  const [values = '', formulas = ''] = question.split('; ')
  const parameters = values.split(', ').map((part) => {
    const [name = '', value = ''] = part.split(' = ')
    return { id: name, name, min: Number(value), max: Number(value), decimals: 1 }
  })
  return { parameters, ...toFormulas(formulas) }
}
