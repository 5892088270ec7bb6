import { newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import type { Tier } from './readTiers.ts'

export type Claim = { req: OperationRequest; learner: string; tier: Tier; event: string; at: string }

/**
 * Gives a tier to a learner; answers false when the learner has it, or when all places are taken. Of any number at once, no more
 * than there are places get one. An award that was taken back is given again under its old row.
 */
export async function award({ req, learner, tier, event, at }: Claim): Promise<boolean> {
  const { places } = tier.criterion
  const sql = await sqlOf(req)
  if (places !== null)
    await sql.rows({
      name: 'achievements.lockPlaces',
      text: `select pg_advisory_xact_lock(hashtextextended($1, 0))`,
      values: [`achievement places ${tier.achievement} ${tier.tier}`],
    })
  const rows = await sql.rows({
    name: 'achievements.award',
    text: `with taken as (
             select count(*) as places from "achievement_awards"
             where $7::numeric is not null and "achievement_id" = $3 and "tier" = $4 and "state" = 'awarded'
           )
           insert into "achievement_awards" as a ("id", "learner_id", "achievement_id", "tier", "state", "place", "awarded_at", "event")
           select $1, $2, $3, $4, 'awarded', case when $7::numeric is null then null else taken.places + 1 end, $5, $6
           from taken where $7::numeric is null or taken.places < $7
           on conflict ("learner_id", "achievement_id", "tier") do update
             set "state" = 'awarded', "place" = excluded."place", "event" = excluded."event", "updated_at" = now()
             where a."state" = 'revoked'
           returning "id"`,
    values: [newId(), learner, tier.achievement, tier.tier, at, event, places],
  })
  return rows.length > 0
}
