import type { Locale, MyXp } from '@lectern/content-schemas'
import { type OperationRequest, sqlOf } from '@lectern/kernel'
import { levelOf } from '../domain/levels.ts'
import { localDay } from '../domain/localDay.ts'
import { lastDays, noStreak, streakNow } from '../domain/streak.ts'
import { type TotalsRow, toTotals } from './lockTotals.ts'
import { readRuleVersions, rulesInForce } from './readRules.ts'
import { type LevelWords, readSettings } from './readSettings.ts'

/** Days of the calendar that is shown. */
const calendarLength = 14

/** Points, level and streak of a learner as they are at `now` (ISO, UTC). Three queries. */
export async function readMyXp({
  req,
  learner,
  locale,
  now,
}: {
  req: OperationRequest
  learner: string
  locale: Locale
  now: string
}): Promise<MyXp> {
  const sql = await sqlOf(req)
  const rows = await sql.rows<TotalsRow & { days: string[] | null }>({
    name: 'xp.mine',
    text: `select t.*, u."time_zone",
                  array(select d."day" from "xp_days" d where d."learner_id" = u."id" order by d."day" desc limit ${calendarLength}) as days
           from "users" u left join "xp_totals" t on t."learner_id" = u."id" where u."id" = $1`,
    values: [learner],
  })
  const row = rows[0]
  const totals = row ? toTotals(row) : { total: 0, level: 1, streak: noStreak, timeZone: 'UTC' }
  const { thresholds, levels, boards } = await readSettings({ req })
  const rules = rulesInForce({ req, versions: await readRuleVersions({ req }), at: now })
  const { timeZone } = totals
  const active = new Set(row?.days ?? [])
  const { longest } = totals.streak
  return {
    total: totals.total,
    level: toLevel({ number: Math.max(totals.level, levelOf({ total: totals.total, thresholds })), thresholds, levels, locale }),
    streak: {
      ...streakNow({ streak: totals.streak, at: now, timeZone }),
      longest,
      calendar: lastDays({ from: localDay({ at: now, timeZone }), count: calendarLength })
        .reverse()
        .map((day) => ({ day, active: active.has(day) })),
    },
    rules: rules.map(({ effect }) => effect.explain(locale)),
    boards: boards.enabled,
    timeZone,
  }
}

function toLevel({
  number,
  thresholds,
  levels,
  locale,
}: {
  number: number
  thresholds: readonly number[]
  levels: readonly LevelWords[]
  locale: Locale
}): MyXp['level'] {
  const words = levels.find(({ level }) => level === number)?.words ?? []
  const inLocale = words.find((one) => one.locale === locale) ?? words.find((one) => one.locale === 'en')
  return {
    number,
    name: inLocale?.name ?? null,
    reward: inLocale?.reward ?? null,
    from: thresholds[number - 1] ?? 0,
    next: thresholds[number] ?? null,
  }
}
