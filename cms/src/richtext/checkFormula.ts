import { formulaSettings, maxFormulaLength } from '@lectern/content-schemas/formula'
import katex from 'katex'

/** Validation of a formula's field: true, or what is wrong with the TeX, with the place in it. */
export function checkFormula(value: unknown): true | string {
  if (typeof value !== 'string' || value.trim() === '') return '\\frac{a}{b}'
  if (value.length > maxFormulaLength) return `TeX ≤ ${maxFormulaLength}`
  try {
    katex.renderToString(value, formulaSettings)
    return true
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 300) : 'TeX'
  }
}
