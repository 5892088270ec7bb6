import { locales } from '@lectern/content-schemas'
import { markersOf } from '../gapText.ts'
import type { GapWord, WordGaps } from './wordGaps.ts'

/** The n-th marker of a name is one gap, in all languages. */
export type WordGap = { id: string; name: string; occurrence: number; word: GapWord }

/**
 * The gaps of the question: `g1`, `g2`, … as they come in the first language, then those that only another one has. So
 * an id is the same in every language and tells nothing of the word that is right.
 */
export function gapsOfWords({ stem, words }: Pick<WordGaps, 'stem' | 'words'>): WordGap[] {
  const gaps: WordGap[] = []
  for (const locale of locales) {
    const counts = new Map<string, number>()
    for (const name of markersOf(stem[locale] ?? '')) {
      const occurrence = counts.get(name) ?? 0
      counts.set(name, occurrence + 1)
      const word = words.find((candidate) => candidate.name === name)
      const isKnown = gaps.some((gap) => gap.name === name && gap.occurrence === occurrence)
      if (word && !isKnown) gaps.push({ id: `g${gaps.length + 1}`, name, occurrence, word })
    }
  }
  return gaps
}
