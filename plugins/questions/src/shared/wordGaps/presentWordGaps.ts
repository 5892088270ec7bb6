import { type Locale, type PresentInput, pickText, type ReviewKey } from '@lectern/content-schemas'
import { shuffleBySeed } from '@lectern/kernel/question'
import { type GapNode, gapsIn } from '../gapNodes.ts'
import { renderGapText } from '../gapText.ts'
import { escapeHtml } from '../key.ts'
import { gapsOfWords, type WordGap } from './gapsOfWords.ts'
import type { WordGaps, WordGapsView } from './wordGaps.ts'

/** The learner's projection: the author's order of the words is never shown, because it is often that of the gaps. */
export function presentWordGaps({ authored, locale, seed }: PresentInput<WordGaps>): WordGapsView {
  const { nodes, gaps } = readGaps({ authored, locale })
  const groups = [...new Set(gaps.map(({ word }) => word.group))].sort((left, right) => left - right)
  return {
    nodes,
    gaps: gaps.map(({ id, word }) => ({ id, group: word.group })),
    groups: groups.map((group) => {
      const words = authored.words
        .filter((word) => word.group === group)
        .map(({ id, text }) => ({ id, text: pickText({ text, locale }) }))
        .sort((left, right) => compare(left.text, right.text) || compare(left.id, right.id))
      return { group, words: authored.order === 'shuffled' ? shuffleBySeed({ items: words, seed: seed + group * 7919 }) : words }
    }),
  }
}

/** The right word of every gap, in the order of the language. */
export function keyWordGaps({ authored, locale }: { authored: WordGaps; locale: Locale }): ReviewKey {
  const said = readGaps({ authored, locale }).gaps.map(({ id, word }): [string, string] => [
    id,
    pickText({ text: word.text, locale }),
  ])
  return {
    html: `<ol>${said.map(([, text]) => `<li>${escapeHtml(text)}</li>`).join('')}</ol>`,
    parts: Object.fromEntries(said),
  }
}

function readGaps({ authored, locale }: { authored: WordGaps; locale: Locale }): { nodes: GapNode[]; gaps: WordGap[] } {
  const all = gapsOfWords(authored)
  const nodes = renderGapText({
    text: pickText({ text: authored.stem, locale }),
    gapOf: ({ name, occurrence }) => all.find((gap) => gap.name === name && gap.occurrence === occurrence)?.id,
  })
  return { nodes, gaps: gapsIn(nodes).flatMap((id) => all.find((gap) => gap.id === id) ?? []) }
}

/** By code points: the same on every server. */
function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
