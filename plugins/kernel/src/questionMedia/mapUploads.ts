import type { Field } from 'payload'

/**
 * The body of a question with every file id in it (the value of an `upload` field of its block, one or a list, localized
 * or not) replaced by what `visit` answers. Everything else stays as it is, in its order. Looks into arrays, groups and
 * fields without a name of their own (rows, collapsibles).
 */
export function mapUploads({
  fields,
  row,
  visit,
}: {
  fields: Field[]
  row: Record<string, unknown>
  visit: (id: string) => unknown
}): Record<string, unknown> {
  const mapped = { ...row }
  for (const field of fields) {
    if (!('name' in field)) {
      if ('fields' in field) Object.assign(mapped, mapUploads({ fields: field.fields, row: mapped, visit }))
      continue
    }
    if (!field.name || !Object.hasOwn(mapped, field.name)) continue
    const value = mapped[field.name]
    if (field.type === 'upload') {
      mapped[field.name] = mapIds({ value, visit, localized: field.localized === true })
    } else if (field.type === 'array' && Array.isArray(value)) {
      mapped[field.name] = value.map((item) =>
        isPlainObject(item) ? mapUploads({ fields: field.fields, row: item, visit }) : item,
      )
    } else if (field.type === 'group' && isPlainObject(value)) {
      mapped[field.name] = mapUploads({ fields: field.fields, row: value, visit })
    }
  }
  return mapped
}

/** Objects that are no list of languages are resolved already. */
function mapIds({ value, visit, localized }: { value: unknown; visit: (id: string) => unknown; localized: boolean }): unknown {
  if (typeof value === 'string' && value !== '') return visit(value)
  if (Array.isArray(value)) return value.map((inner) => mapIds({ value: inner, visit, localized: false }))
  if (!localized || !isPlainObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([locale, inner]) => [locale, mapIds({ value: inner, visit, localized: false })]),
  )
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
