import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Report } from './types.ts'

/**
 * Reads YAML by a schema. Problems: YAML_INVALID, UNKNOWN_KEY (as `unknownKeyCode` says) and FIELD_INVALID, each with its
 * line. `lineOffset` is the number of lines of the file before the text.
 */
export function readYaml<Value>(source: YamlSource<Value>): Value | null {
  return readYamlLines(source)?.value ?? null
}

export type YamlSource<Value> = { text: string; schema: z.ZodType<Value>; file: string; lineOffset?: number; report: Report }

/** As `readYaml`, with the line (1-based) on which a part of the value begins. */
export function readYamlLines<Value>({
  text,
  schema,
  file,
  lineOffset = 0,
  report,
}: YamlSource<Value>): { value: Value; lineOf: (path: readonly PropertyKey[]) => number } | null {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line) + lineOffset
  const error = document.errors[0]
  if (error) {
    report({
      severity: 'error',
      code: 'YAML_INVALID',
      file,
      line: lineAt(error.pos[0]),
      message: error.message.split('\n')[0] ?? '',
    })
    return null
  }
  const value = toPlain(document)
  if (value === tooManyAliases) {
    report({ severity: 'error', code: 'YAML_INVALID', file, message: 'Too many aliases.' })
    return null
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data, lineOf: (path) => lineAt(offsetOf(document, path)) }
  for (const issue of parsed.error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
    for (const key of keys) {
      const path = key === undefined ? issue.path : [...issue.path, key]
      const line = lineAt(offsetOf(document, path))
      const code = key === undefined ? 'FIELD_INVALID' : 'FRONT_MATTER_UNKNOWN_KEY'
      const message = key === undefined ? `${path.join('.')}: ${issue.message}` : `"${key}" is not known here.`
      report({ severity: 'error', code, file, line, message })
    }
  }
  return null
}

const tooManyAliases = Symbol('too many aliases')

/** The library throws on alias bombs only. */
function toPlain(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 })
  } catch {
    return tooManyAliases
  }
}

function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  const last = path.at(-1)
  if (typeof parent === 'object' && parent !== null && 'items' in parent && Array.isArray(parent.items)) {
    const items: unknown[] = parent.items
    for (const item of items) {
      if (typeof item !== 'object' || item === null || !('key' in item)) continue
      const { key } = item
      if (isScalar(key) && key.value === last) return key.range?.[0]
    }
  }
  const node = path.length > 0 ? document.getIn(path, true) : undefined
  return isScalar(node) ? node.range?.[0] : undefined
}

function isScalar(node: unknown): node is { value: unknown; range?: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'value' in node
}
