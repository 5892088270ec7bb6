import { type Result, success } from '@lectern/content-schemas'
import { findByText } from '../shared/plain/findByText.ts'
import type { SingleChoice, SingleChoiceResponse } from './schema.ts'

/** The text of the chosen option. */
export function fromPlain({ authored, plain }: { authored: SingleChoice; plain: unknown }): Result<SingleChoiceResponse> {
  const [only] = Array.isArray(plain) && plain.length === 1 ? plain : [plain]
  const found = findByText({ rows: authored.options, given: only })
  return found.ok ? success({ option: found.value }) : found
}
