import { type Locale, localeSchema, type MyAchievements, pickText } from '@lectern/content-schemas'
import { type OperationRequest, parseRule, registered, sqlOf } from '@lectern/kernel'
import { z } from 'zod'
import type { CriterionKind } from '../domain/criterion.ts'
import { criterionKinds } from '../registry.ts'

const rowSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  art: z.string(),
  secret: z.boolean().nullable(),
  active: z.boolean().nullable(),
  texts: z.array(
    z.object({ locale: localeSchema.catch('en'), title: z.string().nullable(), description: z.string().nullable() }),
  ),
  tiers: z.array(
    z.object({
      tier: z.number(),
      rule: z.unknown(),
      done: z.number().nullable(),
      of: z.number().nullable(),
      state: z.string().nullable(),
      awardedAt: z.coerce.date().nullable(),
    }),
  ),
})
type Row = z.infer<typeof rowSchema>

/**
 * The learner's achievements: earned, on the way, and how many secret ones are left; of those nothing else is said. One query. An
 * achievement that is switched off is shown to those who have it.
 */
export async function readMyAchievements({
  req,
  learner,
  locale,
}: {
  req: OperationRequest
  learner: string
  locale: Locale
}): Promise<MyAchievements> {
  const sql = await sqlOf(req)
  const found = await sql.rows({
    name: 'achievements.mine',
    text: `select a."id", a."code", a."art", a."secret", a."active",
                  (select coalesce(json_agg(json_build_object('locale', l."_locale", 'title', l."title", 'description', l."description")), '[]')
                   from "achievements_locales" l where l."_parent_id" = a."id") as texts,
                  (select coalesce(json_agg(json_build_object('tier', t."_order", 'rule', t."rule", 'done', p."done", 'of', p."of",
                                                              'state', w."state", 'awardedAt', w."awarded_at") order by t."_order"), '[]')
                   from "achievement_tiers" t
                   left join "achievement_progress" p on p."learner_id" = $1 and p."achievement_id" = a."id" and p."tier" = t."_order"
                   left join "achievement_awards" w on w."learner_id" = $1 and w."achievement_id" = a."id" and w."tier" = t."_order"
                   where t."_parent_id" = a."id") as tiers
           from "achievements" a order by a."order", a."code"`,
    values: [learner],
  })
  const rows = z.array(rowSchema).parse(found)
  const kinds = registered({ payload: req.payload, registry: criterionKinds })
  const earned = (row: Row) => row.tiers.some(({ state }) => state === 'awarded')
  const shown = rows.filter((row) => earned(row) || (row.active === true && row.secret !== true))
  return {
    achievements: shown.map((row) => toAchievement({ row, kinds, locale })),
    secrets: rows.filter((row) => row.active === true && row.secret === true && !earned(row)).length,
  }
}

function toAchievement({
  row,
  kinds,
  locale,
}: {
  row: Row
  kinds: ReadonlyMap<string, CriterionKind>
  locale: Locale
}): MyAchievements['achievements'][number] {
  const textOf = (field: 'title' | 'description') =>
    pickText({ text: Object.fromEntries(row.texts.map((text) => [text.locale, text[field] ?? ''])), locale })
  return {
    code: row.code,
    art: row.art,
    title: textOf('title'),
    description: textOf('description'),
    secret: row.secret === true,
    tiers: row.tiers.flatMap(({ tier, rule, done, of, state, awardedAt }) => {
      const parsed = parseRule({ kinds, stored: rule })
      const awarded = state === 'awarded'
      if (!parsed.ok) return awarded ? [{ tier, words: '', done: 1, of: 1, awardedAt: awardedAt?.toISOString() ?? null }] : []
      const beginning = parsed.value.progress(null)
      return [
        {
          tier,
          words: parsed.value.explain(locale),
          done: done ?? beginning.done,
          of: of ?? beginning.of,
          awardedAt: awarded ? (awardedAt?.toISOString() ?? null) : null,
        },
      ]
    }),
  }
}
