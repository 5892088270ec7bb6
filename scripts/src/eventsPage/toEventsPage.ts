import type { EventDefinition } from '@lectern/content-schemas/events/defineEvent'
import { z } from 'zod'

/** Where the page stands, from the root of the checkout. */
export const eventsPagePath = 'docs/events.md'

type Families = Record<string, Record<string, EventDefinition<z.ZodObject>>>

const head = `# Events

<!-- Written by npm run format from content-schemas/src/events. -->

What plugins tell each other. An event is a fact: it is stored with the change that it speaks of, in the same transaction, and never changes
afterwards. [How events are emitted, delivered, watched and replayed](how-to/events.md) has a page of its own; the README of each plugin says what it
emits and handles. A name stands here as soon as its meaning is settled, be it before a plugin emits it.

The name ends with its version. A version may gain fields with a default; a new meaning is a new version, and both are emitted as long as someone handles the
old one. The key tells two facts of one name apart: an event with a known name and key is not stored again.
`

/** The catalogue as a page of Markdown: per family a list of events, each with its meaning, its key and its fields. */
export function toEventsPage({ families }: { families: Families }): string {
  const sections = Object.entries(families).map(([family, events]) => {
    const parts = Object.entries(events).map(([name, event]) => toSection({ name, event }))
    return `## ${family.charAt(0).toUpperCase()}${family.slice(1)}\n\n${parts.join('\n')}`
  })
  return [head, ...sections].join('\n')
}

function toSection({ name, event }: { name: string; event: EventDefinition<z.ZodObject> }): string {
  const rows = Object.entries(event.data.shape).map(([field, schema]) => {
    const { type, says } = describeField(schema)
    return `| \`${field}\` | ${type} | ${says} |`
  })
  const lines = [
    `### ${name}`,
    '',
    `${event.says} Key: ${event.key}.`,
    '',
    '| field | type | meaning |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ]
  return lines.join('\n')
}

const describedSchema = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
})

function describeField(schema: z.core.$ZodType): { type: string; says: string } {
  const described = z.toJSONSchema(schema, { io: 'output' })
  return { type: typeOf(described), says: describedSchema.parse(described).description ?? '' }
}

function typeOf(described: unknown): string {
  const { type, format, anyOf, items, properties } = describedSchema.parse(described)
  if (anyOf) return anyOf.map(typeOf).join(' or ')
  if (properties)
    return `{ ${Object.entries(properties)
      .map(([name, value]) => `${name}: ${typeOf(value)}`)
      .join(', ')} }`
  if (type === 'array') return `list of ${typeOf(items)}`
  if (Array.isArray(type)) return type.map((each) => (each === 'null' ? each : (format ?? each))).join(' or ')
  return format ?? type ?? 'anything'
}
