import type { Locale, Role } from '@lectern/content-schemas'
import type { z } from 'zod'
import type { OperationRequest } from '../request.ts'

/** Who asks, as the session tells. `session` is the id of the session. */
export type Learner = { id: string; email: string; name: string; locale: Locale; roles: Role[]; session: string }

export type RouteContext<Params, Input, User> = {
  req: OperationRequest
  user: User
  params: Params
  input: Input
  query: URLSearchParams
  /** Language of the answer: that of `?locale=`, else of `Accept-Language` (the site sends that of the page), else of the account. */
  locale: Locale
  request: Request
  /** Adds a Set-Cookie header to the answer. */
  setCookie: (cookie: string) => void
}

export type LearnerRoute = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/api/learn`; `:name` matches one segment. */
  path: string
  auth: 'anyone' | 'learner'
  /**
   * `bytes`: the body is left to the handler as a stream, and `input` is the query. `form` is for requests that the site's pages
   * do not make, such as a mail program's.
   */
  body: 'json' | 'bytes' | 'form'
  params: z.ZodType
  input: z.ZodType
  output: z.ZodType
  summary: string
  handle: (context: RouteContext<unknown, unknown, Learner | null>) => Promise<unknown>
}

type Definition<Params, Input, Output, User> = {
  method: LearnerRoute['method']
  path: string
  /** One line for the API reference. */
  summary: string
  params: z.ZodType<Params>
  /** Body of POST, PUT and DELETE; a GET and a route that takes bytes get the query. */
  input: z.ZodType<Input>
  /** What is sent: keys that the schema does not name are dropped. A `Response` is sent as it is. */
  output: z.ZodType<Output>
  handle: (context: RouteContext<Params, Input, User>) => Promise<Output | Response>
}

/** A route for anyone; `user` is null for a visitor. */
export function definePublicRoute<Params, Input, Output>(
  definition: Definition<Params, Input, Output, Learner | null>,
): LearnerRoute {
  return erase({ ...definition, auth: 'anyone', body: 'json' })
}

/** A route that needs a session; without one the asker gets NOT_SIGNED_IN before the input is read. */
export function defineLearnerRoute<Params, Input, Output>(definition: Definition<Params, Input, Output, Learner>): LearnerRoute {
  return erase({ ...definition, auth: 'learner', body: 'json' })
}

/** A route for anyone that takes a form, such as what a mail program sends when its reader unsubscribes. */
export function defineFormRoute<Params, Input, Output>(
  definition: Definition<Params, Input, Output, Learner | null>,
): LearnerRoute {
  return erase({ ...definition, auth: 'anyone', body: 'form' })
}

/**
 * A route that needs a session and takes the bytes of one file as its body. The handler reads `request.body` and is the one
 * who limits it; `input` is the query.
 */
export function defineUploadRoute<Params, Input, Output>(definition: Definition<Params, Input, Output, Learner>): LearnerRoute {
  return erase({ ...definition, auth: 'learner', body: 'bytes' })
}

function erase<Params, Input, Output, User>(
  definition: Definition<Params, Input, Output, User> & Pick<LearnerRoute, 'auth' | 'body'>,
): LearnerRoute {
  // The router parses params and input with this route's own schemas and checks `auth` before it calls `handle`, which
  // is what makes forgetting the parameter types sound.
  return definition as unknown as LearnerRoute
}
