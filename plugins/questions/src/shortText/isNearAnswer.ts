import { type Comparison, comparable, literalParts } from './matchAnswer.ts'

/**
 * Is the text the accepted answer but for at most `distance` slips: a character left out, added or replaced, or two
 * neighbours swapped? Held back so that another word is not taken for a slip: one slip for every three characters of
 * the answer at most, the digits of both are the same, and an answer with `*` has to be met exactly.
 */
export function isNearAnswer({
  pattern,
  text,
  distance,
  ...comparison
}: { pattern: string; text: string; distance: number } & Comparison): boolean {
  const [literal = '', ...others] = literalParts(pattern)
  if (others.length > 0) return false
  const accepted = [...comparable({ text: literal, ...comparison })]
  const given = [...comparable({ text, ...comparison })]
  if (digitsOf(accepted) !== digitsOf(given)) return false
  const allowed = Math.min(distance, Math.floor(accepted.length / 3))
  return slipsBetween({ left: accepted, right: given, limit: allowed }) <= allowed
}

/**
 * The optimal string alignment distance, or `limit + 1` when it is greater. Only cells within `limit` of the diagonal
 * are looked at, so the time is (2 · limit + 1) · length.
 */
export function slipsBetween({ left, right, limit }: { left: string[]; right: string[]; limit: number }): number {
  const tooFar = limit + 1
  if (Math.abs(left.length - right.length) > limit) return tooFar
  let beforeLast = new Map<number, number>()
  let last = new Map(Array.from({ length: Math.min(limit, right.length) + 1 }, (_, at) => [at, at]))
  for (let row = 1; row <= left.length; row += 1) {
    const current = new Map<number, number>()
    for (let column = Math.max(0, row - limit); column <= Math.min(right.length, row + limit); column += 1) {
      const isSame = left[row - 1] === right[column - 1]
      const isSwap = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      const ways = [
        (last.get(column) ?? tooFar) + 1,
        (current.get(column - 1) ?? tooFar) + 1,
        column > 0 ? (last.get(column - 1) ?? tooFar) + (isSame ? 0 : 1) : tooFar,
        isSwap ? (beforeLast.get(column - 2) ?? tooFar) + 1 : tooFar,
      ]
      current.set(column, Math.min(tooFar, ...ways))
    }
    beforeLast = last
    last = current
  }
  return last.get(right.length) ?? tooFar
}

function digitsOf(characters: string[]): string {
  return characters.filter((character) => /\p{Nd}/u.test(character)).join('')
}
