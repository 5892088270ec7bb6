import { z } from 'zod'
import { rowIdSchema } from './authored.ts'
import { type GapResponse, maxGapLength } from './gapResponse.ts'

export const maxGaps = 100

export const gapResponseSchema: z.ZodType<GapResponse> = z.object({
  gaps: z
    .record(rowIdSchema, z.string().max(maxGapLength))
    .refine((gaps) => Object.keys(gaps).length <= maxGaps, { error: 'Too many gaps.' }),
})
