import { createLearnerHandler } from '@lectern/kernel'
import { getPayload } from 'payload'
import config from '../../../../payload.config.ts'

/** The learner interface, mounted so that one process is enough; `src/api.ts` serves the same handler alone. */
async function handle(request: Request): Promise<Response> {
  const payload = await getPayload({ config })
  return createLearnerHandler({ payload })(request)
}

export { handle as DELETE, handle as GET, handle as POST, handle as PUT }
