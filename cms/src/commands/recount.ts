import { runRecounts } from '@lectern/kernel'
import { getPayload } from 'payload'
import config from '../payload.config.ts'

/** Computes effects anew from the log of events and says what is stored otherwise. Changes nothing. */
const payload = await getPayload({ config, disableOnInit: true })
const recounts = await runRecounts({ payload })
const lines = recounts.map(({ name, says, checked, differences }) =>
  [
    `${differences.length === 0 ? '✓' : '✗'} ${name}: ${checked} checked. ${says}`,
    ...differences.map((text) => `    ${text}`),
  ].join('\n'),
)
const ok = recounts.every(({ differences }) => differences.length === 0)
console.log(JSON.stringify({ ok, text: lines.join('\n'), recounts }))
await payload.destroy()
process.exit(0)
