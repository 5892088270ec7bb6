import type { Field } from 'payload'

/**
 * A form sends a block with the texts of one language; a question type reads texts of all languages. Wraps the localized
 * fields of `row` as `{ [locale]: value }`, by the fields of its block; what is wrapped already stays. Fields without a
 * name of their own (rows, collapsibles) hold their inner fields on the same level.
 */
export function localizeBlock({
  fields,
  row,
  locale,
}: {
  fields: Field[]
  row: Record<string, unknown>
  locale: string
}): Record<string, unknown> {
  const localized = { ...row }
  for (const field of fields) {
    if (!('name' in field)) {
      if ('fields' in field) Object.assign(localized, localizeBlock({ fields: field.fields, row: localized, locale }))
      continue
    }
    if (!field.name) continue
    const value = localized[field.name]
    if ('localized' in field && field.localized) {
      if (!isPlainObject(value) && value !== undefined && value !== null) localized[field.name] = { [locale]: value }
    } else if (field.type === 'array' && value === 0) {
      // The admin's form says 0 for a list without rows.
      localized[field.name] = []
    } else if (field.type === 'array' && Array.isArray(value)) {
      localized[field.name] = value.map((item) =>
        isPlainObject(item) ? localizeBlock({ fields: field.fields, row: item, locale }) : item,
      )
    } else if (field.type === 'group' && isPlainObject(value)) {
      localized[field.name] = localizeBlock({ fields: field.fields, row: value, locale })
    }
  }
  return localized
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
