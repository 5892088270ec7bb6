import { authorRoles, hasRole, kernelErrors, OperationError } from '@lectern/kernel'
import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'

/** An endpoint of the bank: for authors, JSON out, refusals with their code and status. */
export function forAuthors(answer: (req: PayloadRequest) => Promise<unknown>): Endpoint['handler'] {
  return async (req) => {
    try {
      if (!hasRole(req.user, ...authorRoles)) throw kernelErrors.forbidden()
      return Response.json(await answer(req))
    } catch (error) {
      const refusal = error instanceof z.ZodError ? kernelErrors.invalidInput(error.issues) : error
      if (!(refusal instanceof OperationError)) throw error
      const { code, message, details, status } = refusal
      return Response.json({ error: { code, message, details } }, { status })
    }
  }
}
