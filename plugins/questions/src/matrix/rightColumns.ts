import type { MatrixColumn } from './schema.ts'

/** The labels that a row names, as they compare: without regard to capitals. */
export function labelsOf(right: string): string[] {
  return right
    .split(/[\s,;]+/u)
    .filter((label) => label !== '')
    .map(comparableLabel)
}

export function comparableLabel(label: string): string {
  return label.normalize('NFC').toLowerCase()
}

/** Ids of the columns that are right for a row. Labels that no column has are left out. */
export function rightColumns({ right, columns }: { right: string; columns: MatrixColumn[] }): ReadonlySet<string> {
  const labels = new Set(labelsOf(right))
  return new Set(columns.filter(({ label }) => label !== '' && labels.has(comparableLabel(label))).map(({ id }) => id))
}
