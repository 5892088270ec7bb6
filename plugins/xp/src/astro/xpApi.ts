import type { MyXp, XpLedger } from '@lectern/content-schemas'
import { type ApiResult, request } from '@lectern/kernel/site/api'
import { boolean, type Check, list, nullable, number, object, string } from '@lectern/kernel/site/check'

const myXpCheck: Check<MyXp> = object<MyXp>({
  total: number,
  level: object<MyXp['level']>({
    number,
    name: nullable(string),
    reward: nullable(string),
    from: number,
    next: nullable(number),
  }),
  streak: object<MyXp['streak']>({
    days: number,
    longest: number,
    freezes: number,
    today: boolean,
    calendar: list(object<MyXp['streak']['calendar'][number]>({ day: string, active: boolean })),
  }),
  rules: list(string),
  boards: boolean,
  timeZone: string,
})

const ledgerCheck: Check<XpLedger> = object<XpLedger>({
  entries: list(
    object<XpLedger['entries'][number]>({
      seq: number,
      at: string,
      points: number,
      base: number,
      reason: string,
      subject: nullable(string),
      changes: list(string),
      reversal: boolean,
    }),
  ),
  next: nullable(number),
})

export function getMyXp(): Promise<ApiResult<MyXp>> {
  return request({ path: 'xp', check: myXpCheck })
}

/** `before` null: the newest page. */
export function getLedger(before: number | null): Promise<ApiResult<XpLedger>> {
  return request({ path: before === null ? 'xp/ledger' : `xp/ledger?before=${before}`, check: ledgerCheck })
}
