import { checkStem, type Problem } from '../shared/check.ts'
import { learnerFunctions } from '../shared/expression/functions.ts'
import { everyOther, readFormula } from './gradeAlgebraic.ts'
import { hasForm } from './hasForm.ts'
import { definedPoints, neededPoints, valuesAt } from './isSame.ts'
import { samplePoints } from './samplePoints.ts'
import type { Algebraic, AlgebraicAnswer, Variable } from './schema.ts'

const namePattern = /^\p{L}[\p{L}\p{N}_]{0,15}$/u
const largestValue = 1e6
const smallestRange = 1e-3

/** What makes an algebraic question unfit for use. */
export function checkAlgebraic(authored: Algebraic): Problem[] {
  const problems = [...checkStem(authored.stem), ...checkVariables(authored.variables)]
  authored.functions.forEach((name, at) => {
    if (!learnerFunctions.has(name)) {
      problems.push({ path: `functions.${at}`, code: 'FUNCTION_UNKNOWN', message: `There is no function ${name}.` })
    }
  })
  if (!authored.answers.some(({ formula, fraction }) => formula.trim() !== everyOther && fraction === 1)) {
    problems.push({ path: 'answers', code: 'NO_RIGHT_ANSWER', message: 'Write at least one expression that earns 100 %.' })
  }
  return [...problems, ...authored.answers.flatMap((answer, at) => checkAnswer({ authored, answer, at }))]
}

function checkVariables(variables: Variable[]): Problem[] {
  return variables.flatMap(({ id, name, min, max, whole }, at) => {
    const path = `variables.${at}`
    const row = name ? `The variable ${name}` : `Variable ${at + 1}`
    const problems: Problem[] = []
    if (!namePattern.test(name)) {
      problems.push({
        path: `${path}.name`,
        code: 'VARIABLE_NAME_INVALID',
        message: `${row}: a name is a letter, then letters, digits and _.`,
      })
    }
    if (learnerFunctions.has(name) || name === 'pi') {
      problems.push({ path: `${path}.name`, code: 'VARIABLE_NAME_TAKEN', message: `${row} has the name of a function or of pi.` })
    }
    if (variables.findIndex((other) => other.name === name || other.id === id) < at) {
      problems.push({ path: `${path}.name`, code: 'VARIABLE_DUPLICATE', message: `${row} is there twice.` })
    }
    if (Math.abs(min) > largestValue || Math.abs(max) > largestValue) {
      problems.push({ path: `${path}.min`, code: 'RANGE_TOO_LARGE', message: `${row} goes beyond ±1 000 000.` })
    }
    if (max - min < (whole ? 4 : smallestRange)) {
      problems.push({
        path: `${path}.max`,
        code: 'RANGE_TOO_NARROW',
        message: `${row} needs a wider range to compare expressions in.`,
      })
    }
    return problems
  })
}

function checkAnswer({ authored, answer, at }: { authored: Algebraic; answer: AlgebraicAnswer; at: number }): Problem[] {
  const path = `answers.${at}`
  const row = `Answer ${at + 1}`
  const problems: Problem[] = []
  if (answer.fraction < 0) {
    problems.push({ path: `${path}.fraction`, code: 'FRACTION_NEGATIVE', message: 'A typed expression cannot cost marks.' })
  }
  if (authored.answers.findIndex(({ id }) => id === answer.id) < at) {
    problems.push({ path: `${path}.id`, code: 'ID_DUPLICATE', message: `${row} has the id of an earlier one.` })
  }
  if (answer.formula.trim() === everyOther) {
    if (answer.fraction <= 0) return problems
    return [
      ...problems,
      { path: `${path}.formula`, code: 'MATCHES_EVERYTHING', message: `${row} would accept whatever is typed.` },
    ]
  }
  const read = readFormula({ authored, text: answer.formula })
  if (!read.ok)
    return [...problems, { path: `${path}.formula`, code: 'FORMULA_INVALID', message: `${row}: ${read.error.message}` }]
  const points = samplePoints(authored.variables)
  if (definedPoints({ at: valuesAt({ expression: read.value, points }), points }) < neededPoints) {
    problems.push({
      path: `${path}.formula`,
      code: 'FORMULA_UNDEFINED',
      message: `${row} has hardly any values in the ranges of its variables.`,
    })
  }
  if (answer.fraction === 1 && !hasForm({ form: authored.form, given: read.value, expected: read.value, points })) {
    problems.push({ path: `${path}.formula`, code: 'FORM_NOT_MET', message: `${row} has not the form that it asks for.` })
  }
  return problems
}
