/** What was put in each gap, by the gap's id: a text or the id of a choice. */
export type GapResponse = { gaps: Record<string, string> }

export const maxGapLength = 1000

/** What is in a gap, or nothing. Ids may be names that every object has, such as `constructor`. */
export function givenIn({ response, gap }: { response: GapResponse | null; gap: string }): string {
  return response && Object.hasOwn(response.gaps, gap) ? (response.gaps[gap] ?? '') : ''
}

/** The response with another value in one gap, or null when nothing is left. An empty value empties the gap. */
export function withGap({
  response,
  gap,
  value,
}: {
  response: GapResponse | null
  gap: string
  value: string
}): GapResponse | null {
  const others = Object.entries(response?.gaps ?? {}).filter(([name]) => name !== gap)
  const entries = value === '' ? others : [...others, [gap, value]]
  return entries.length === 0 ? null : { gaps: Object.fromEntries(entries) }
}
