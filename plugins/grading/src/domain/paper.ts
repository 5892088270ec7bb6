import { drawDistinct, type LocalizedText, type TestSettings } from '@lectern/content-schemas'

/** A question that stands in every paper. `version` is the id of the question's pinned version. */
export type PublishedQuestion = { question: string; version: string; type: string; typeVersion: number; maxMark: number }
/** A question that may be drawn; its mark is that of the draw. */
export type PoolQuestion = Omit<PublishedQuestion, 'maxMark'>
export type PublishedDraw = { kind: 'draw'; count: number; maxMark: number; preferUnseen: boolean; pool: PoolQuestion[] }
/** What follows it, up to the next one, belongs to it. `instructions` is Markdown. */
export type PublishedSection = { kind: 'section'; title: LocalizedText; instructions: LocalizedText }
/** One entry of a published test. */
export type PublishedItem = PublishedQuestion | PublishedDraw | PublishedSection

/**
 * One question of an attempt. `item` is its id within the attempt, `seed` its own draw, `section` the number of its section
 * among those of the test, from 0; absent before the first.
 */
export type PaperItem = {
  item: string
  question: string
  version: string
  maxMark: number
  seed: number
  section?: number | undefined
}

/**
 * Draws an attempt's paper: no question comes twice. The same test, seed and set of seen questions give the same paper.
 * Sections keep their order; where the test shuffles, questions change places within their section. `draw` and `shuffle`
 * come from outside: the stream of numbers in [0, 1) and the order that belong to a seed.
 */
export function drawPaper({
  items,
  settings,
  seed,
  seen,
  shuffle,
  draw,
}: {
  items: PublishedItem[]
  settings: Pick<TestSettings, 'shuffleQuestions'>
  seed: number
  /** Questions of the learner's earlier attempts at this test. */
  seen: ReadonlySet<string>
  shuffle: <Item>(input: { items: Item[]; seed: number }) => Item[]
  draw: (seed: number) => () => number
}): PaperItem[] {
  const next = draw(seed)
  const sections = toSections(resolveDraws({ items, seen, random: next }))
  const ordered = sections.flatMap(({ section, questions }) =>
    (settings.shuffleQuestions ? shuffle({ items: questions, seed: (seed + (section ?? -1) + 1) % maxSeed }) : questions).map(
      (question) => ({ question, section }),
    ),
  )
  return ordered.map(({ question: { question, version, maxMark }, section }, at) => ({
    item: `q${at + 1}`,
    question,
    version,
    maxMark,
    seed: Math.floor(next() * maxSeed),
    ...(section === undefined ? {} : { section }),
  }))
}

/** Seeds are below this: they fit the 32 bits of the generator and a PostgreSQL integer. */
export const maxSeed = 2_147_483_648

type Drawn = { question: string; version: string; maxMark: number }

/** Puts the questions that were drawn into the place of each draw. */
function resolveDraws({
  items,
  seen,
  random,
}: {
  items: PublishedItem[]
  seen: ReadonlySet<string>
  random: () => number
}): (Drawn | PublishedSection)[] {
  const draws = items.filter((item) => 'kind' in item && item.kind === 'draw')
  const taken = new Set(items.flatMap((item) => ('kind' in item ? [] : [item.question])))
  const drawn = drawDistinct({
    draws: draws.map(({ count, preferUnseen, pool }) => ({ count, preferUnseen, pool: pool.map(({ question }) => question) })),
    taken,
    seen,
    random,
  })
  return items.flatMap((item) => {
    if (!('kind' in item) || item.kind === 'section') return [item]
    const byQuestion = new Map(item.pool.map((candidate) => [candidate.question, candidate]))
    return (drawn[draws.indexOf(item)] ?? []).flatMap((question) => {
      const candidate = byQuestion.get(question)
      return candidate ? [{ ...candidate, maxMark: item.maxMark }] : []
    })
  })
}

type Section = { section: number | undefined; questions: Drawn[] }

function toSections(items: (Drawn | PublishedSection)[]): Section[] {
  const sections: Section[] = [{ section: undefined, questions: [] }]
  for (const item of items) {
    if ('kind' in item) sections.push({ section: sections.length - 1, questions: [] })
    else sections.at(-1)?.questions.push(item)
  }
  return sections
}
