import { type Result, success } from '@lectern/content-schemas'
import { findByText } from '../shared/plain/findByText.ts'
import { allOf } from '../shared/plain/plainForm.ts'
import type { MultipleChoice, MultipleChoiceResponse } from './schema.ts'

/** A list of the texts of the chosen options, or the text of the only one. */
export function fromPlain({ authored, plain }: { authored: MultipleChoice; plain: unknown }): Result<MultipleChoiceResponse> {
  const given: unknown[] = Array.isArray(plain) ? plain : [plain]
  const found = allOf(given.map((text) => findByText({ rows: authored.options, given: text })))
  return found.ok ? success({ options: found.value }) : found
}
