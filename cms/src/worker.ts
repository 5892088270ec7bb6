import { startWorker } from '@lectern/kernel'
import { getPayload } from 'payload'
import config from './payload.config.ts'

/** The queue worker as a process. Ends cleanly on SIGTERM and SIGINT: running jobs finish first. */
const payload = await getPayload({ config })
const worker = await startWorker({ payload })
console.log(JSON.stringify({ ready: 'worker' }))

const stop = () => {
  void worker.stop()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
await worker.ended
await payload.destroy()
process.exit(0)
