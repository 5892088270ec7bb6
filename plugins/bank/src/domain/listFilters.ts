/** What the quick filters of the question list can ask for; a field that is not there asks for nothing. */
export type ListFilters = {
  /** Id of a category, for it and all within it, or `none`. */
  category?: string
  type?: string
  tag?: string
  state?: State
  use?: Use
  facility?: Facility
  /** 1–5. */
  difficulty?: string
}

const states = ['ready', 'draft', 'retired'] as const
const uses = ['unused', 'used', 'unanswered', 'answered'] as const
const facilities = ['hard', 'middle', 'easy'] as const
export type State = (typeof states)[number]
export type Use = (typeof uses)[number]
export type Facility = (typeof facilities)[number]

type Condition = Record<string, Record<string, unknown>>
/** A query of the form that the admin's list keeps in its address. */
export type ListQuery = { or: { and: Condition[] }[] }

const stateConditions: Record<State, Condition[]> = {
  ready: [{ _status: { equals: 'published' } }, { retired: { not_equals: true } }],
  draft: [{ _status: { equals: 'draft' } }],
  retired: [{ retired: { equals: true } }],
}
const useConditions: Record<Use, Condition> = {
  unused: { usedInTests: { equals: 0 } },
  used: { usedInTests: { greater_than: 0 } },
  unanswered: { attempts: { equals: 0 } },
  answered: { attempts: { greater_than: 0 } },
}
const facilityConditions: Record<Facility, Condition[]> = {
  hard: [{ facility: { less_than: 30 } }],
  middle: [{ facility: { greater_than_equal: 30 } }, { facility: { less_than_equal: 80 } }],
  easy: [{ facility: { greater_than: 80 } }],
}

/** The query of these filters; null when they ask for nothing. `within`: the ids of a category and of all below it. */
export function toListQuery({
  filters,
  within,
}: {
  filters: ListFilters
  within: (category: string) => string[]
}): ListQuery | null {
  const { category, type, tag, state, use, facility, difficulty } = filters
  const and: Condition[] = [
    ...(category === 'none' ? [{ category: { exists: false } }] : []),
    ...(category && category !== 'none'
      ? [{ category: { in: [category, ...within(category).filter((id) => id !== category)] } }]
      : []),
    ...(type ? [{ type: { equals: type } }] : []),
    ...(tag ? [{ tags: { in: [tag] } }] : []),
    ...(state ? stateConditions[state] : []),
    ...(use ? [useConditions[use]] : []),
    ...(facility ? facilityConditions[facility] : []),
    ...(difficulty ? [{ difficulty: { equals: Number(difficulty) } }] : []),
  ]
  return and.length > 0 ? { or: [{ and }] } : null
}

/** The filters of a query that `toListQuery` made. Conditions that it does not make are another hand's, and left out. */
export function readListQuery(query: unknown): ListFilters {
  const conditions = conditionsOf(query)
  const find = (wanted: Condition) => conditions.some((condition) => isSame(condition, wanted))
  const firstOf = (field: string, operator: string): string | undefined => {
    const value = conditions.map((condition) => condition[field]?.[operator]).find((found) => found !== undefined)
    const first: unknown = Array.isArray(value) ? value[0] : value
    return typeof first === 'string' || typeof first === 'number' ? String(first) : undefined
  }
  return withoutGaps({
    category: find({ category: { exists: false } }) ? 'none' : firstOf('category', 'in'),
    type: firstOf('type', 'equals'),
    tag: firstOf('tags', 'in'),
    state: states.find((state) => stateConditions[state].every(find)),
    use: uses.find((use) => find(useConditions[use])),
    facility: facilities.find((facility) => facilityConditions[facility].every(find)),
    difficulty: firstOf('difficulty', 'equals'),
  })
}

function withoutGaps(filters: { [Name in keyof ListFilters]-?: ListFilters[Name] | undefined }): ListFilters {
  const { category, type, tag, state, use, facility, difficulty } = filters
  return {
    ...(category ? { category } : {}),
    ...(type ? { type } : {}),
    ...(tag ? { tag } : {}),
    ...(state ? { state } : {}),
    ...(use ? { use } : {}),
    ...(facility ? { facility } : {}),
    ...(difficulty ? { difficulty } : {}),
  }
}

function conditionsOf(query: unknown): Condition[] {
  const alternatives = isRow(query) ? listOf(query.or) : []
  const only = alternatives.length === 1 ? alternatives[0] : undefined
  return isRow(only) ? listOf(only.and).filter(isCondition) : []
}

/** Values that went through an address are texts: `equals=0` is `{ equals: '0' }`. */
function isSame(given: Condition, wanted: Condition): boolean {
  return Object.entries(wanted).every(([field, operators]) =>
    Object.entries(operators).every(([operator, value]) => String(given[field]?.[operator]) === String(value)),
  )
}

/** Lists that went through an address may be `{ 0: …, 1: … }`. */
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return isRow(value) ? Object.values(value) : []
}

function isCondition(value: unknown): value is Condition {
  return isRow(value) && Object.values(value).every(isRow)
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
