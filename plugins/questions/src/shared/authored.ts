import { failure, type LocalizedText, localeSchema, type Result, success } from '@lectern/content-schemas'
import { z } from 'zod'

/**
 * Text by language as the CMS stores it: a language that was never filled in may be null there, and is absent here.
 * `max` counts characters of each language.
 */
export function authoredText(max: number): z.ZodType<LocalizedText> {
  return z.preprocess(withoutNulls, z.partialRecord(localeSchema, z.string().max(max)))
}

/** An optional value that the CMS stores as null when it was left empty. */
export function emptyAsDefault<Value>(schema: z.ZodType<Value>, value: Value): z.ZodType<Value> {
  return z.preprocess((given) => given ?? value, schema)
}

/** The question text and the feedback given whatever was answered, as every type of this package has them. */
export const stemShape = {
  stem: authoredText(100_000),
  generalFeedback: authoredText(20_000),
}

/** Id of an option or an accepted answer. It is shown to learners and tells neither order nor correctness. */
export const rowIdSchema = z.string().min(1).max(64)

/** A share of the question's mark, −1…1. */
export const fractionSchema = emptyAsDefault(z.number().min(-1).max(1), 0)

/** `upgrade` of a type that has had one version only. */
export function onlyVersionOne({ from, body }: { from: number; body: unknown }): Result<unknown> {
  if (from === 1) return success(body)
  return failure({ code: 'QUESTION_VERSION_UNKNOWN', message: `There is no version ${from} of this question type.` })
}

function withoutNulls(value: unknown): unknown {
  if (value === null || value === undefined) return {}
  if (typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, text]) => text !== null && text !== undefined))
}
