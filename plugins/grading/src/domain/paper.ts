import type { TestSettings } from '@lectern/content-schemas'

/** One question of a published test. `version` is the id of the question's pinned version. */
export type PublishedItem = { question: string; version: string; type: string; typeVersion: number; maxMark: number }

/** One question of an attempt. `item` is its id within the attempt, `seed` its own draw. */
export type PaperItem = { item: string; question: string; version: string; maxMark: number; seed: number }

/**
 * Draws an attempt's paper. The same test and seed give the same paper. `draw` and `shuffle` come from outside: the
 * stream of numbers in [0, 1) and the order that belong to the seed.
 */
export function drawPaper({
  items,
  settings,
  seed,
  shuffle,
  draw,
}: {
  items: PublishedItem[]
  settings: Pick<TestSettings, 'shuffleQuestions'>
  seed: number
  shuffle: (input: { items: PublishedItem[]; seed: number }) => PublishedItem[]
  draw: (seed: number) => () => number
}): PaperItem[] {
  const ordered = settings.shuffleQuestions ? shuffle({ items, seed }) : items
  const next = draw(seed)
  return ordered.map(({ question, version, maxMark }, at) => ({
    item: `q${at + 1}`,
    question,
    version,
    maxMark,
    seed: Math.floor(next() * maxSeed),
  }))
}

/** Seeds are below this: they fit the 32 bits of the generator and a PostgreSQL integer. */
export const maxSeed = 2_147_483_648
