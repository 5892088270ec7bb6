import { failure, type Locale, localeSchema, maxHints, type Result, success } from '@lectern/content-schemas'
import { localizeBlock } from '@lectern/kernel'
import { z } from 'zod'
import { type StoredQuestion, toStored } from '../domain/questions/giftToBody.ts'
import type { ExportableType } from '../operations/exportTypes.ts'

/**
 * A body as an author wrote it as it is stored: texts that are strings get the language, rows without an id one from
 * `idFor` (0, 1, … in the order of the file), what the type does not know is refused, and its `check` is passed.
 *
 * Failures: QUESTION_VERSION_UNKNOWN, QUESTION_BODY_INVALID (with path, expected and received), QUESTION_KEY_UNKNOWN,
 * QUESTION_UNFIT.
 */
export function completeBody({
  type,
  version,
  body,
  language,
  idFor,
}: {
  type: ExportableType
  version: number | undefined
  body: Record<string, unknown>
  language: Locale
  idFor: (ordinal: number) => string
}): Result<StoredQuestion> {
  const { blockType: _blockType, blockName: _blockName, ...written } = body
  const localized = localizeBlock({ fields: type.block.fields, row: written, locale: language })
  const takesHints = type.block.fields.some((field) => 'name' in field && field.name === 'hints')
  const { hints, ...own } = fillRowIds({ body: localized, idFor: ordinals(idFor) })
  const read = readHintRows(takesHints ? hints : undefined)
  if (!read.ok) return read
  const completed = takesHints || hints === undefined ? own : { ...own, hints }
  const upgraded = type.schema.upgrade({ from: version ?? type.schema.version, body: completed })
  if (!upgraded.ok) return upgraded
  const parsed = type.schema.authored.safeParse(upgraded.value)
  if (!parsed.success) {
    const message = parsed.error.issues
      .slice(0, 5)
      .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
      .join('; ')
    return failure({ code: 'QUESTION_BODY_INVALID', message })
  }
  const unknown = findDropped({ given: upgraded.value, kept: parsed.data, path: '' })
  if (unknown !== null) {
    return failure({ code: 'QUESTION_KEY_UNKNOWN', message: `"${unknown}" is not known to the type ${type.schema.type}.` })
  }
  const stored = toStored(type, parsed.data)
  if (!stored.ok || read.value.length === 0) return stored
  return success({ ...stored.value, body: { ...stored.value.body, hints: read.value } })
}

/** Hints stand beside what a type reads. QUESTION_BODY_INVALID, as for the rest of a body. */
function readHintRows(hints: unknown): Result<HintRow[]> {
  if (hints === undefined || hints === null) return success([])
  const parsed = hintRowsSchema.safeParse(hints)
  if (parsed.success) return success(parsed.data)
  const [issue] = parsed.error.issues
  const message = `hints.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not readable'}`
  return failure({ code: 'QUESTION_BODY_INVALID', message })
}

const hintRowsSchema = z
  .array(
    z.strictObject({
      id: z.string().min(1).max(64),
      text: z.partialRecord(localeSchema, z.string().max(20_000)),
      showNumberRight: z.boolean().default(false),
    }),
  )
  .max(maxHints)
type HintRow = z.infer<typeof hintRowsSchema>[number]

function fillRowIds({ body, idFor }: { body: Record<string, unknown>; idFor: () => string }): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, fillIds({ value, idFor })]))
}

/** Every object in a list without an id gets one. */
export function fillIds({ value, idFor }: { value: unknown; idFor: () => string }): unknown {
  if (Array.isArray(value)) return value.map((row) => fillIds({ value: withId({ row, idFor }), idFor }))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillIds({ value: inner, idFor })]))
}

/** Rows are counted whether they have an id or not, so that writing one down renames no other. */
function withId({ row, idFor }: { row: unknown; idFor: () => string }): unknown {
  if (!isRecord(row)) return row
  const id = idFor()
  return row.id === undefined || row.id === null ? { id, ...row } : row
}

export function ordinals(idFor: (ordinal: number) => string): () => string {
  let ordinal = 0
  return () => idFor(ordinal++)
}

/** The path of a key that reading a body dropped; null when nothing was lost. Empty values are nothing. */
function findDropped({ given, kept, path }: { given: unknown; kept: unknown; path: string }): string | null {
  if (Array.isArray(given) && Array.isArray(kept)) {
    return firstOf(given, (inner, at) => findDropped({ given: inner, kept: kept[at], path: `${path}${at}.` }))
  }
  if (!isRecord(given) || !isRecord(kept)) return null
  return firstOf(Object.entries(given), ([key, inner]) => {
    if (inner === undefined || inner === null) return null
    if (!Object.hasOwn(kept, key)) return `${path}${key}`
    return findDropped({ given: inner, kept: kept[key], path: `${path}${key}.` })
  })
}

function firstOf<Item>(items: readonly Item[], find: (item: Item, at: number) => string | null): string | null {
  for (const [at, item] of items.entries()) {
    const found = find(item, at)
    if (found !== null) return found
  }
  return null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
