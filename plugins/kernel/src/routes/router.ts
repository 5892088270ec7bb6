import { defaultLocale, type Locale, localeSchema } from '@lectern/content-schemas'
import type { BasePayload } from 'payload'
import type { z } from 'zod'
import { kernelErrors, OperationError } from '../errors.ts'
import { registriesOf } from '../registries.ts'
import { authenticate } from './authenticate.ts'
import type { Learner, LearnerRoute } from './defineLearnerRoute.ts'

export const learnerPrefix = '/api/learn'
/** Characters, and bytes where the request says how many it has. */
export const bodyLimit = 1_000_000

/**
 * The learner interface as one function. Mounted in Next, and served alone by `cms/src/api.ts`; both behave alike.
 * Never throws: a bug is logged and answered 500 with the code INTERNAL.
 */
export function createLearnerHandler({ payload }: { payload: BasePayload }): (request: Request) => Promise<Response> {
  const routes = compile(registriesOf(payload).learnerRoutes)
  return async (request) => {
    try {
      return await answer({ payload, routes, request })
    } catch (error) {
      return toErrorResponse({ error, payload })
    }
  }
}

type CompiledRoute = { route: LearnerRoute; segments: string[] }

async function answer({
  payload,
  routes,
  request,
}: {
  payload: BasePayload
  routes: CompiledRoute[]
  request: Request
}): Promise<Response> {
  const url = new URL(request.url)
  const { route, params } = match({ routes, method: request.method, path: url.pathname })
  if (request.method !== 'GET') refuseCrossSite(request)
  const user = await authenticate({ payload, headers: request.headers })
  if (route.auth === 'learner' && !user) throw kernelErrors.notSignedIn()
  const takesQuery = request.method === 'GET' || route.body === 'bytes'
  const input = takesQuery ? Object.fromEntries(url.searchParams) : await readBody({ request, body: route.body })
  const cookies: string[] = []
  const result = await route.handle({
    req: { payload },
    user,
    params: parse(route.params, params),
    input: parse(route.input, input),
    query: url.searchParams,
    locale: localeOf({ url, user, request }),
    request,
    setCookie: (cookie) => cookies.push(cookie),
  })
  const response =
    result instanceof Response
      ? result
      : Response.json(route.output.parse(result), { headers: { 'cache-control': 'private, no-store' } })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}

function compile(routes: LearnerRoute[]): CompiledRoute[] {
  return routes.map((route) => ({ route, segments: route.path.split('/').filter(Boolean) }))
}

function match({ routes, method, path }: { routes: CompiledRoute[]; method: string; path: string }): {
  route: LearnerRoute
  params: Record<string, string>
} {
  const given = path.slice(learnerPrefix.length).split('/').filter(Boolean)
  const fitting = routes.filter(
    ({ segments }) =>
      segments.length === given.length && segments.every((segment, at) => segment.startsWith(':') || segment === given[at]),
  )
  // A literal segment is more exact than a parameter at the same place.
  const [best] = fitting
    .filter(({ route }) => route.method === method)
    .sort((left, right) => parameters(left) - parameters(right))
  if (!best) throw fitting.length > 0 ? kernelErrors.methodNotAllowed() : kernelErrors.notFound('address')
  const params: Record<string, string> = {}
  best.segments.forEach((segment, at) => {
    if (segment.startsWith(':')) params[segment.slice(1)] = decodeSegment(given[at] ?? '')
  })
  return { route: best.route, params }
}

function parameters({ segments }: CompiledRoute): number {
  return segments.filter((segment) => segment.startsWith(':')).length
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw kernelErrors.notFound('address')
  }
}

function parse(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw kernelErrors.invalidInput(parsed.error.issues.map(({ path, message, code }) => ({ path: path.join('.'), code, message })))
}

/** Cookies are sent along by every browser, so a request that changes something must come from the site itself. */
function refuseCrossSite(request: Request): void {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') throw kernelErrors.crossSite()
  const origin = request.headers.get('origin')
  if (origin === null) return
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host') ?? new URL(request.url).host
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw kernelErrors.crossSite()
}

async function readBody({ request, body }: { request: Request; body: LearnerRoute['body'] }): Promise<unknown> {
  const type = (request.headers.get('content-type') ?? '').toLowerCase()
  if (body === 'json' && !type.startsWith('application/json')) throw kernelErrors.notJson()
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) throw kernelErrors.bodyTooLarge()
  if (body === 'form') return readForm({ request, type })
  const text = await request.text()
  if (text.length > bodyLimit) throw kernelErrors.bodyTooLarge()
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw kernelErrors.invalidInput([{ path: '', code: 'invalid_json', message: 'The body is not JSON.' }])
  }
}

/** A form may come without its length, so it is counted as it comes. */
async function readForm({ request, type }: { request: Request; type: string }): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > bodyLimit) throw kernelErrors.bodyTooLarge()
    chunks.push(chunk)
  }
  const bytes = Buffer.concat(chunks)
  if (!type.startsWith('multipart/form-data')) return Object.fromEntries(new URLSearchParams(bytes.toString()))
  const form = new Response(bytes, { headers: { 'content-type': request.headers.get('content-type') ?? '' } })
  return Object.fromEntries(await form.formData())
}

function localeOf({ url, user, request }: { url: URL; user: Learner | null; request: Request }): Locale {
  const asked = localeSchema.safeParse(url.searchParams.get('locale'))
  if (asked.success) return asked.data
  const wanted = localeSchema.safeParse((request.headers.get('accept-language') ?? '').slice(0, 2).toLowerCase())
  if (wanted.success) return wanted.data
  return user?.locale ?? defaultLocale
}

function toErrorResponse({ error, payload }: { error: unknown; payload: BasePayload }): Response {
  const headers = { 'cache-control': 'private, no-store' }
  if (error instanceof OperationError) {
    const { code, message, details, status } = error
    return Response.json({ error: details === undefined ? { code, message } : { code, message, details } }, { status, headers })
  }
  payload.logger.error({ err: error, msg: 'A learner route failed' })
  return Response.json(
    { error: { code: 'INTERNAL', message: 'Something went wrong on our side. Nothing was changed.' } },
    { status: 500, headers },
  )
}
