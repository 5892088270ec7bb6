import type { PayloadRequest } from 'payload'

/** What was sent as JSON; a body that is none does not fit whatever is expected. */
export async function bodyOf(req: PayloadRequest): Promise<unknown> {
  try {
    return await req.json?.()
  } catch {
    return undefined
  }
}
