import { pageOf } from './pageOf.ts'

/**
 * Where an attempt that goes forward only stands, pages counted from 0: the page that it was turned to. Attempts of before that was
 * kept stand at the last page with a response.
 */
export function currentPage({
  turnedTo,
  stored,
  pageSize,
}: {
  turnedTo: number | null
  stored: string[]
  pageSize: number
}): number {
  return turnedTo ?? Math.max(0, ...stored.map((item) => pageOf({ item, pageSize })))
}
