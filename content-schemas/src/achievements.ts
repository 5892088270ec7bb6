import { z } from 'zod'

/** GET /api/learn/achievements. Of a secret achievement that is not earned, only the number of such is told. */
export const myAchievementsSchema = z.object({
  achievements: z.array(
    z.object({
      code: z.string(),
      /** Name of the stamp that is drawn. */
      art: z.string(),
      title: z.string(),
      description: z.string(),
      secret: z.boolean(),
      /** From 1, the easiest first. `words` say what it takes; met when `done` has reached `of`. */
      tiers: z.array(
        z.object({
          tier: z.int(),
          words: z.string(),
          done: z.number(),
          of: z.number(),
          awardedAt: z.iso.datetime().nullable(),
        }),
      ),
    }),
  ),
  secrets: z.int(),
})
export type MyAchievements = z.infer<typeof myAchievementsSchema>
