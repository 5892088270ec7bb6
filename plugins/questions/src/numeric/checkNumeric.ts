import { checkStem, isEmptyText, type Problem } from '../shared/check.ts'
import { unitKey } from './gradeNumeric.ts'
import { parseQuantity } from './parseNumber.ts'
import type { Numeric, NumericAnswer } from './schema.ts'

/** What makes a numeric question unfit for use. */
export function checkNumeric({ stem, answers, unit, units }: Numeric): Problem[] {
  const problems = [...checkStem(stem), ...answers.flatMap(checkAnswer), ...(unit === 'none' ? [] : checkUnits(units))]
  if (!answers.some(({ match, fraction }) => match !== 'any' && fraction === 1)) {
    problems.push({ path: 'answers', code: 'NO_RIGHT_ANSWER', message: 'Write at least one number that earns 100 %.' })
  }
  answers.forEach(({ id }, at) => {
    if (answers.findIndex((other) => other.id === id) < at) {
      problems.push({ path: `answers.${at}.id`, code: 'ID_DUPLICATE', message: `Row ${at + 1} has the id of an earlier row.` })
    }
  })
  return problems
}

function checkAnswer({ match, value, tolerance, toleranceType, from, to, fraction }: NumericAnswer, at: number): Problem[] {
  const path = `answers.${at}`
  const row = `Row ${at + 1}`
  const problems: Problem[] = []
  if (fraction < 0) {
    problems.push({ path: `${path}.fraction`, code: 'FRACTION_NEGATIVE', message: 'A typed number cannot cost marks.' })
  }
  if (match === 'any' && fraction > 0) {
    problems.push({ path: `${path}.match`, code: 'MATCHES_EVERYTHING', message: `${row} would accept whatever is typed.` })
  }
  if (match === 'near' && value === null) {
    problems.push({ path: `${path}.value`, code: 'VALUE_EMPTY', message: `${row} has no number.` })
  }
  if (match === 'near' && tolerance < 0) {
    problems.push({ path: `${path}.tolerance`, code: 'TOLERANCE_NEGATIVE', message: `${row} has a tolerance below 0.` })
  }
  if (match === 'near' && value === 0 && tolerance > 0 && toleranceType !== 'absolute') {
    problems.push({
      path: `${path}.toleranceType`,
      code: 'TOLERANCE_OF_ZERO',
      message: `${row}: around 0 only an absolute tolerance means anything.`,
    })
  }
  if (match === 'range' && (from === null || to === null)) {
    problems.push({ path: `${path}.from`, code: 'RANGE_EMPTY', message: `${row} needs both ends of the range.` })
  } else if (match === 'range' && from !== null && to !== null && from > to) {
    problems.push({ path: `${path}.to`, code: 'RANGE_REVERSED', message: `${row} ends before it begins.` })
  }
  return problems
}

function checkUnits(units: Numeric['units']): Problem[] {
  const problems: Problem[] = []
  if (!units.some(({ multiplier }) => multiplier === 1)) {
    problems.push({
      path: 'units',
      code: 'UNIT_BASE_MISSING',
      message: 'Give the unit of the numbers above with the multiplier 1.',
    })
  }
  const seen = new Set<string>()
  units.forEach(({ id, name, multiplier }, at) => {
    const path = `units.${at}`
    const keys = [...new Set(Object.values(name).map(unitKey))].filter((key) => key !== '')
    if (isEmptyText(name)) problems.push({ path: `${path}.name`, code: 'TEXT_EMPTY', message: `Unit ${at + 1} has no name.` })
    if (!(multiplier > 0)) {
      problems.push({
        path: `${path}.multiplier`,
        code: 'UNIT_MULTIPLIER_INVALID',
        message: `Unit ${at + 1} needs a multiplier above 0.`,
      })
    }
    if (keys.some((key) => seen.has(key))) {
      problems.push({ path: `${path}.name`, code: 'TEXT_DUPLICATE', message: `Unit ${at + 1} has the name of an earlier unit.` })
    }
    if (keys.some(cannotBeTyped)) {
      problems.push({
        path: `${path}.name`,
        code: 'UNIT_NOT_READABLE',
        message: `Unit ${at + 1} could not be told from the number.`,
      })
    }
    if (units.findIndex((other) => other.id === id) < at) {
      problems.push({ path: `${path}.id`, code: 'ID_DUPLICATE', message: `Unit ${at + 1} has the id of an earlier unit.` })
    }
    for (const key of keys) seen.add(key)
  })
  return problems
}

/** A unit like `e5` or `5x` is read as a part of the number. */
function cannotBeTyped(key: string): boolean {
  const read = parseQuantity({ text: `7${key}`, decimalMark: 'any', thousands: false })
  return !read.ok || unitKey(read.value.unit) !== key
}
