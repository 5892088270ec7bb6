import type { Failure, Locale } from '@lectern/content-schemas'
import { type AnyQuestionType, renderMarkdown } from '@lectern/kernel'
import type { Field } from 'payload'
import { z } from 'zod'
import type { Problem } from '../shared/check.ts'

const issuesSchema = z.array(z.object({ path: z.array(z.union([z.string(), z.number()])) })).catch([])
const stemSchema = z.partialRecord(z.string(), z.string().nullable())

/** What can be shown of a body that its type cannot read yet. `stem` is safe HTML. */
export type UnfinishedPreview = { view: null; key: null; stem: string; problems: Problem[]; advice: Problem[] }

/** Says the question text, and by the labels of the form which fields are to be filled in first. */
export function unfinishedPreview({
  type,
  body,
  locale,
  failure,
}: {
  type: AnyQuestionType
  body: Record<string, unknown>
  locale: Locale
  failure: Failure
}): UnfinishedPreview {
  const paths = issuesSchema.parse(failure.details).map(({ path }) => path)
  const problems = paths.map(
    (path): Problem => ({
      path: path.join('.'),
      code: 'UNFINISHED',
      message: labelOf({ fields: type.block.fields, path, locale }),
    }),
  )
  const known = new Set<string>()
  const stem = stemSchema.safeParse(body.stem).data?.[locale] ?? ''
  return {
    view: null,
    key: null,
    stem: renderMarkdown(stem),
    problems: problems.filter(({ message }) => !known.has(message) && known.add(message)),
    advice: [],
  }
}

/** “Answers 2: Value”: the labels along a path of the body, rows by their number. */
function labelOf({ fields, path, locale }: { fields: Field[]; path: (string | number)[]; locale: Locale }): string {
  const [name, ...rest] = path
  const field = flatten(fields).find((candidate) => 'name' in candidate && candidate.name === name)
  if (!field) return String(name ?? '')
  const [row, ...inner] = rest
  const label = textOf({ label: 'label' in field ? field.label : undefined, locale }) || String(name)
  const isList = field.type === 'array' && typeof row === 'number'
  if (isList && inner.length > 0) return `${label} ${row + 1}: ${labelOf({ fields: field.fields, path: inner, locale })}`
  return isList ? `${label} ${row + 1}` : label
}

/** Fields without a name of their own (rows, collapsibles) hold their inner fields on the same level. */
function flatten(fields: Field[]): Field[] {
  return fields.flatMap((field) => (!('name' in field) && 'fields' in field ? flatten(field.fields) : [field]))
}

function textOf({ label, locale }: { label: unknown; locale: Locale }): string {
  if (typeof label === 'string') return label
  const texts = z.record(z.string(), z.string()).safeParse(label).data
  return texts?.[locale] ?? texts?.en ?? ''
}
