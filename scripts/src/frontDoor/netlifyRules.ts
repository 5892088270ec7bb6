import { parse } from 'smol-toml'
import { z } from 'zod'

const redirectSchema = z.object({
  from: z.string().startsWith('/'),
  to: z.string().optional(),
  status: z.int().optional(),
  force: z.boolean().default(false),
  query: z.record(z.string(), z.string()).default({}),
  conditions: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
})

const headersSchema = z.object({
  for: z.string().startsWith('/'),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})

const netlifySchema = z.object({
  redirects: z.array(redirectSchema).default([]),
  headers: z.array(headersSchema).default([]),
})

export type RedirectRule = {
  pattern: RegExp
  to: string
  status: number
  force: boolean
  query: [string, string][]
  /** Language tags in lower case; empty for any. */
  languages: string[]
  cookies: string[]
}
export type HeaderRule = { pattern: RegExp; values: [string, string][] }
export type NetlifyRules = { redirects: RedirectRule[]; headers: HeaderRule[] }

/** Conditions on things that only Netlify's network knows. A rule with one of them never applies here. */
const unknowable = new Set(['Country', 'Role'])

/**
 * Reads the redirects and headers of a `netlify.toml`, the one description of how the site is served. Throws a ZodError or
 * TomlError for a file that Netlify would refuse too.
 */
export function parseNetlifyRules(text: string): NetlifyRules {
  const file = netlifySchema.parse(parse(text))
  return {
    redirects: file.redirects
      .filter((rule) => !Object.keys(rule.conditions).some((name) => unknowable.has(name)))
      .map((rule) => ({
        pattern: toPattern(rule.from),
        to: rule.to ?? rule.from,
        status: rule.status ?? 301,
        force: rule.force,
        query: Object.entries(rule.query),
        languages: toList(rule.conditions.Language).map((tag) => tag.toLowerCase()),
        cookies: toList(rule.conditions.Cookie),
      })),
    headers: file.headers.map((rule) => ({
      pattern: toPattern(rule.for),
      values: Object.entries(rule.values).map(([name, value]) => [name, toList(value).join(', ')]),
    })),
  }
}

/** `/a/:name/*` becomes an expression with the groups `name` and `splat`. A slash at the end makes no difference. */
export function toPattern(from: string): RegExp {
  const segments = from.replace(/\/+$/, '').split('/').slice(1)
  const source = segments.map((segment, index) => {
    if (segment === '*' && index === segments.length - 1) return '(?:/(?<splat>.*))?'
    const parts = segment.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    const placeholder = /^:([a-zA-Z_][a-zA-Z0-9_]*)$/.exec(segment)?.[1]
    return placeholder ? `/(?<${placeholder}>[^/]+)` : `/${parts.join('[^/]*')}`
  })
  return new RegExp(`^${source.join('')}/?$`)
}

function toList(value: string | string[] | undefined): string[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? value : value.split(',')).map((entry) => entry.trim()).filter(Boolean)
}
