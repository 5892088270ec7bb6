import type { LocalizedText } from '@lectern/content-schemas'
import { checkNumeric } from '../numeric/checkNumeric.ts'
import type { Problem } from '../shared/check.ts'
import type { Values } from '../shared/expression/evaluate.ts'
import { constants } from '../shared/expression/expression.ts'
import { authorFunctions } from '../shared/expression/functions.ts'
import { parseCondition, parseExpression } from '../shared/expression/parseExpression.ts'
import { type Drawn, drawValues, gridOf, largestParameter } from './drawValues.ts'
import { formulasOf, valueOfFormula } from './placeholders.ts'
import type { Calculated, Parameter } from './schema.ts'
import { everyOther, toNumeric } from './toNumeric.ts'

const namePattern = /^\p{L}[\p{L}\p{N}_]{0,30}$/u
/** In all texts of all languages together. */
const maxPlaceholders = 500
const seeds = Array.from({ length: 50 }, (_, at) => at * 104_729 + 1)
/** What the numeric question says of one draw and what is said of the formulas here, for all draws. */
const ofOneDraw = new Set(['VALUE_EMPTY', 'TOLERANCE_OF_ZERO'])

/** What makes a calculated question unfit for use. Values are drawn for fifty seeds; the time is bounded. */
export function checkCalculated(authored: Calculated): Problem[] {
  const ofRows = [...checkParameters(authored.parameters), ...checkConditions(authored), ...checkFormulas(authored)]
  const { numeric } = toNumeric({ authored, seed: 1 })
  const ofNumbers = checkNumeric(numeric).filter(({ code }) => !ofOneDraw.has(code))
  // Values drawn from rows that are wrong themselves would only say the same again.
  return [...ofNumbers, ...ofRows, ...(ofRows.length === 0 ? checkDraws(authored) : [])]
}

function checkParameters(parameters: Parameter[]): Problem[] {
  return parameters.flatMap((parameter, at) => {
    const { id, name, min, max, decimals, step } = parameter
    const path = `parameters.${at}`
    const row = name ? `The parameter ${name}` : `Parameter ${at + 1}`
    const problems: Problem[] = []
    if (!namePattern.test(name)) {
      problems.push({
        path: `${path}.name`,
        code: 'PARAMETER_NAME_INVALID',
        message: `${row}: a name is a letter, then letters, digits and _.`,
      })
    }
    if (authorFunctions.has(name) || [...constants.keys()].some((constant) => constant === name)) {
      problems.push({
        path: `${path}.name`,
        code: 'PARAMETER_NAME_TAKEN',
        message: `${row} has the name of a function or constant.`,
      })
    }
    if (parameters.findIndex((other) => other.name === name || other.id === id) < at) {
      problems.push({ path: `${path}.name`, code: 'PARAMETER_DUPLICATE', message: `${row} is there twice.` })
    }
    if (min === null || max === null) {
      problems.push({ path: `${path}.min`, code: 'RANGE_EMPTY', message: `${row} needs a least and a greatest value.` })
    } else if (min > max) {
      problems.push({ path: `${path}.max`, code: 'RANGE_REVERSED', message: `${row} ends before it begins.` })
    }
    if ([min, max].some((end) => Math.abs(end ?? 0) > largestParameter)) {
      problems.push({ path: `${path}.min`, code: 'PARAMETER_TOO_LARGE', message: `${row} goes beyond ±1 000 000 000.` })
    }
    if (step !== null && !(step > 0)) {
      problems.push({ path: `${path}.step`, code: 'STEP_INVALID', message: `${row} needs a step above 0.` })
    }
    if ([min, max, step].some((value) => value !== null && hasMoreDecimals({ value, decimals }))) {
      problems.push({
        path: `${path}.decimals`,
        code: 'DECIMALS_TOO_FEW',
        message: `${row} has values with more decimals than ${decimals}.`,
      })
    }
    return problems
  })
}

