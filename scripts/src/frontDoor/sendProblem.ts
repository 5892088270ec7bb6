import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApiError } from '@lectern/content-schemas/learnerApi'
import { type FrontDoorTexts, textsFor } from './texts.ts'

type Problem = {
  status: number
  code: string
  title: keyof FrontDoorTexts
  text: keyof FrontDoorTexts
  headers?: [string, string][]
}

const problems = {
  unavailable: {
    status: 503,
    code: 'UNAVAILABLE',
    title: 'unavailableTitle',
    text: 'unavailable',
    headers: [['Retry-After', '5']],
  },
  notFound: { status: 404, code: 'NOT_FOUND', title: 'notFoundTitle', text: 'notFound' },
  badRequest: { status: 400, code: 'BAD_REQUEST', title: 'badRequestTitle', text: 'badRequest' },
  notAllowed: {
    status: 405,
    code: 'METHOD_NOT_ALLOWED',
    title: 'notAllowedTitle',
    text: 'notAllowed',
    headers: [['Allow', 'GET, HEAD']],
  },
  failed: { status: 500, code: 'INTERNAL', title: 'failedTitle', text: 'failed' },
} satisfies Record<string, Problem>

/** A calm page for people and the API's error form for programs. Does nothing but hang up when an answer has begun. */
export function sendProblem({
  request,
  response,
  problem,
}: {
  request: IncomingMessage
  response: ServerResponse
  problem: keyof typeof problems
}): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const chosen: Problem = problems[problem]
  const { locale, texts } = textsFor({ acceptLanguage: request.headers['accept-language'] })
  const wantsJson = request.url?.startsWith('/api/') === true || request.headers.accept?.includes('application/json') === true
  const body = wantsJson
    ? JSON.stringify({ error: { code: chosen.code, message: texts[chosen.text] } } satisfies ApiError)
    : toPage({ locale, title: texts[chosen.title], text: texts[chosen.text] })
  // What was sent along and not read would be taken for the next request on this connection.
  if (!request.complete) response.setHeader('Connection', 'close')
  response.writeHead(chosen.status, [
    ...['Content-Type', wantsJson ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8'],
    ...['Content-Length', String(Buffer.byteLength(body))],
    ...['Cache-Control', 'no-store'],
    ...(chosen.headers ?? []).flat(),
  ])
  response.end(request.method === 'HEAD' ? undefined : body)
}

function toPage({ locale, title, text }: { locale: string; title: string; text: string }): string {
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>:root{color-scheme:light dark}body{font:1.125rem/1.6 system-ui,sans-serif;max-width:34rem;margin:18vh auto;padding:0 1.5rem}h1{font-size:1.75rem;line-height:1.2}</style><h1>${title}</h1><p>${text}</p></html>\n`
}
