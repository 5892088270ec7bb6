import { type LocalizedText, locales } from '@lectern/content-schemas'
import { checkRows, checkStem, type Problem, plainText } from '../check.ts'
import { gapsIn } from '../gapNodes.ts'
import { isMarkerName, markersOf, renderGapText } from '../gapText.ts'
import { gapsOfWords } from './gapsOfWords.ts'
import type { GapWord, WordGaps } from './wordGaps.ts'

/** What makes a text with words to choose unfit for use. Unless `reuse`, a word may be right in one gap only. */
export function checkWordGaps({ authored, reuse }: { authored: WordGaps; reuse: boolean }): Problem[] {
  const { stem, words } = authored
  const gaps = gapsOfWords(authored)
  const texts = locales.filter((locale) => (stem[locale] ?? '').trim() !== '')
  return [
    ...checkStem(stem),
    ...(gaps.length === 0 ? [{ path: 'stem', code: 'GAPS_MISSING', message: 'Write a marker such as [[1]] at each gap.' }] : []),
    ...texts.flatMap((locale) => checkText({ locale, stem, words })),
    ...words.flatMap((word, at) => checkName({ word, at, words })),
    ...checkRows({ field: 'words', rows: words.map(({ id, text }) => ({ id, text })), sameText: plainText }).filter(
      ({ code }) => code !== 'TEXT_DUPLICATE',
    ),
    ...checkGroups(words, new Set(gaps.map(({ word }) => word.group))),
    ...(reuse ? [] : gaps.filter(({ occurrence }) => occurrence === 1).map(({ name }) => usedTwice(name))),
  ]
}

/** Every language has the same gaps, and each of them comes through Markdown. */
function checkText({ locale, stem, words }: { locale: string; stem: LocalizedText; words: GapWord[] }): Problem[] {
  const gaps = gapsOfWords({ stem, words })
  const text = Object.entries(stem).find(([name]) => name === locale)?.[1] ?? ''
  const unknown = [...new Set(markersOf(text))].filter((name) => !words.some((word) => word.name === name))
  const shown = gapsIn(
    renderGapText({
      text,
      gapOf: ({ name, occurrence }) => gaps.find((gap) => gap.name === name && gap.occurrence === occurrence)?.id,
    }),
  )
  return [
    ...unknown.map((name) => ({ path: 'stem', code: 'MARKER_UNKNOWN', message: `[[${name}]] has no word (${locale}).` })),
    ...gaps
      .filter(({ id }) => !shown.includes(id))
      .map(({ name }) => ({
        path: 'stem',
        code: 'GAP_NOT_IN_TEXT',
        message: `A gap [[${name}]] is missing in the text (${locale}).`,
      })),
  ]
}

function checkName({ word: { name }, at, words }: { word: GapWord; at: number; words: GapWord[] }): Problem[] {
  if (name === '') return []
  const path = `words.${at}.name`
  if (!isMarkerName(name)) {
    return [{ path, code: 'NAME_INVALID', message: `Word ${at + 1} needs a name of letters, digits, - or _.` }]
  }
  if (words.findIndex((other) => other.name === name) === at) return []
  return [{ path, code: 'NAME_DUPLICATE', message: `Word ${at + 1} has the name of an earlier word.` }]
}

/** Within a group no two words may read the same, and a group with gaps offers at least two. */
function checkGroups(words: GapWord[], asked: Set<number>): Problem[] {
  return [...new Set(words.map(({ group }) => group))].flatMap((group) => {
    const rows = words.filter((word) => word.group === group)
    const duplicates = checkRows({ field: 'words', rows, sameText: plainText })
      .filter(({ code }) => code === 'TEXT_DUPLICATE')
      .map((problem) => ({ ...problem, path: 'words', message: `Two words of group ${group} are the same.` }))
    if (!asked.has(group)) {
      return [...duplicates, { path: 'words', code: 'GROUP_WITHOUT_GAP', message: `No gap takes words of group ${group}.` }]
    }
    if (rows.length > 1) return duplicates
    return [...duplicates, { path: 'words', code: 'OPTIONS_TOO_FEW', message: `Group ${group} needs at least two words.` }]
  })
}

function usedTwice(name: string): Problem {
  return { path: 'stem', code: 'WORD_NEEDS_REUSE', message: `[[${name}]] stands twice, but each word may be used only once.` }
}
