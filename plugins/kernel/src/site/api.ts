import type { Result } from '@lectern/content-schemas'
import { type Check, CheckError } from './check.ts'
import type { PluralForms } from './formatMessage.ts'

/**
 * `code` is the server's own, or NETWORK (no answer at all), SERVER (500 and above without a code), UNEXPECTED (an answer
 * that is not of the agreed form). `message` is the server's sentence, empty when there is none.
 */
export type ApiFailure = { code: string; message: string; status: number }
export type ApiResult<T> = Result<T, ApiFailure>

type RequestInput<T> = {
  path: string
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  check: Check<T>
  keepalive?: boolean
}

const base = '/api/learn/'

/** One call of a learner route, same origin, with cookies. Expected failures come back as values. */
export async function request<T>({
  path,
  method = 'GET',
  body,
  check,
  keepalive = false,
}: RequestInput<T>): Promise<ApiResult<T>> {
  let response: Response
  try {
    response = await fetch(base + path, {
      method,
      keepalive,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': document.documentElement.lang,
        'content-type': 'application/json',
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    })
  } catch {
    return { ok: false, error: { code: 'NETWORK', message: '', status: 0 } }
  }
  const answer: unknown = await response.json().catch(() => null)
  // The hint may outlive the session; the page then shows what a visitor sees.
  if (response.status === 401) delete document.documentElement.dataset.signedIn
  if (!response.ok) return { ok: false, error: toFailure({ answer, status: response.status }) }
  try {
    return { ok: true, value: check(answer) }
  } catch (error) {
    if (!(error instanceof CheckError)) throw error
    return { ok: false, error: { code: 'UNEXPECTED', message: error.message, status: response.status } }
  }
}

/** The sentence for a failure: the site's own words for a code it knows, else the server's sentence. */
export function failureWords({ error, words }: { error: ApiFailure; words: Record<string, string | PluralForms> }): string {
  const sentence = (code: string): string => {
    const text = words[code]
    return typeof text === 'string' ? text : ''
  }
  return sentence(error.code) || error.message || sentence('SERVER') || error.code
}

function toFailure({ answer, status }: { answer: unknown; status: number }): ApiFailure {
  const code = property(property(answer, 'error'), 'code')
  const message = property(property(answer, 'error'), 'message')
  return {
    code: typeof code === 'string' ? code : status >= 500 ? 'SERVER' : 'UNEXPECTED',
    message: typeof message === 'string' ? message : '',
    status,
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined
}
