import { rebuildXp, recountLedger, recountTotals } from '@lectern/xp'
import { getPayload } from 'payload'
import { z } from 'zod'
import config from '../payload.config.ts'

const inputSchema = z.object({ action: z.literal('rebuild'), check: z.boolean() })

/** Upkeep of points. */
const input = inputSchema.safeParse(JSON.parse(process.env.LECTERN_COMMAND_INPUT ?? '{}'))
const payload = await getPayload({ config, disableOnInit: true })
console.log(JSON.stringify(input.success ? await rebuild(input.data) : { ok: false, text: 'The action is rebuild.' }))
await payload.destroy()
process.exit(0)

async function rebuild({ check }: { check: boolean }) {
  const req = { payload }
  if (!check) {
    const { entries, totals } = await rebuildXp({ req })
    return { ok: true, text: `${entries} lines were added, the totals of ${totals} learners were put right.`, entries, totals }
  }
  const [totals, ledger] = [await recountTotals({ req }), await recountLedger({ req })]
  const differences = [...totals.differences, ...ledger.differences]
  const found = `${totals.checked} totals and ${ledger.checked} events and lines were checked`
  return {
    ok: differences.length === 0,
    text: [`${found}, ${differences.length} differ.`, ...differences].join('\n'),
    differences,
  }
}
