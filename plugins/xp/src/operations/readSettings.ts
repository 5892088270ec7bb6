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
export type XpSettings = { thresholds: number[]; levels: LevelWords[]; freezes: FreezePolicy }

/** The installation's levels and streak rules, in one query. Defaults until someone saves them. */
export async function readSettings({ req }: { req: OperationRequest }): Promise<XpSettings> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'xp.settings',
    text: `select s."base", s."exponent", s."highest", s."freeze_every", s."freezes_most",
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
  }
}
