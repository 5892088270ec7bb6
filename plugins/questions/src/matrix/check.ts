import { checkRows, checkStem, type Problem, plainText } from '../shared/check.ts'
import { comparableLabel, labelsOf, rightColumns } from './rightColumns.ts'
import type { Matrix, MatrixColumn } from './schema.ts'

/** What makes a matrix unfit for use. */
export function checkMatrix({ stem, columns, rows }: Matrix): Problem[] {
  const problems = [
    ...checkStem(stem),
    ...checkRows({ field: 'columns', rows: columns, sameText: plainText }),
    ...checkRows({ field: 'rows', rows, sameText: plainText }),
    ...checkLabels(columns),
  ]
  if (columns.length < 2) problems.push({ path: 'columns', code: 'COLUMNS_TOO_FEW', message: 'Write at least two columns.' })
  if (rows.length === 0) problems.push({ path: 'rows', code: 'ROWS_TOO_FEW', message: 'Write at least one row.' })
  const known = new Set(columns.map(({ label }) => comparableLabel(label)))
  rows.forEach(({ right }, at) => {
    const path = `rows.${at}.right`
    const unknown = labelsOf(right).find((label) => !known.has(label))
    const found = rightColumns({ right, columns })
    if (unknown !== undefined) {
      problems.push({ path, code: 'COLUMN_UNKNOWN', message: `Row ${at + 1} names the column “${unknown}”, which there is not.` })
    } else if (found.size === 0) {
      problems.push({ path, code: 'NO_RIGHT_ANSWER', message: `Name the column that is right for row ${at + 1}.` })
    } else if (columns.length > 1 && found.size === columns.length) {
      problems.push({ path, code: 'ALL_RIGHT', message: `Every column is right for row ${at + 1}, so it asks nothing.` })
    }
  })
  return problems
}

function checkLabels(columns: MatrixColumn[]): Problem[] {
  const labels = columns.map(({ label }) => comparableLabel(label))
  return labels.flatMap((label, at): Problem[] => {
    const path = `columns.${at}.label`
    if (label === '')
      return [{ path, code: 'LABEL_MISSING', message: `Label all columns or none: column ${at + 1} has no label.` }]
    if (/[\s,;]/u.test(label)) {
      return [
        { path, code: 'LABEL_INVALID', message: `The label of column ${at + 1} has a space, a comma or a semicolon in it.` },
      ]
    }
    const isTwice = labels.indexOf(label) < at
    return isTwice ? [{ path, code: 'LABEL_DUPLICATE', message: `Column ${at + 1} has the label of an earlier one.` }] : []
  })
}
