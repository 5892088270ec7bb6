import { drawDistinct, type LocalizedText, localizedTextSchema } from '@lectern/content-schemas'
import { z } from 'zod'
import { type PoolRule, readPools } from './readPools.ts'

/** A question as a test names it, before its version is pinned. */
export type NamedQuestion = { question: string; type: string; typeVersion: number }
export type PinnedQuestion = NamedQuestion & { version: string }
export type FixedItem<Question> = Question & { maxMark: number }
export type DrawItem<Question> = { kind: 'draw'; count: number; maxMark: number; preferUnseen: boolean; pool: Question[] }
export type SectionItem = { kind: 'section'; title: LocalizedText; instructions: LocalizedText }
/** An entry of a published test; `grading` reads these from `edition_tests`. */
export type TestItem<Question> = FixedItem<Question> | DrawItem<Question> | SectionItem

const tags = z.array(z.string()).nullish()
export const itemRowSchema = z.discriminatedUnion('blockType', [
  z.object({ blockType: z.literal('fixedQuestion'), question: z.uuid(), maxMark: z.coerce.number() }),
  z.object({
    blockType: z.literal('draw'),
    count: z.coerce.number().transform((count) => Math.max(0, Math.floor(count))),
    tags,
    difficultyFrom: z.number().nullish(),
    difficultyTo: z.number().nullish(),
    types: tags,
    maxMark: z.coerce.number(),
    preferUnseen: z.boolean().nullish(),
  }),
  z.object({
    blockType: z.literal('section'),
    title: localizedTextSchema.nullish(),
    instructions: localizedTextSchema.nullish(),
  }),
])
export type ItemRow = z.infer<typeof itemRowSchema>
export type DrawRow = Extract<ItemRow, { blockType: 'draw' }>

/** The questions that each draw of these items may take, by the draw. */
export async function readPoolsOf({
  req,
  items,
}: {
  req: Parameters<typeof readPools>[0]['req']
  items: ItemRow[]
}): Promise<ReadonlyMap<DrawRow, string[]>> {
  // Without a tag a draw would take the whole bank.
  const draws = items.filter((item): item is DrawRow => item.blockType === 'draw' && (item.tags?.length ?? 0) > 0)
  const pools = await readPools({ req, rules: draws.map(toRule) })
  return new Map(draws.map((draw, at) => [draw, pools[at] ?? []]))
}

/** How many questions an attempt has. It does not depend on what is drawn. */
export function countQuestions(items: TestItem<NamedQuestion>[]): number {
  const fixed = items.flatMap((item) => ('kind' in item ? [] : [item.question]))
  const drawn = drawDistinct({
    draws: items.flatMap((item) => ('kind' in item && item.kind === 'draw' ? [toDraw(item)] : [])),
    taken: new Set(fixed),
    seen: new Set(),
    random: () => 0,
  })
  return fixed.length + drawn.flat().length
}

/** How many questions of a test are missing because the pools of its draws are too small. */
export function countMissing(items: TestItem<NamedQuestion>[]): number {
  const wanted = items.map((item) => ('kind' in item ? (item.kind === 'draw' ? item.count : 0) : 1))
  return wanted.reduce<number>((sum, count) => sum + count, 0) - countQuestions(items)
}

function toDraw({ count, preferUnseen, pool }: DrawItem<NamedQuestion>) {
  return { count, preferUnseen, pool: pool.map(({ question }) => question) }
}

function toRule(draw: DrawRow): PoolRule {
  return {
    tags: draw.tags ?? [],
    difficultyFrom: draw.difficultyFrom ?? null,
    difficultyTo: draw.difficultyTo ?? null,
    types: draw.types ?? [],
  }
}
