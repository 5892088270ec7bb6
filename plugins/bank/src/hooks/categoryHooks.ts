import { sqlOf } from '@lectern/kernel'
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { bankErrors } from '../errors.ts'
import { isWithin, writeCategoryPaths } from '../operations/categoryTree.ts'
import { asApiError } from './asApiError.ts'

/** A category cannot lie within itself, not by way of others either. `path` begins as the title. */
export const guardCategory: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const id = typeof originalDoc?.id === 'string' ? originalDoc.id : null
  const parent = typeof data.parent === 'string' ? data.parent : null
  if (id && parent && (await isWithin({ req, category: parent, ancestor: id }))) throw asApiError(bankErrors.categoryInItself())
  return { ...data, path: data.title }
}

/** A new title or place changes the paths of everything below. */
export const writePaths: CollectionAfterChangeHook = async ({ doc, req }) => {
  await writeCategoryPaths({ req, root: String(doc.id) })
  return doc
}

/** A category that holds something stays. */
export const refuseCategoryInUse: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const sql = await sqlOf(req)
  const rows = await sql.rows<{ questions: string; categories: string }>({
    text: `select (select count(*) from "questions" where "category_id" = $1) as questions,
                  (select count(*) from "question_categories" where "parent_id" = $1) as categories`,
    values: [id],
  })
  const [questions, categories] = [Number(rows[0]?.questions), Number(rows[0]?.categories)]
  if (questions + categories > 0) throw asApiError(bankErrors.categoryInUse({ questions, categories }))
}
