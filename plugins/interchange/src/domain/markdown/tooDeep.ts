/** Thrown when a document nests beyond what the walkers should follow; turned into a failure at the entry. */
export class TooDeepError extends Error {
  override name = 'TooDeepError'
}

export function guardDepth(depth: number, limit: number): void {
  if (depth > limit) throw new TooDeepError()
}
