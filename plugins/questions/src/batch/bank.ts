import type { Failure } from '@lectern/content-schemas'
import type { AnyQuestionType } from '@lectern/kernel'

/** A question to mark responses to, or why none can be marked. `name` is empty when it has none; `hints` is how many it has. */
export type BankQuestion = { name: string } & (
  | { ok: true; type: AnyQuestionType; authored: unknown; hints?: number }
  | { ok: false; error: Failure }
)
