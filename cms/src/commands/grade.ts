import { behaviourNames, localeSchema } from '@lectern/content-schemas'
import { registriesOfConfig } from '@lectern/kernel'
import { z } from 'zod'
import config from '../payload.config.ts'
import { gradeFiles } from './gradeFiles.ts'

const inputSchema = z.object({
  questions: z.string().min(1),
  responses: z.string().min(1),
  seed: z.int(),
  locale: localeSchema,
  behaviour: z.enum(behaviourNames),
  tries: z.int().nullable(),
  penaltyPercent: z.number(),
})

/** Marks a file of responses to a file of questions by the installed question types. Nothing is started or stored. */
const input = inputSchema.parse(JSON.parse(process.env.LECTERN_COMMAND_INPUT ?? '{}'))
const types = [...registriesOfConfig(await config).questionTypes.values()]
console.log(JSON.stringify(gradeFiles({ ...input, types })))
process.exit(0)
