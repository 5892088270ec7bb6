import { type Certainty, type CertaintySummary, certainties } from '@lectern/content-schemas'

/**
 * Certainty-based marking as Moodle has it (after A. R. Gardner-Medwin): what a right and a wrong response earn in multiples
 * of the question's mark, and between which shares of right responses the level is the best one to choose.
 */
const levels: Record<Certainty, { right: number; wrong: number; from: number; to: number }> = {
  1: { right: 1, wrong: 0, from: 0, to: 2 / 3 },
  2: { right: 2, wrong: -2, from: 2 / 3, to: 0.8 },
  3: { right: 3, wrong: -6, from: 0.8, to: 1 },
}

/** What counts where the learner did not say how sure they are. */
const assumedCertainty: Certainty = 1

/** Nobody earns more than this multiple of a question's mark. */
export const highestCertaintyMark = levels[3].right

/** Fractions up to this are wrong, as in Moodle. */
const wrongUpTo = 0.00000005

/**
 * What a response earns, −6…3 times the question's mark. A partly right one earns its share of what a right one would, one
 * below 0 counts as wrong. `fraction` null: unanswered, which is always 0.
 */
export function certaintyMark({ fraction, certainty }: { fraction: number | null; certainty: Certainty | null }): number {
  if (fraction === null) return 0
  const { right, wrong } = levels[certainty ?? assumedCertainty]
  return fraction <= wrongUpTo ? wrong : right * fraction
}

/** A marked question: `weight` its mark, `fraction` what the response earns by itself, null when it was not answered. */
export type CertainResponse = { weight: number; fraction: number | null; certainty: Certainty | null }

/**
 * Accuracy, average mark and bonus of an attempt, and how well each level fitted. Questions without a mark are left out.
 * Null when none is left.
 */
export function summariseCertainty(responses: CertainResponse[]): CertaintySummary | null {
  const counted = responses.filter(({ weight }) => weight > 0)
  const whole = figuresOf(counted)
  if (!whole) return null
  const answered = counted.filter(({ fraction }) => fraction !== null)
  return {
    ...whole,
    answered: answered.length === counted.length ? null : figuresOf(answered),
    levels: certainties.map((certainty) => {
      const own = answered.filter((response) => (response.certainty ?? assumedCertainty) === certainty)
      const accuracy = figuresOf(own)?.accuracy ?? null
      return {
        certainty,
        questions: own.length,
        accuracy,
        verdict: accuracy === null ? null : verdictOn({ certainty, accuracy, questions: own.length }),
      }
    }),
  }
}

function figuresOf(responses: CertainResponse[]) {
  const weight = sum(responses.map((response) => response.weight))
  if (weight === 0) return null
  const accuracy = sum(responses.map((response) => response.weight * (response.fraction ?? 0))) / weight
  const averageMark = sum(responses.map((response) => response.weight * certaintyMark(response))) / weight
  return { questions: responses.length, averageMark, accuracy, bonus: bonusOf({ averageMark, accuracy }) }
}

/**
 * A tenth of what the average mark is above that of somebody with the same accuracy who chose the one level that is best for
 * it. Source of the tenth: Gardner-Medwin, “Optimisation of certainty-based assessment scores” (2013).
 */
export function bonusOf({ averageMark, accuracy }: { averageMark: number; accuracy: number }): number {
  const expected = certainties.map((certainty) => accuracy * levels[certainty].right + (1 - accuracy) * levels[certainty].wrong)
  return 0.1 * (averageMark - Math.max(...expected))
}

type Verdict = NonNullable<CertaintySummary['levels'][number]['verdict']>

/** Far from the level's best range is, as in Moodle, distance² × responses above a half. */
function verdictOn({ certainty, accuracy, questions }: { certainty: Certainty; accuracy: number; questions: number }): Verdict {
  const { from, to } = levels[certainty]
  const slack = 0.0000005
  if (accuracy < from - slack) return (accuracy - from) ** 2 * questions > 0.5 ? 'overconfident' : 'slightlyOverconfident'
  if (accuracy > to + slack) return (accuracy - to) ** 2 * questions > 0.5 ? 'underconfident' : 'slightlyUnderconfident'
  return 'fitting'
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
