/** What a domain function returns for an expected failure; bugs are thrown instead. */
export type Result<T, E = Failure> = { ok: true; value: T } | { ok: false; error: E }

/** `code` is upper snake case and stable; `message` is for developers and logs, in English. */
export type Failure = { code: string; message: string; details?: unknown }

export function success<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function failure(error: Failure): { ok: false; error: Failure } {
  return { ok: false, error }
}
