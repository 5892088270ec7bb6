import type { Facets } from '../operations/readFacets.ts'

export type Answer<Value> = { ok: true; value: Value } | { ok: false; code: string }

/** One call of the bank's endpoints: POST where there is a body. The answer is of the endpoint's own type. */
export async function sendJson<Value>({
  url,
  body,
  signal,
}: {
  url: string
  body?: unknown
  signal?: AbortSignal
}): Promise<Answer<Value>> {
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
    const json = await response.json()
    return response.ok ? { ok: true, value: json } : { ok: false, code: json?.error?.code ?? String(response.status) }
  } catch {
    return { ok: false, code: 'NO_ANSWER' }
  }
}

export async function fetchFacets({ api, locale }: { api: string; locale: string }): Promise<Facets> {
  const answer = await sendJson<Facets>({ url: `${api}/facets?locale=${locale}` })
  return answer.ok ? answer.value : { tags: [], categories: [] }
}
