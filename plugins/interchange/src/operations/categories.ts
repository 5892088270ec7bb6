import { type Locale, locales, localizedTextSchema } from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import { z } from 'zod'
import type { FolderQuestion } from '../domain/courseFolder/types.ts'
import type { Texts } from './exportTypes.ts'
import { findAll } from './findAll.ts'
import { asPayloadRequest } from './saveDocument.ts'

const collection = 'question-categories'
type Path = FolderQuestion['category']
/** Finds the category at the end of a path, and makes what is missing of it. Null for no path. */
export type CategoryFinder = { idOf: (path: Path) => Promise<string | null> }

const rowSchema = z.object({
  id: z.coerce.string(),
  parent: z.coerce.string().nullish().catch(null),
  course: z.coerce.string().nullish().catch(null),
  title: z
    .record(z.string(), z.string().nullish())
    .transform(
      (text): Texts => localizedTextSchema.catch({}).parse(Object.fromEntries(Object.entries(text).filter(([, title]) => title))),
    ),
})
type Row = z.infer<typeof rowSchema>

/** Titles from the root down, by the category's id. */
export async function loadCategories(req: OperationRequest): Promise<ReadonlyMap<string, Texts[]>> {
  const rows = new Map((await readRows(req)).map((row) => [row.id, row]))
  return new Map([...rows.keys()].map((id) => [id, pathOf({ id, rows })]))
}

/** Categories of the course go before shared ones of the same title; what is made belongs to the course. */
export function createCategoryFinder({
  req,
  course,
  language,
}: {
  req: OperationRequest
  course: string
  language: Locale
}): CategoryFinder {
  let rows: Row[] | null = null
  return {
    idOf: async (path) => {
      if (path === undefined || path.length === 0 || !hasCategories(req)) return null
      rows ??= await readRows(req)
      let parent: string | null = null
      for (const title of path) {
        const within: string | null = parent
        const own: Row[] = rows.filter((row) => (row.parent ?? null) === within && isSameTitle({ row, title, language }))
        const known: Row | undefined = own.find((row) => row.course === course) ?? own.find((row) => !row.course)
        if (!known) rows.push(await createCategory({ req, title, parent, course }))
        parent = known?.id ?? rows.at(-1)?.id ?? null
      }
      return parent
    },
  }
}

/** The bank of questions is a plugin, and an installation may do without it. */
function hasCategories(req: OperationRequest): boolean {
  return Object.keys(req.payload.collections).includes(collection)
}

async function readRows(req: OperationRequest): Promise<Row[]> {
  if (!hasCategories(req)) return []
  return (await findAll({ req, collection, where: {} })).map((row) => rowSchema.parse(row))
}

async function createCategory({
  req,
  title,
  parent,
  course,
}: {
  req: OperationRequest
  title: Texts
  parent: string | null
  course: string
}): Promise<Row> {
  const call = { collection, depth: 0, overrideAccess: true, req: asPayloadRequest(req) } as const
  const [first, ...others] = locales.filter((locale) => title[locale])
  const made = await req.payload.create({ ...call, locale: first ?? 'en', data: { title: title[first ?? 'en'], parent, course } })
  const id = String(made.id)
  for (const locale of others) await req.payload.update({ ...call, id, locale, data: { title: title[locale] } })
  return { id, parent, course, title }
}

function isSameTitle({ row, title, language }: { row: Row; title: Texts; language: Locale }): boolean {
  const wanted = title[language] ?? Object.values(title)[0]
  return wanted !== undefined && (row.title[language] ?? Object.values(row.title)[0]) === wanted
}

function pathOf({ id, rows }: { id: string; rows: ReadonlyMap<string, Row> }): Texts[] {
  const path: Texts[] = []
  const seen = new Set<string>()
  for (let at: string | null | undefined = id; at && !seen.has(at); at = rows.get(at)?.parent) {
    seen.add(at)
    const row = rows.get(at)
    if (row) path.unshift(row.title)
  }
  return path
}
