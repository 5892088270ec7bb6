import type {
  Failure,
  FileRules,
  GiftInterchange,
  GradeInput,
  GradeResult,
  Locale,
  LocalizedText,
  PresentInput,
  QuestionSchema,
  Result,
  ReviewKey,
} from '@lectern/content-schemas'
import type { Block } from 'payload'

/**
 * A worked example: what the type's tests, its documentation and the testing kit run on. A type that takes no answer has null
 * for the correct one.
 */
export type QuestionSample<Authored, Response> = {
  name: string
  authored: Authored
  correct: Response
  partial?: { response: Response; fraction: number }
  wrong: Response
  /** Input that cannot be marked: `parse` must refuse it without costing a try. */
  invalid: unknown
  /** Text of the key that must never be in the view (accepted answers, feedback). */
  secrets: string[]
}

/**
 * The server's half of a question type. Everything here is pure: no clock, no randomness (draws come from `seed`), no I/O.
 *
 * `present` is the only road from the authored question to a learner. `parse` tells what cannot be marked from what is
 * wrong; blank input parses to null. `grade` marks a parsed response. `key` says the right answer, for reviews that allow it.
 */
export type QuestionType<Authored = unknown, View = unknown, Response = unknown> = {
  schema: QuestionSchema<Authored, View, Response>
  label: LocalizedText
  /**
   * False for what is shown or asked and never marked (a text, a survey). It adds nothing to a test's maximum whatever mark
   * the test gives it, and is neither right, wrong nor blank. Its `grade` answers 0 without parts, its `key` no words.
   * `byPerson` for what `grade` leaves to a person: learners cannot have it checked while they work.
   */
  marked?: false | 'byPerson'
  /**
   * The block by which authors write the body in the admin; its slug is the type. The platform adds `hints` to the fields of a
   * type that is marked; a type need not know of them.
   */
  block: Block
  /**
   * For a type from a package of its own: `<package>/<client module>#<export>` of what `provideQuestionRenderers` made, so that the
   * admin can draw the question.
   */
  preview?: string
  present: (input: PresentInput<Authored>) => View
  parse: (input: { authored: Authored; input: unknown; seed: number }) => Result<Response | null, Failure>
  grade: (input: GradeInput<Authored, Response>) => GradeResult
  /**
   * For a type whose responses have files: what it takes. Its response has `files`, the ids of files that were handed to the
   * question in this attempt; `parse` sees ids only, and who saves the response looks whether there are such files.
   */
  files?: (authored: Authored) => FileRules
  key: (input: { authored: Authored; locale: Locale; seed: number }) => ReviewKey
  /**
   * What a person would write down as a response (texts of options, numbers, lists, objects by text; never ids alone) as the
   * input of `parse`. Fails with a code where there is no such option or the form is another. Blank never gets here.
   */
  fromPlain?: (input: { authored: Authored; plain: unknown; locale: Locale; seed: number }) => Result<Response, Failure>
  /** The words by which the bank's search finds the question. */
  search: (authored: Authored) => string
  /** Problems that make the question unfit for use, as sentences for the author by field path. */
  check: (authored: Authored) => { path: string; code: string; message: string }[]
  samples: QuestionSample<Authored, Response>[]
  interchange?: { gift?: GiftInterchange<Authored> }
}

/** A question type as the registry holds it, with its own types forgotten. */
export type AnyQuestionType = QuestionType

/** Checks the definition's outline and forgets its own types, so that types of all kinds fit one registry. */
export function defineQuestionType<Authored, View, Response>(
  definition: QuestionType<Authored, View, Response>,
): AnyQuestionType {
  if (definition.block.slug !== definition.schema.type) {
    throw new Error(`The block of the question type ${definition.schema.type} has the slug ${definition.block.slug}.`)
  }
  if (definition.samples.length === 0) throw new Error(`The question type ${definition.schema.type} has no sample.`)
  // Function parameters are contravariant, so this is not assignable by type alone. Every caller goes through
  // `readAuthored`, which parses with the type's own schema before any of these functions sees a value.
  return definition as unknown as AnyQuestionType
}

/** Reads a stored body of any version into the current authored form of its type. */
export function readAuthored({
  type,
  version,
  body,
}: {
  type: AnyQuestionType
  version: number
  body: unknown
}): Result<unknown, Failure> {
  const upgraded = type.schema.upgrade({ from: version, body })
  if (!upgraded.ok) return upgraded
  const parsed = type.schema.authored.safeParse(upgraded.value)
  if (parsed.success) return { ok: true, value: parsed.data }
  return {
    ok: false,
    error: {
      code: 'QUESTION_BODY_INVALID',
      message: `The body does not fit the type ${type.schema.type}.`,
      details: parsed.error.issues,
    },
  }
}
