import type { DragWordsResponse, DragWordsView } from './schema.ts'

/**
 * The response after a word was put into a gap; an empty word empties the gap. Unless words are reused, the word leaves
 * the gap where it was. A word of another group changes nothing.
 */
export function placeWord({
  view,
  response,
  gap,
  word,
}: {
  view: DragWordsView
  response: DragWordsResponse | null
  gap: string
  word: string
}): DragWordsResponse | null {
  if (word !== '' && !wordsFor({ view, gap }).some(({ id }) => id === word)) return response
  const others = Object.entries(response?.gaps ?? {}).filter(
    ([name, given]) => name !== gap && (view.reuse || given !== word) && given !== '',
  )
  const entries = word === '' ? others : [...others, [gap, word]]
  return entries.length === 0 ? null : { gaps: Object.fromEntries(entries) }
}

/** The words that a gap takes. */
export function wordsFor({ view, gap }: { view: DragWordsView; gap: string }): { id: string; text: string }[] {
  const group = view.gaps.find(({ id }) => id === gap)?.group
  return view.groups.find((candidate) => candidate.group === group)?.words ?? []
}

/** The first empty gap that takes the word, in reading order. */
export function nextGapFor({
  view,
  response,
  word,
}: {
  view: DragWordsView
  response: DragWordsResponse | null
  word: string
}): string | undefined {
  const filled = new Map(Object.entries(response?.gaps ?? {}))
  return view.gaps.find(({ id }) => !filled.get(id) && wordsFor({ view, gap: id }).some((candidate) => candidate.id === word))?.id
}
