import type { FolderProblem } from '@lectern/content-schemas'
import { exportCourseFolder } from '@lectern/interchange'
import { registriesOf } from '@lectern/kernel'
import { getPayload } from 'payload'
import { z } from 'zod'
import config from '../payload.config.ts'

const inputSchema = z.object({ course: z.string().min(1), folder: z.string().min(1) })

/** Writes a course, named by its slug, as a course folder. */
const input = inputSchema.parse(JSON.parse(process.env.LECTERN_COMMAND_INPUT ?? '{}'))
const payload = await getPayload({ config, disableOnInit: true })
const result = await exportCourseFolder({
  req: { payload },
  slug: input.course,
  folder: input.folder,
  questionTypes: registriesOf(payload).questionTypes,
})
if (result.ok) {
  const { written, removed, problems } = result.value
  const text = [...problems.map(describe), `${written} files written, ${removed} removed.`].join('\n')
  console.log(JSON.stringify({ ok: true, text, ...result.value }))
} else {
  console.log(JSON.stringify({ ok: false, text: result.error.message, error: result.error }))
}
await payload.destroy()
process.exit(0)

function describe({ severity, code, file, line, message }: FolderProblem): string {
  return `${severity} ${code} ${file}${line === undefined ? '' : `:${line}`} ${message}`
}