function checkConditions({ parameters, conditions }: Calculated): Problem[] {
  const variables = new Set(parameters.map(({ name }) => name))
  return conditions.flatMap(({ id, text }, at) => {
    const read = parseCondition({ text, variables, functions: authorFunctions })
    const path = `conditions.${at}`
    return [
      ...(read.ok
        ? []
        : [{ path: `${path}.text`, code: 'CONDITION_INVALID', message: `Condition ${at + 1}: ${read.error.message}` }]),
      ...(conditions.findIndex((other) => other.id === id) < at
        ? [{ path: `${path}.id`, code: 'ID_DUPLICATE', message: `Condition ${at + 1} has the id of an earlier one.` }]
        : []),
    ]
  })
}

/** Formulas and placeholders that cannot be read. */
function checkFormulas({ parameters, stem, generalFeedback, answers }: Calculated): Problem[] {
  const variables = new Set(parameters.map(({ name }) => name))
  const read = (text: string) => parseExpression({ text, variables, functions: authorFunctions })
  const ofAnswers = answers.flatMap(({ formula }, at) => {
    const result = formula.trim() === everyOther ? null : read(formula)
    const message = `Answer ${at + 1}: ${result?.ok === false ? result.error.message : ''}`
    return result?.ok === false ? [{ path: `answers.${at}.formula`, code: 'FORMULA_INVALID', message }] : []
  })
  const ofTexts = textsOf({ stem, generalFeedback, answers }).flatMap(({ path, text }) =>
    formulasOf(text).flatMap(({ formula, isName }) => {
      const result = isName && !variables.has(formula) ? null : read(formula)
      if (result?.ok) return []
      const why = result?.error.message ?? 'There is no such parameter; for braces as they are write \\{.'
      return [{ path, code: 'PLACEHOLDER_INVALID', message: `{${isName ? '' : '='}${formula}}: ${why}` }]
    }),
  )
  const placeholders = textsOf({ stem, generalFeedback, answers }).flatMap(({ text }) => formulasOf(text)).length
  const tooMany = {
    path: 'stem',
    code: 'PLACEHOLDERS_TOO_MANY',
    message: `The texts have more than ${maxPlaceholders} placeholders.`,
  }
  return placeholders > maxPlaceholders ? [...ofAnswers, tooMany] : [...ofAnswers, ...ofTexts]
}

/** Conditions that are not met, and formulas without a value, for some drawn values. */
function checkDraws(authored: Calculated): Problem[] {
  const draws: Drawn[] = []
  for (const seed of seeds) {
    const drawn = drawValues({ ...authored, seed })
    if (!drawn.met) {
      const combinations = authored.parameters.reduce((product, parameter) => product * gridOf(parameter).count, 1)
      const message = `Of ${combinations} combinations of values none was found that meets all conditions.`
      return [{ path: 'conditions', code: 'CONDITIONS_NOT_MET', message }]
    }
    draws.push(drawn)
  }
  const formulas = [
    ...authored.answers.map(({ formula }, at) => ({ path: `answers.${at}.formula`, formula })),
    ...textsOf(authored).flatMap(({ path, text }) => formulasOf(text).map(({ formula }) => ({ path, formula }))),
  ]
  return formulas
    .filter(({ formula }) => formula.trim() !== everyOther)
    .flatMap(({ path, formula }) => {
      const without = draws.find(({ values }) => !Number.isFinite(valueOfFormula({ formula, values })))
      if (!without) return []
      const message = `${formula} has no value for ${sayValues(without.values)}. Exclude that by a condition.`
      return [{ path, code: 'FORMULA_NOT_FINITE', message }]
    })
}

function textsOf({ stem, generalFeedback, answers }: Pick<Calculated, 'stem' | 'generalFeedback' | 'answers'>) {
  const all: { path: string; text: LocalizedText }[] = [
    { path: 'stem', text: stem },
    { path: 'generalFeedback', text: generalFeedback },
    ...answers.map(({ feedback }, at) => ({ path: `answers.${at}.feedback`, text: feedback })),
  ]
  return all.flatMap(({ path, text }) => Object.values(text).map((written) => ({ path, text: written })))
}

function hasMoreDecimals({ value, decimals }: { value: number; decimals: number }): boolean {
  return Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) > 1e-6
}

function sayValues(values: Values): string {
  return [...values].map(([name, value]) => `${name} = ${value}`).join(', ') || 'any values'
}
