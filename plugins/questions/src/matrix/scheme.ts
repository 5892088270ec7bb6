import { markChoices } from '../multipleChoice/scheme.ts'

/**
 * The share of its own mark that a row earns, 0…1. One column: 1 for a right one. Many: marked like multiple choice whose
 * right options share the mark equally and whose wrong ones have no penalty of their own, so choosing all earns nothing.
 */
export function markRow({
  columns,
  right,
  chosen,
  many,
  allOrNothing,
}: {
  columns: string[]
  right: ReadonlySet<string>
  chosen: ReadonlySet<string>
  many: boolean
  allOrNothing: boolean
}): number {
  if (!many) return [...chosen].some((column) => right.has(column)) ? 1 : 0
  const options = columns.map((id) => ({ id, fraction: right.has(id) ? 1 / right.size : 0 }))
  return markChoices({ options, chosen, allOrNothing })
}

/** The mean of the rows' shares; thirds of a mark that make a whole are a whole. */
export function markRows(shares: number[]): number {
  const sum = [...shares].sort((left, right) => left - right).reduce((total, share) => total + share, 0)
  return Math.round((sum / Math.max(1, shares.length)) * 1e9) / 1e9
}
