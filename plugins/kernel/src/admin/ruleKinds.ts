import { z } from 'zod'

const textSchema = z.partialRecord(z.enum(['en', 'ru']), z.string())

/** The part of a JSON Schema from which an input is made. `relationTo` and `rules` are of Lectern. */
export const inputSchema = z.looseObject({
  type: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
  anyOf: z.array(z.looseObject({ type: z.string().optional() })).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  default: z.unknown().optional(),
  label: textSchema.optional(),
  /** Collection that the id is from. */
  relationTo: z.string().optional(),
  /** A list of further rules of the same kinds. */
  rules: z.boolean().optional(),
})
export type Input = z.infer<typeof inputSchema>

export const kindsSchema = z.object({
  kinds: z.array(
    z.object({
      code: z.string(),
      label: textSchema,
      schema: z.looseObject({ properties: z.record(z.string(), inputSchema).default({}) }),
    }),
  ),
})
export type Kind = z.infer<typeof kindsSchema>['kinds'][number]
export type Stored = { code: string; args: Record<string, unknown> }
export type AdminLocale = 'en' | 'ru'

/** The arguments with which a rule of this kind begins: the defaults of its schema. */
export function defaultsOf(kind: Kind): Record<string, unknown> {
  return Object.fromEntries(Object.entries(kind.schema.properties).map(([name, input]) => [name, defaultOf(input)]))
}

function defaultOf(input: Input): unknown {
  if (input.default !== undefined) return input.default
  if (input.rules) return []
  if (input.type === 'integer' || input.type === 'number') return Math.max(input.minimum ?? 0, 1)
  if (input.type === 'boolean') return false
  return input.enum?.[0] ?? (isNullable(input) ? null : '')
}

export function isNullable(input: Input): boolean {
  return (input.anyOf ?? []).some(({ type }) => type === 'null')
}
