import type { HeaderRule, RedirectRule } from './netlifyRules.ts'

/** What a matching rule says: `target` has its placeholders filled in. */
export type RuleMatch = { target: string; status: number; force: boolean }
export type RuleRequest = {
  /** In its one encoded spelling, so that what is put into a target stays encoded. */
  canonical: string
  search: string
  acceptLanguage: string | undefined
  cookies: Record<string, string>
}

/** The first rule that fits path, query and conditions. */
export function matchRedirect({ rules, request }: { rules: RedirectRule[]; request: RuleRequest }): RuleMatch | null {
  for (const rule of rules) {
    const groups = rule.pattern.exec(request.canonical)
    if (!groups || !fitsConditions({ rule, request })) continue
    const query = matchQuery({ wanted: rule.query, search: request.search })
    if (!query) continue
    const values = { ...groups.groups, ...query }
    return { target: fill({ to: rule.to, values, search: request.search }), status: rule.status, force: rule.force }
  }
  return null
}

/** Of several rules that set the same header the last wins. Names are compared without regard to case. */
export function matchHeaders({ rules, path }: { rules: HeaderRule[]; path: string }): [string, string][] {
  const found = new Map<string, [string, string]>()
  for (const rule of rules) {
    if (rule.pattern.test(path)) for (const [name, value] of rule.values) found.set(name.toLowerCase(), [name, value])
  }
  return [...found.values()]
}

/** Language tags by preference, most wanted first, in lower case. */
export function parseAcceptLanguage(header: string | undefined): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([0-9.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
}

function fitsConditions({ rule, request }: { rule: RedirectRule; request: RuleRequest }): boolean {
  if (rule.cookies.length > 0 && !rule.cookies.some((name) => name in request.cookies)) return false
  if (rule.languages.length === 0) return true
  const chosen = request.cookies.nf_lang?.toLowerCase()
  const wanted = chosen ? [chosen] : parseAcceptLanguage(request.acceptLanguage).slice(0, 1)
  return wanted.some((tag) => rule.languages.some((language) => tag === language || tag.startsWith(`${language}-`)))
}

function matchQuery({ wanted, search }: { wanted: [string, string][]; search: string }): Record<string, string> | null {
  if (wanted.length === 0) return {}
  const given = new URLSearchParams(search)
  const values: Record<string, string> = {}
  for (const [name, expected] of wanted) {
    const value = given.get(name)
    if (value === null) return null
    if (expected.startsWith(':')) values[expected.slice(1)] = encodeURIComponent(value)
    else if (value !== expected) return null
  }
  return values
}

function fill({ to, values, search }: { to: string; values: Record<string, string | undefined>; search: string }): string {
  // Not the colon of https://…:8080
  const filled = to.replace(/:([a-zA-Z_][a-zA-Z0-9_]*)/g, (whole, name: string) =>
    name in values ? (values[name] ?? '') : whole,
  )
  return filled.includes('?') || search === '' ? filled : `${filled}${search}`
}
