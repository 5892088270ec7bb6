import type { Locale, Result } from '@lectern/content-schemas'
import type { Field } from 'payload'
import type { ImportableType } from '../domain/questions/giftToBody.ts'

/** A text by language; what is empty is not there. */
export type Texts = Partial<Record<Locale, string>>

/**
 * What reading and writing bodies of every version needs to know of a question type beyond `ImportableType`. The fields of
 * the block say which texts have languages, and which values are files.
 */
export type ExportableType = ImportableType & {
  schema: { upgrade: (stored: { from: number; body: unknown }) => Result<unknown> }
  block: { fields: Field[] }
}
