import type { Failure } from '@lectern/content-schemas'
import type { AnyQuestionType } from '@lectern/kernel'

/** A question to mark responses to, or why none can be marked. `name` is empty when it has none. */
export type BankQuestion = { name: string } & (
  | { ok: true; type: AnyQuestionType; authored: unknown }
  | { ok: false; error: Failure }
)
