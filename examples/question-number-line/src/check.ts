import { checkStem, type Problem } from '@lectern/questions/kit/server'
import { mostLabels, mostSteps, stepsOf, toPlace } from './line.ts'
import type { NumberLine } from './schema.ts'

/** What makes a number line unfit for use. */
export function checkNumberLine(authored: NumberLine): Problem[] {
  const { min, max, labelEvery, answer, tolerance, nearTolerance } = authored
  const problems = checkStem(authored.stem)
  const add = (path: string, code: string, message: string): void => {
    problems.push({ path, code, message })
  }
  if (min >= max) {
    add('max', 'LINE_EMPTY', 'The line has to end after it begins.')
    return problems
  }
  const steps = stepsOf(authored)
  if (steps > mostSteps) add('step', 'STEP_TOO_SMALL', `The point cannot have more than ${mostSteps} places.`)
  else if (steps < 1) add('step', 'STEP_TOO_LARGE', 'The step is longer than the line.')
  if (labelEvery <= 0 || (max - min) / labelEvery > mostLabels - 1) {
    add('labelEvery', 'LABELS_TOO_MANY', `There is room for ${mostLabels} numbers at the line.`)
  }
  const place = steps <= mostSteps ? toPlace({ ...authored, value: answer }) : answer
  if (place === null) add('answer', 'ANSWER_BESIDE_LINE', 'The right place is not on the line.')
  else if (Math.abs(place - answer) > tolerance + 1e-9) {
    add(
      'answer',
      'ANSWER_BETWEEN_STEPS',
      'No place that the point can have is right. Make the step smaller or the tolerance larger.',
    )
  }
  if (nearTolerance !== null && nearTolerance <= tolerance) {
    add('nearTolerance', 'NEAR_NOT_WIDER', 'What is half right has to reach further than what is right.')
  }
  return problems
}
