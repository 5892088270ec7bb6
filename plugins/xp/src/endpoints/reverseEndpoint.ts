import { hasRole, OperationError } from '@lectern/kernel'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { reverseByHand } from '../operations/reverseByHand.ts'

const inputSchema = z.strictObject({ note: z.string().trim().min(3).max(500) })

/** `POST /api/xp-ledger/:id/reverse` with `{ note }`: takes a line back. For administrators. */
export const reverseEndpoint: Omit<Endpoint, 'root'> = {
  path: '/:id/reverse',
  method: 'post',
  handler: async (req) => {
    if (!hasRole(req.user, 'admin')) return refusal({ status: 403, code: 'FORBIDDEN' })
    const id = z.uuid().safeParse(req.routeParams?.id)
    // A body that is no JSON is no input, and is refused as such below.
    const input = inputSchema.safeParse(await req.json?.().catch(() => null))
    if (!id.success || !input.success) return refusal({ status: 400, code: 'INVALID_INPUT' })
    try {
      await reverseByHand({ req: { payload: req.payload }, id: id.data, note: input.data.note })
      return Response.json({ done: true })
    } catch (error) {
      if (error instanceof OperationError) return refusal({ status: error.status, code: error.code })
      throw error
    }
  },
}

function refusal({ status, code }: { status: number; code: string }): Response {
  return Response.json({ error: { code } }, { status })
}
