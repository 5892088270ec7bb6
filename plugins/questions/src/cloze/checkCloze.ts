import { readNumbers } from '../numeric/numbersText.ts'
import { checkRows, checkStem, type Problem, plainText } from '../shared/check.ts'
import { gapsIn } from '../shared/gapNodes.ts'
import { isMarkerName, markersOf, renderGapText } from '../shared/gapText.ts'
import { comparable, matchesEverything } from '../shortText/matchAnswer.ts'
import type { Cloze, ClozeGap } from './schema.ts'

/** What makes a cloze unfit for use. */
export function checkCloze({ stem, gaps }: Cloze): Problem[] {
  const texts = Object.entries(stem).filter(([, text]) => text.trim() !== '')
  return [
    ...checkStem(stem),
    ...(gaps.length === 0 ? [{ path: 'gaps', code: 'GAPS_MISSING', message: 'Add a gap for each marker in the text.' }] : []),
    ...texts.flatMap(([locale, text]) => checkText({ locale, text, gaps })),
    ...gaps.flatMap((gap, at) => [...checkName({ gap, at, gaps }), ...checkGap({ gap, path: `gaps.${at}` })]),
  ]
}

/** In every language each gap has to be in the text exactly once. */
function checkText({ locale, text, gaps }: { locale: string; text: string; gaps: ClozeGap[] }): Problem[] {
  const markers = markersOf(text)
  const shown = gapsIn(renderGapText({ text, gapOf: ({ name }) => (isMarkerName(name) ? name : undefined) }))
  const problem = (code: string, name: string, what: string): Problem => ({
    path: 'stem',
    code,
    message: `[[${name}]] ${what} (${locale}).`,
  })
  return [
    ...[...new Set(markers)]
      .filter((name) => !gaps.some((gap) => gap.name === name))
      .map((name) => problem('MARKER_UNKNOWN', name, 'has no gap of this name')),
    ...gaps
      .filter(({ name }) => isMarkerName(name))
      .flatMap(({ name }) => {
        const count = shown.filter((other) => other === name).length
        if (count === 0) return [problem('GAP_NOT_IN_TEXT', name, 'is not in the text')]
        return count > 1 ? [problem('GAP_TWICE', name, 'is in the text more than once')] : []
      }),
  ]
}

function checkName({ gap: { id, name }, at, gaps }: { gap: ClozeGap; at: number; gaps: ClozeGap[] }): Problem[] {
  const path = `gaps.${at}`
  const problems: Problem[] = []
  if (!isMarkerName(name)) {
    problems.push({
      path: `${path}.name`,
      code: 'NAME_INVALID',
      message: `Gap ${at + 1} needs a name of letters, digits, - or _.`,
    })
  } else if (gaps.findIndex((other) => other.name === name) < at) {
    problems.push({ path: `${path}.name`, code: 'NAME_DUPLICATE', message: `Gap ${at + 1} has the name of an earlier gap.` })
  }
  if (gaps.findIndex((other) => other.id === id) < at) {
    problems.push({ path: `${path}.id`, code: 'ID_DUPLICATE', message: `Gap ${at + 1} has the id of an earlier gap.` })
  }
  return problems
}

function checkGap({ gap, path }: { gap: ClozeGap; path: string }): Problem[] {
  const { kind, name, answers, weight } = gap
  const sameText = kind === 'text' ? (text: string) => comparable({ ...gap, text }) : plainText
  const problems = checkRows({ field: `${path}.answers`, rows: answers, sameText })
  if (weight === 0) {
    problems.push({ path: `${path}.weight`, code: 'WEIGHT_INVALID', message: `The gap ${name} needs a weight above 0.` })
  }
  if (!answers.some(({ fraction }) => fraction === 1)) {
    problems.push({
      path: `${path}.answers`,
      code: 'NO_RIGHT_ANSWER',
      message: `The gap ${name} has no answer that earns 100 %.`,
    })
  }
  if (kind === 'choice') {
    if (answers.length < 2) {
      problems.push({ path: `${path}.answers`, code: 'OPTIONS_TOO_FEW', message: `The gap ${name} needs at least two options.` })
    }
    return problems
  }
  answers.forEach(({ text, fraction }, at) => {
    const row = `${path}.answers.${at}`
    const written = Object.values(text).filter((one) => one.trim() !== '')
    const isAny = (one: string) => (kind === 'text' ? matchesEverything(one) : readNumbers(one).match === 'any')
    if (fraction < 0) {
      problems.push({ path: `${row}.fraction`, code: 'FRACTION_NEGATIVE', message: 'What is typed cannot cost marks.' })
    }
    if (fraction > 0 && written.some(isAny)) {
      problems.push({ path: `${row}.text`, code: 'MATCHES_EVERYTHING', message: 'This answer would accept whatever is typed.' })
    }
    if (kind === 'number' && written.some(isNoNumber)) {
      problems.push({ path: `${row}.text`, code: 'NUMBER_INVALID', message: 'Write 3, 3:0.1 (tolerance), 2.9..3.1 or *.' })
    }
  })
  return problems
}

function isNoNumber(text: string): boolean {
  const { match, value, from, to, tolerance } = readNumbers(text)
  if (match === 'any') return false
  const isTolerance = !text.includes(':') || tolerance > 0 || /:\s*0/.test(text)
  return match === 'near' ? value === null || !isTolerance : from === null || to === null || from > to
}
