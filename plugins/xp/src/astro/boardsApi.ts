import type { XpBoards } from '@lectern/content-schemas'
import { type ApiResult, request } from '@lectern/kernel/site/api'
import { anything, boolean, type Check, list, nullable, number, object, oneOf, string } from '@lectern/kernel/site/check'

export type ShownAs = NonNullable<XpBoards['member']>['shownAs']
type Shown = NonNullable<XpBoards['shown']>

const boardsCheck: Check<XpBoards> = object<XpBoards>({
  enabled: boolean,
  member: nullable(object<NonNullable<XpBoards['member']>>({ shownAs: oneOf('name', 'initials'), league: number })),
  courses: list(object<XpBoards['courses'][number]>({ board: string, title: string })),
  shown: nullable(
    object<Shown>({
      board: string,
      rows: list(object<Shown['rows'][number]>({ rank: number, name: string, points: number, me: boolean })),
      gapAfter: nullable(number),
      league: nullable(
        object<NonNullable<Shown['league']>>({ lastDay: string, timeZone: string, promote: number, demote: number }),
      ),
    }),
  ),
})

export function getBoards(board: string): Promise<ApiResult<XpBoards>> {
  return request({ path: `xp/boards?board=${encodeURIComponent(board)}`, check: boardsCheck })
}

export function join(shownAs: ShownAs): Promise<ApiResult<unknown>> {
  return request({ path: 'xp/boards/membership', method: 'PUT', body: { shownAs }, check: anything })
}

export function leave(): Promise<ApiResult<unknown>> {
  return request({ path: 'xp/boards/membership', method: 'DELETE', check: anything })
}
