import { isDeepStrictEqual } from 'node:util'
import { failure, type Locale, type Result, readHints, success } from '@lectern/content-schemas'
import { mapUploads } from '@lectern/kernel'
import { mapBodyFiles } from '../domain/questions/bodyFiles.ts'
import type { ExportableType } from '../operations/exportTypes.ts'
import { completeBody, fillIds, ordinals } from './completeBody.ts'

/** `mediumOf` names a file of the library (`sha256:<hex>`) by its id, and by its address in a text; null when it has none. */
export type MediumNames = { byId: (id: string) => string | null; byUrl: (url: string) => string | null }

export type ExportedBody = { type: string; version: number; body: Record<string, unknown> }

/**
 * A stored body as a file writes it: in the present version of its type, without what reading it again fills in. Ids of rows
 * are left out where `idFor` gives the same; with `idFor` null all are. Failures: QUESTION_TYPE_UNKNOWN,
 * QUESTION_BODY_INVALID, QUESTION_VERSION_UNKNOWN.
 */
export function exportQuestion({
  type,
  version,
  stored,
  language,
  idFor,
  media,
}: {
  type: ExportableType
  version: number
  stored: Record<string, unknown>
  language: Locale
  idFor: ((ordinal: number) => string) | null
  media: MediumNames
}): Result<ExportedBody> {
  const upgraded = type.schema.upgrade({ from: version, body: stored })
  if (!upgraded.ok) return upgraded
  const parsed = type.schema.authored.safeParse(upgraded.value)
  if (!parsed.success || !isRecord(parsed.data)) {
    return failure({ code: 'QUESTION_BODY_INVALID', message: 'The stored body cannot be read.' })
  }
  const named = mapUploads({
    fields: type.block.fields,
    row: { ...parsed.data, ...hintsIn(stored) },
    visit: (id) => media.byId(id) ?? id,
  })
  const renamed = renameFiles({ body: named, media })
  const current = type.schema.version
  const short = withoutFilledIn(withoutIds({ value: renamed, idFor }))
  const read = (body: Record<string, unknown>) => completeBody({ type, version: current, body, language, idFor: idFor ?? String })
  const whole = read(dropIds({ body: renamed, idFor }))
  const isEnough = isRecord(short) && whole.ok && isDeepStrictEqual(read(short), whole)
  return success({ type: type.schema.type, version: current, body: isEnough ? short : dropIds({ body: renamed, idFor }) })
}

/** Hints with a text, as they are stored beside what the type reads. */
function hintsIn(stored: Record<string, unknown>): { hints?: Record<string, unknown>[] } {
  const rows = Array.isArray(stored.hints) ? stored.hints.filter(isRecord) : []
  const hints = rows.flatMap((row) => {
    const [hint] = readHints({ hints: [row] })
    return hint ? [{ id: row.id, ...hint }] : []
  })
  return hints.length > 0 ? { hints } : {}
}

/** Pictures in Markdown. Everything that is an entry of the body stays one. */
function renameFiles({ body, media }: { body: Record<string, unknown>; media: MediumNames }): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, mapBodyFiles({ value, file: media.byUrl })]))
}

type Ids = { idFor: ((ordinal: number) => string) | null }

function dropIds({ body, idFor }: { body: Record<string, unknown> } & Ids): Record<string, unknown> {
  const short = withoutIds({ value: body, idFor })
  return isRecord(short) ? short : body
}

/** Rows are numbered as `completeBody` numbers them. */
function withoutIds({ value, idFor }: { value: unknown } & Ids): unknown {
  const numbered = idFor && fillIds({ value: stripIds(value), idFor: ordinals(idFor) })
  return compareIds({ value, derived: numbered })
}

function compareIds({ value, derived }: { value: unknown; derived: unknown }): unknown {
  if (Array.isArray(value)) {
    return value.map((row, at) => compareRow({ row, derived: Array.isArray(derived) ? derived[at] : null }))
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      compareIds({ value: inner, derived: isRecord(derived) ? derived[key] : null }),
    ]),
  )
}

function compareRow({ row, derived }: { row: unknown; derived: unknown }): unknown {
  if (!isRecord(row)) return row
  const { id, ...rest } = row
  const isDerived = !isRecord(derived) || derived.id === id
  const inner = compareIds({ value: rest, derived })
  return isDerived || !isRecord(inner) ? inner : { id, ...inner }
}

function stripIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((row) => stripIds(isRecord(row) ? { ...row, id: undefined } : row))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, stripIds(inner)]))
}

/** Without empty texts and lists and what was never filled in. */
function withoutFilledIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFilledIn)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withoutFilledIn(inner)] as const)
  return Object.fromEntries(entries.filter(([, inner]) => !isEmpty(inner)))
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
