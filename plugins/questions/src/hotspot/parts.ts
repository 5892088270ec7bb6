/** The name of a marked point in a graded response: its place in the parsed response, which is sorted. */
export function pointPart(at: number): string {
  return `point:${at}`
}

/** The name of an area in a graded response and in the key. */
export function areaPart(id: string): string {
  return `area:${id}`
}
