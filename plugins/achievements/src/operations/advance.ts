import { type EventToEmit, emitAll, inTransaction, newId, type OperationRequest, sqlOf } from '@lectern/kernel'
import { type Fact, isMet } from '../domain/criterion.ts'
import { award, type Claim } from './award.ts'
import { readTiers, type Tier } from './readTiers.ts'

/**
 * Brings one learner's achievements forward by one event: the state of every criterion that listens to it, and the awards that
 * follow. Stored states only are read, never the past. Belongs in the transaction of the event's receipt, which makes each
 * event count once. An event about nobody has no effect.
 */
export async function advance({ req, fact, event }: { req: OperationRequest; fact: Fact; event: string }): Promise<void> {
  const learner = learnerOf(fact)
  if (learner === null) return
  await inTransaction(req, async () => {
    const tiers = (await readTiers({ req })).filter(({ criterion }) => criterion.on.includes(fact.name))
    if (tiers.length === 0) return
    const stored = await lockStates({ req, learner, tiers })
    if (!stored) return
    const moved = tiers.map((tier) => move({ tier, fact, known: stored.get(keyOf(tier)) }))
    await saveStates({ req, learner, moved })
    const events: EventToEmit[] = []
    for (const { tier, met, awarded } of moved) {
      const claim: Claim = { req, learner, tier, event, at: fact.at }
      if (met && !awarded && (await award(claim))) events.push(awardedEvent({ learner, tier, at: fact.at }))
      if (!met && awarded && tier.revocable && (await revoke(claim))) events.push(revokedEvent({ learner, tier, at: fact.at }))
    }
    await emitAll({ req, events })
  })
}

/** Who an event is about: the one who learns, or the one who wrote. */
function learnerOf({ data }: Fact): string | null {
  if ('learner' in data) return data.learner
  return 'author' in data ? data.author : null
}

type StateRow = { achievement_id: string; tier: string | number; shape: string; state: unknown; awarded: boolean }
type Moved = { tier: Tier; state: unknown; done: number; of: number; met: boolean; awarded: boolean }

const keyOf = ({ achievement, tier }: { achievement: string; tier: number }) => `${achievement}/${tier}`

/**
 * The stored states by tier. Until the end of the transaction, the events of one learner are followed one after the other. Null
 * when there is no such user (any more).
 */
async function lockStates({
  req,
  learner,
  tiers,
}: {
  req: OperationRequest
  learner: string
  tiers: readonly Tier[]
}): Promise<Map<string, StateRow> | null> {
  const sql = await sqlOf(req)
  const known = await sql.rows({
    name: 'achievements.lock',
    text: `select pg_advisory_xact_lock(hashtextextended($1, 0)) from "users" where "id" = $2`,
    values: [`achievements ${learner}`, learner],
  })
  if (known.length === 0) return null
  const rows = await sql.rows<StateRow>({
    name: 'achievements.states',
    text: `select p."achievement_id", p."tier", p."shape", p."state", coalesce(a."state" = 'awarded', false) as awarded
           from "achievement_progress" p
           left join "achievement_awards" a
             on a."learner_id" = p."learner_id" and a."achievement_id" = p."achievement_id" and a."tier" = p."tier"
           where p."learner_id" = $1 and p."achievement_id" = any($2)`,
    values: [learner, tiers.map(({ achievement }) => achievement)],
  })
  return new Map(rows.map((row) => [keyOf({ achievement: row.achievement_id, tier: Number(row.tier) }), row]))
}

function move({ tier, fact, known }: { tier: Tier; fact: Fact; known: StateRow | undefined }): Moved {
  const { criterion } = tier
  const state = criterion.step({ state: known?.shape === criterion.shape ? known.state : null, fact })
  const progress = criterion.progress(state)
  return { tier, state, ...progress, met: isMet(progress), awarded: known?.awarded ?? false }
}

async function saveStates({
  req,
  learner,
  moved,
}: {
  req: OperationRequest
  learner: string
  moved: readonly Moved[]
}): Promise<void> {
  const rows = moved.map(({ tier: { achievement, tier, criterion }, state, done, of }) => ({
    id: newId(),
    achievement,
    tier,
    shape: criterion.shape,
    state,
    done,
    of,
  }))
  const sql = await sqlOf(req)
  await sql.rows({
    name: 'achievements.saveStates',
    text: `insert into "achievement_progress" ("id", "learner_id", "achievement_id", "tier", "shape", "state", "done", "of")
           select r."id", $1, r."achievement", r."tier", r."shape", r."state", r."done", r."of"
           from jsonb_to_recordset($2::jsonb) as r("id" uuid, "achievement" uuid, "tier" numeric, "shape" text, "state" jsonb, "done" numeric, "of" numeric)
           on conflict ("learner_id", "achievement_id", "tier") do update
             set "shape" = excluded."shape", "state" = excluded."state", "done" = excluded."done", "of" = excluded."of"`,
    values: [learner, JSON.stringify(rows)],
  })
}

async function revoke({ req, learner, tier }: Claim): Promise<boolean> {
  const sql = await sqlOf(req)
  const rows = await sql.rows({
    name: 'achievements.revoke',
    text: `update "achievement_awards" set "state" = 'revoked', "updated_at" = now()
           where "learner_id" = $1 and "achievement_id" = $2 and "tier" = $3 and "state" = 'awarded' returning "id"`,
    values: [learner, tier.achievement, tier.tier],
  })
  return rows.length > 0
}

type Told = { learner: string; tier: Tier; at: string }

function awardedEvent({ learner, tier: { code, tier }, at }: Told): EventToEmit {
  return { name: 'achievement.awarded@1', key: `${learner}/${code}/${tier}`, data: { learner, achievement: code, tier, at } }
}

function revokedEvent({ learner, tier: { code, tier }, at }: Told): EventToEmit {
  return {
    name: 'achievement.revoked@1',
    key: `${learner}/${code}/${tier}/${at}`,
    data: { learner, achievement: code, tier, at },
  }
}
