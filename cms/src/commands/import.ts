import type { FolderProblem } from '@lectern/content-schemas'
import { getPayload } from 'payload'
import { z } from 'zod'
import config from '../payload.config.ts'
import { importAndPublish } from './importAndPublish.ts'

const inputSchema = z.object({ folder: z.string().min(1), force: z.boolean().default(false), draft: z.boolean().default(false) })

/** Imports a course folder and publishes the course. */
const input = inputSchema.parse(JSON.parse(process.env.LECTERN_COMMAND_INPUT ?? '{}'))
const payload = await getPayload({ config, disableOnInit: true })
const began = performance.now()
const result = await importAndPublish({ payload, ...input })
const seconds = ((performance.now() - began) / 1000).toFixed(1)
const problems = result.problems.map(describe)
if (result.ok) {
  const { created, updated, unchanged, removed } = result.report
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${removed} removed`
  const text = [...problems, `${result.edition}: ${counts} in ${seconds} s.`].join('\n')
  console.log(JSON.stringify({ text, seconds: Number(seconds), ...result }))
} else {
  const text = [...problems, 'Nothing was imported. Mend the errors, or import the rest with --force.'].join('\n')
  console.log(JSON.stringify({ text, ...result }))
}
await payload.destroy()
process.exit(0)

function describe({ severity, code, file, line, message }: FolderProblem): string {
  return `${severity} ${code} ${file}${line === undefined ? '' : `:${line}`} ${message}`
}
