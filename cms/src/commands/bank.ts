import { recountUsage } from '@lectern/bank'
import { getPayload } from 'payload'
import { z } from 'zod'
import config from '../payload.config.ts'

const inputSchema = z.object({ action: z.literal('recount'), check: z.boolean() })

/** Upkeep of the question bank. */
const input = inputSchema.safeParse(JSON.parse(process.env.LECTERN_COMMAND_INPUT ?? '{}'))
const payload = await getPayload({ config, disableOnInit: true })
console.log(JSON.stringify(input.success ? await recount(input.data) : { ok: false, text: 'The action is recount.' }))
await payload.destroy()
process.exit(0)

async function recount({ check }: { check: boolean }) {
  const counts = await recountUsage({ req: { payload }, check })
  const { versions, wrong, columns } = counts
  const found = `${versions} versions of questions were counted, ${wrong} were wrong`
  if (check) return { ok: wrong === 0, text: `${found}.`, ...counts }
  return { ok: true, text: `${found} and are right now; ${columns} columns of the list were renewed.`, ...counts }
}
