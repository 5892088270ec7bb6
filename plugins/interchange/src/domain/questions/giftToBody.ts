import {
  failure,
  type GiftInterchange,
  type GiftQuestion,
  type Locale,
  locales,
  type Result,
  success,
} from '@lectern/content-schemas'
import type { z } from 'zod'
import { withoutHtml } from '../gift/htmlInGift.ts'

/** What an importer needs to know of a question type; every type of the kernel's registry fits. */
export type ImportableType = {
  schema: { type: string; version: number; authored: z.ZodType }
  check: (authored: unknown) => { path: string; code: string; message: string }[]
  search: (authored: unknown) => string
  interchange?: { gift?: GiftInterchange<unknown> }
}
export type QuestionTypes = ReadonlyMap<string, ImportableType>

/** A question as it is stored: `body` is the one block, `text` the words by which it is found. */
export type StoredQuestion = { type: string; typeVersion: number; body: Record<string, unknown>; text: string }

/**
 * One GIFT question in its languages as a stored body. `idFor` names its parts (options, …) by ordinal and must always
 * give the same. Failures: QUESTION_UNSUPPORTED (no installed type takes it), QUESTION_UNFIT (its type refuses it),
 * TRANSLATION_MISMATCH (the translation has another shape).
 */
export function giftToBody({
  questions,
  language,
  types,
  idFor,
}: {
  questions: Partial<Record<Locale, GiftQuestion>>
  language: Locale
  types: QuestionTypes
  idFor: (ordinal: number) => string
}): Result<StoredQuestion> {
  const own = questions[language] && withoutHtml(questions[language])
  if (!own) return failure({ code: 'QUESTION_UNSUPPORTED', message: 'There is no question in the default language.' })
  for (const type of types.values()) {
    const gift = type.interchange?.gift
    const first = gift?.fromGift(own, { locale: language, idFor })
    if (!gift || first === null || first === undefined) continue
    let authored: unknown = first
    for (const locale of locales) {
      const translated = locale === language ? undefined : questions[locale]
      if (!translated) continue
      const other = gift.fromGift(withoutHtml(translated), { locale, idFor })
      const merged = other === null ? null : gift.mergeTranslation(authored, other, locale)
      if (!merged?.ok) {
        return failure({
          code: 'TRANSLATION_MISMATCH',
          message: `The translation (${locale}) has other answers: ${merged?.error.message ?? 'another kind'}`,
        })
      }
      authored = merged.value
    }
    return toStored(type, authored)
  }
  return failure({
    code: 'QUESTION_UNSUPPORTED',
    message: `No installed question type takes questions of the kind ${own.answers.kind}.`,
  })
}

/** Checks an authored body by its type and makes it the block that is stored. */
export function toStored(type: ImportableType, authored: unknown): Result<StoredQuestion> {
  const parsed = type.schema.authored.safeParse(authored)
  const problem = parsed.success ? type.check(parsed.data)[0] : parsed.error.issues[0]
  if (!parsed.success || problem || !isRecord(parsed.data)) {
    return failure({ code: 'QUESTION_UNFIT', message: problem?.message ?? 'It does not fit its type.' })
  }
  const { type: blockType, version: typeVersion } = type.schema
  return success({
    type: blockType,
    typeVersion,
    body: { ...parsed.data, blockType },
    text: type.search(parsed.data).slice(0, 4000),
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
