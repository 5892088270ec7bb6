import type { PayloadRequest } from 'payload'

/**
 * Options for a call of Payload's Local API on behalf of the signed-in user: access rules apply.
 * `await req.payload.find({ collection, depth: 0, ...asUser(req) })`
 */
export function asUser(req: PayloadRequest): { req: PayloadRequest; overrideAccess: false } {
  return { req, overrideAccess: false }
}

/**
 * Options for a call on behalf of the platform itself: access rules do not apply. `why` says in words what justifies
 * that; it is there for the reader of the call.
 */
export function asSystem(req: PayloadRequest, why: string): { req: PayloadRequest; overrideAccess: true } {
  if (why.length === 0) throw new Error('A call that overrides access says why.')
  return { req, overrideAccess: true }
}
