import type { MyAchievements } from '@lectern/content-schemas'
import { type ApiResult, request } from '@lectern/kernel/site/api'
import { boolean, type Check, list, nullable, number, object, string } from '@lectern/kernel/site/check'

type Achievement = MyAchievements['achievements'][number]

const check: Check<MyAchievements> = object<MyAchievements>({
  achievements: list(
    object<Achievement>({
      code: string,
      art: string,
      title: string,
      description: string,
      secret: boolean,
      tiers: list(
        object<Achievement['tiers'][number]>({
          tier: number,
          words: string,
          done: number,
          of: number,
          awardedAt: nullable(string),
        }),
      ),
    }),
  ),
  secrets: number,
})

export function getAchievements(): Promise<ApiResult<MyAchievements>> {
  return request({ path: 'achievements', check })
}
