import { type Locale, localeSchema } from '@lectern/content-schemas'
import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import { levelThresholds } from '../domain/levels.ts'
import type { FreezePolicy } from '../domain/streak.ts'

const rowSchema = z.object({
  base: z.coerce.number().default(100),
  exponent: z.coerce.number().default(1.5),
  highest: z.coerce.number().default(50),
  freeze_every: z.coerce.number().default(7),
  freezes_most: z.coerce.number().default(2),
  boards: z
    .boolean()
    .nullish()
    .transform((enabled) => enabled ?? false),
  league_size: z.coerce.number().default(30),
  league_promote: z.coerce.number().default(7),
  league_demote: z.coerce.number().default(7),
  league_zone: z.string().default('UTC'),
  levels: z
    .array(
      z.object({
        level: z.coerce.number(),
        points: z.union([z.null(), z.coerce.number()]),
        words: z.array(
          z.object({ locale: localeSchema.catch('en'), name: z.string().nullable(), reward: z.string().nullable() }),
        ),
      }),
    )
    .default([]),
})

export type LevelWords = { level: number; words: { locale: Locale; name: string | null; reward: string | null }[] }
/** `size`: places of a group; `promote`, `demote`: how many change the league at the end of a week; `timeZone`: where weeks begin. */
export type BoardSettings = { enabled: boolean; size: number; promote: number; demote: number; timeZone: string }
export type XpSettings = { thresholds: number[]; levels: LevelWords[]; freezes: FreezePolicy; boards: BoardSettings }

/** The installation's levels, streak rules and leaderboards, in one query. Defaults until someone saves them. */
export async function readSettings({ req }: { req: OperationRequest }): Promise<XpSettings> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'xp.settings',
    text: `select s."base", s."exponent", s."highest", s."freeze_every", s."freezes_most",
                  s."boards", s."league_size", s."league_promote", s."league_demote", s."league_zone",
                  coalesce((select json_agg(json_build_object('level', l."level", 'points', l."points", 'words',
                              coalesce((select json_agg(json_build_object('locale', w."_locale", 'name', w."name", 'reward', w."reward"))
                                        from "xp_levels_locales" w where w."_parent_id" = l."id"), '[]'::json)))
                            from "xp_levels" l), '[]'::json) as levels
           from "xp_settings" s limit 1`,
  })
  const row = rowSchema.parse(rows[0] ?? {})
  const { base, exponent, highest, levels } = row
  return {
    thresholds: levelThresholds({ curve: { base, exponent, highest }, overrides: levels }),
    levels,
    freezes: { every: row.freeze_every, most: row.freezes_most },
    boards: {
      enabled: row.boards,
      size: row.league_size,
      promote: row.league_promote,
      demote: row.league_demote,
      timeZone: row.league_zone,
    },
  }
}
