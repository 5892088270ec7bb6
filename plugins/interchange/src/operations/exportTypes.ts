import type { Locale, Result } from '@lectern/content-schemas'
import type { ImportableType } from '../domain/questions/giftToBody.ts'

/** A text by language; what is empty is not there. */
export type Texts = Partial<Record<Locale, string>>

/** A question type that can be exported reads its stored bodies of every version. */
export type ExportableType = ImportableType & {
  schema: { upgrade: (stored: { from: number; body: unknown }) => Result<unknown> }
}
