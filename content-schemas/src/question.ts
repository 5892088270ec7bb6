import { z } from 'zod'
import { type Locale, type LocalizedText, localeSchema } from './locale.ts'
import type { Failure, Result } from './result.ts'

/**
 * The isomorphic part of a question type.
 * `authored` is what an author wrote, key included, all languages in it (`LocalizedText` fields); it never leaves the server.
 * `view` is what a learner may see; `response` what a learner gives.
 * `upgrade` reads every stored older version; a persisted key is never renamed.
 */
export type QuestionSchema<Authored = unknown, View = unknown, Response = unknown> = {
  type: string
  version: number
  authored: z.ZodType<Authored>
  view: z.ZodType<View>
  response: z.ZodType<Response>
  /** Stored body of version `from` → body of the current version. Unknown versions are a failure, not a crash. */
  upgrade: (stored: { from: number; body: unknown }) => Result<unknown, Failure>
}

export function defineQuestionSchema<Authored, View, Response>(
  schema: QuestionSchema<Authored, View, Response>,
): QuestionSchema<Authored, View, Response> {
  return schema
}

/** A message for the learner about the whole response or one part of it; `html` is already safe. */
export type Feedback = { part?: string; html: string }

/** `part` names what was marked (an option id, a gap, a row); `fraction` is that part's share earned. */
export type GradedPart = { part: string; fraction: number; state: 'right' | 'partly' | 'wrong' | 'missed' }

/**
 * `fraction` is in −1…1 of the question's mark (negative only where the marking scheme says so).
 * `needsMarking` is true when a person has to mark; `fraction` is then 0.
 */
export type GradeResult = {
  fraction: number
  parts: GradedPart[]
  feedback: Feedback[]
  needsMarking?: boolean
}

/** What a learner may see of the key once the review policy allows it. `html` says the right answer in words. */
export type ReviewKey = { html: string; parts?: Record<string, string> }

export type PresentInput<Authored> = { authored: Authored; locale: Locale; seed: number }
/** `seed` is that of the attempt's question: a type with drawn parameters marks what it showed. */
export type GradeInput<Authored, Response> = { authored: Authored; response: Response; locale: Locale; seed: number }

/** One question as GIFT sees it: text is unescaped; `weight` is a percentage −100…100 or undefined. */
export type GiftQuestion = {
  /** `::title::`, or undefined. */
  name: string | undefined
  format: 'html' | 'markdown' | 'plain' | 'moodle'
  stem: string
  answers: GiftAnswers
  generalFeedback: string | undefined
  /** Values of `[tag:…]` and `$CATEGORY`. */
  category: string | undefined
  tags: string[]
  /** 1-based line where the question begins. */
  line: number
}

export type GiftAnswer = {
  /** `=` is right, `~` a choice that is wrong unless `weight` says otherwise. */
  mark: '=' | '~'
  weight: number | undefined
  text: string
  feedback: string | undefined
}

/**
 * A gap as Moodle's embedded answers have it; the stem has `[[name]]` in its place. `fraction` is −1…1 of the gap. Texts of
 * numbers are `3`, `3:0.1` or `*`.
 */
export type GiftGap = {
  name: string
  kind: 'text' | 'number' | 'choice'
  weight: number
  caseSensitive: boolean
  /** Of choices only. */
  shuffle: boolean
  answers: { text: string; fraction: number; feedback: string | undefined }[]
}

export type GiftAnswers =
  | { kind: 'choices'; answers: GiftAnswer[] }
  | { kind: 'short'; answers: GiftAnswer[] }
  | { kind: 'trueFalse'; right: boolean; feedbackWrong: string | undefined; feedbackRight: string | undefined }
  | { kind: 'numeric'; answers: GiftAnswer[] }
  | { kind: 'matching'; pairs: { stem: string; answer: string }[] }
  | { kind: 'essay' }
  | { kind: 'description' }
  | { kind: 'cloze'; gaps: GiftGap[] }

/** Converts between an authored body and GIFT. `fromGift` answers null when the question is not of this type. */
export type GiftInterchange<Authored> = {
  fromGift: (question: GiftQuestion, options: { locale: Locale; idFor: (ordinal: number) => string }) => Authored | null
  /** `lost` names what GIFT cannot say. */
  toGift: (
    authored: Authored,
    options: { locale: Locale },
  ) => { question: Omit<GiftQuestion, 'line' | 'name' | 'category' | 'tags'>; lost: string[] }
  /** Puts the text of one more language (parsed from the translated file) into a body; ids and marks stay. */
  mergeTranslation: (authored: Authored, translated: Authored, locale: Locale) => Result<Authored>
}

/** The neutral record by which importers hand over questions of any source. */
export type ImportedQuestion = { name: string; type: string; version: number; body: Record<string, unknown> }

/** Shared shape of authored bodies: the question text and the feedback that is given whatever was answered. */
export const stemFields = {
  stem: z.partialRecord(localeSchema, z.string().max(100_000)),
  generalFeedback: z.partialRecord(localeSchema, z.string().max(20_000)).optional(),
}
export type StemFields = { stem: LocalizedText; generalFeedback?: LocalizedText | undefined }
