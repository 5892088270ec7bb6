import type { FolderProblem } from '@lectern/content-schemas'
import { localeSchema } from '@lectern/content-schemas'
import { getPayload } from 'payload'
import { z } from 'zod'
import config from '../payload.config.ts'
import { importAndPublish } from './importAndPublish.ts'
import { importAndPublishCatalog } from './importAndPublishCatalog.ts'

const options = { force: z.boolean().default(false), draft: z.boolean().default(false) }
const inputSchema = z.union([
  z.object({ catalog: z.string().min(1), locale: localeSchema.default('en'), ...options }),
  z.object({ folder: z.string().min(1), ...options }),
])

/**
 * Imports a course folder, or a catalogue (`catalog`, NDJSON packed by gzip), and publishes. Prints JSON lines: progress
 * while it works, the result as the last one.
 */
const input = inputSchema.parse(JSON.parse(process.env.LECTERN_COMMAND_INPUT ?? '{}'))
const payload = await getPayload({ config, disableOnInit: true })
const began = performance.now()
console.log(JSON.stringify('catalog' in input ? await importCatalogue(input) : await importFolder(input)))
await payload.destroy()
process.exit(0)

async function importFolder({ folder, force, draft }: { folder: string; force: boolean; draft: boolean }) {
  const result = await importAndPublish({ payload, folder, force, draft })
  const problems = result.problems.map(describe)
  if (!result.ok) {
    const advice = 'Nothing was imported. Mend the errors, or import the rest with --force.'
    return { ...result, text: [...problems, advice].join('\n') }
  }
  const { created, updated, unchanged, removed } = result.report
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${removed} removed`
  return { ...result, seconds: seconds(), text: [...problems, `${result.edition}: ${counts} in ${seconds()} s.`].join('\n') }
}

async function importCatalogue({
  catalog,
  locale,
  draft,
}: {
  catalog: string
  locale: z.infer<typeof localeSchema>
  draft: boolean
}) {
  const report = await importAndPublishCatalog({
    payload,
    file: catalog,
    locale,
    draft,
    onProgress: (progress) => console.log(JSON.stringify({ progress })),
  })
  const { created, updated, unchanged, editions, unsupported } = report
  const left = Object.entries(unsupported).map(
    ([kind, count]) => `${count} questions of the kind ${kind} were left out: no installed type takes them.`,
  )
  const problems = report.problems.map(describe)
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${editions} editions in ${seconds()} s.`
  return { ok: true, ...report, seconds: seconds(), text: [...problems, ...left, counts].join('\n') }
}

function seconds(): number {
  return Math.round((performance.now() - began) / 100) / 10
}

function describe({ severity, code, file, line, message }: FolderProblem): string {
  return `${severity} ${code} ${file}${line === undefined ? '' : `:${line}`} ${message}`
}
