import { type Result, success } from '@lectern/content-schemas'
import type { GapResponse } from '../gapResponse.ts'
import { findByText, type Named } from './findByText.ts'
import { allOf, asEntries, asText, wrongForm } from './plainForm.ts'

/** `options` are those of a gap for choices; without them the value is typed. */
export type PlainGap = Named & { options?: Named[] }

/** `{ "gap": "value" }` by the names of gaps, or a list of values in reading order; null or empty is a gap left empty. */
export function toGapResponse({ plain, gaps }: { plain: unknown; gaps: PlainGap[] }): Result<GapResponse> {
  const entries = Array.isArray(plain) ? plain.map((value, at): [unknown, unknown] => [gaps[at]?.id, value]) : asEntries(plain)
  if (!entries || entries.length > Math.max(gaps.length, 1)) {
    return wrongForm('an object from the name of each gap to what stands in it, or a list in the order of the gaps')
  }
  const filled = allOf(entries.filter(([, value]) => value !== null && value !== '').map((entry) => toFilled({ entry, gaps })))
  return filled.ok ? success({ gaps: Object.fromEntries(filled.value) }) : filled
}

function toFilled({ entry: [name, value], gaps }: { entry: [unknown, unknown]; gaps: PlainGap[] }): Result<[string, string]> {
  const id = findByText({ rows: gaps, given: name })
  if (!id.ok) return id
  const options = gaps.find((gap) => gap.id === id.value)?.options
  const found = options ? findByText({ rows: options, given: value }) : toTyped(value)
  return found.ok ? success([id.value, found.value]) : found
}

function toTyped(value: unknown): Result<string> {
  const text = asText(value)
  return text === null ? wrongForm('a text or a number for each gap') : success(text)
}
