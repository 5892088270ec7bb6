import { createLearnerHandler, serve } from '@lectern/kernel'
import { getPayload } from 'payload'
import config from './payload.config.ts'

/** The learner interface as a process of its own. PORT says where it listens. */
const payload = await getPayload({ config })
const stopping = new AbortController()
const server = await serve({
  handler: createLearnerHandler({ payload }),
  port: Number(process.env.PORT ?? 4002),
  stopping: stopping.signal,
})
console.log(JSON.stringify({ ready: 'learner-api' }))

const stop = () => {
  stopping.abort()
  server.close(() => {
    void payload.destroy().finally(() => process.exit(0))
  })
  server.closeIdleConnections()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
