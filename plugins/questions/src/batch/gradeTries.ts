import type { Certainty, Failure, GradeResult, Result } from '@lectern/content-schemas'

/** A response as far as a behaviour goes: `fraction` (−1…1) is what it earns by itself, null when it is blank. */
export type BatchTry = { fraction: number | null; certainty: Certainty | null }

/** How several tries at a question are marked; the behaviours of tests fit. */
export type BatchRules = {
  /** How often a question with so many hints may be checked: 0 where only the last response counts, infinite without end. */
  checks: (input: { hints: number }) => number
  /** Whether a right response settles a question. */
  settlesWhenRight: boolean
  /** A response that says the same as the one before it is no try. */
  ignoresRepeats: boolean
  isSame: (left: unknown, right: unknown) => boolean
  /** What a question earns, in multiples of its mark, by its tries, oldest first. */
  earned: (tries: [...BatchTry[], BatchTry]) => number
}

/** How one try went: what it earns by itself, or why it is none, which costs nothing. */
export type TryReport = { fraction: number | null; error?: Pick<Failure, 'code' | 'message'> }

export type GradedTries = { fraction: number; last: GradeResult; reports: TryReport[] }

/** A response as it was read: null is blank. `grade` marks it by itself. */
export type ReadTry = { response: unknown; grade: () => GradeResult }

/**
 * Marks the tries at one question by the rules of a behaviour. A try that cannot be read, a blank one where a question is
 * checked, one that repeats the one before, and one after the question is settled are none: they are reported and cost nothing.
 * Fails with the last error when no try is left.
 */
export function gradeTries({
  rules,
  hints,
  certainty,
  tries,
}: {
  rules: BatchRules
  hints: number
  certainty: Certainty | null
  tries: Result<ReadTry>[]
}): Result<GradedTries> {
  const most = rules.checks({ hints })
  const counted: { response: unknown; result: GradeResult; tried: BatchTry }[] = []
  let refusal: Failure = { code: 'TRIES_MISSING', message: 'There is no response.' }
  const reports = tries.map((read): TryReport => {
    const refused = read.ok ? refusalOf({ rules, most, read: read.value, counted }) : read.error
    if (refused || !read.ok) {
      refusal = refused ?? refusal
      return { fraction: null, error: { code: refusal.code, message: refusal.message } }
    }
    const result = read.value.grade()
    const fraction = read.value.response === null ? null : result.fraction
    counted.push({ response: read.value.response, result, tried: { fraction, certainty } })
    return { fraction: result.fraction }
  })
  const last = counted.at(-1)
  if (!last) return { ok: false, error: refusal }
  const [...before] = counted.slice(0, -1).map(({ tried }) => tried)
  const fraction = last.result.needsMarking ? 0 : rules.earned([...before, last.tried])
  return { ok: true, value: { fraction, last: last.result, reports } }
}

function refusalOf({
  rules,
  most,
  read: { response },
  counted,
}: {
  rules: BatchRules
  most: number
  read: ReadTry
  counted: { response: unknown; result: GradeResult }[]
}): Failure | null {
  const last = counted.at(-1)
  if (most === 0 || !last) return null
  if (response === null) return { code: 'TRY_BLANK', message: 'A blank response is no try.' }
  if (rules.ignoresRepeats && rules.isSame(last.response, response)) {
    return { code: 'TRY_REPEATED', message: 'It says the same as the try before it.' }
  }
  const isRight = last.result.fraction >= 1 && rules.settlesWhenRight
  return isRight || counted.length >= most
    ? { code: 'QUESTION_SETTLED', message: 'The question is settled; no further try counts.' }
    : null
}
