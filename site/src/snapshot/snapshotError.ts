import type { z } from 'zod'

export type SnapshotErrorCode =
  | 'SNAPSHOT_MISSING'
  | 'SNAPSHOT_BROKEN'
  | 'SNAPSHOT_DIGEST'
  | 'SNAPSHOT_EMPTY'
  | 'SNAPSHOT_INCONSISTENT'

/** Stops the build. The message names file, line and what was expected, because it is all that an operator sees. */
export class SnapshotError extends Error {
  readonly code: SnapshotErrorCode

  constructor({ code, file, line, what }: { code: SnapshotErrorCode; file: string; line?: number; what: string }) {
    super(`${code} ${file}${line === undefined ? '' : `:${line}`}: ${what}`)
    this.name = 'SnapshotError'
    this.code = code
  }
}

/** `modules.0.title: expected string, received undefined`, at most five of them. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || '(record)'}: ${issue.message}`)
    .join('; ')
}
