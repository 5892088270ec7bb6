import { readMarkdown, readPlain, type TextContext, type Written } from './texts.ts'
import { childOf, childrenOf, flagIn, numberIn, textIn, type XmlElement } from './xml.ts'

/** `handled` names the elements that went into the body; `lost` says what of them did not. */
export type Conversion = { type: string; body: Record<string, unknown>; handled: string[]; lost?: string[] }
export type Converter = (input: { question: XmlElement; stem: Written; context: TextContext }) => Conversion | null

/** A share of Moodle's, in percent with up to seven places, as ours. */
export function fractionOf(element: XmlElement): number {
  const percent = Number(element.attributes.get('fraction') ?? 0)
  // Seven places keep a third a third.
  return Number.isFinite(percent) ? Math.round(Math.max(-100, Math.min(100, percent)) * 100_000) / 10_000_000 : 0
}

export function feedbackOf(element: XmlElement, context: TextContext): { feedback?: Written } {
  const feedback = readMarkdown(childOf(element, 'feedback'), context)
  return Object.keys(feedback).length > 0 ? { feedback } : {}
}

export const multichoice: Converter = ({ question, stem, context }) => {
  const options = childrenOf(question, 'answer').map((answer) => ({
    text: readMarkdown(answer, context),
    fraction: fractionOf(answer),
    ...feedbackOf(answer, context),
  }))
  const isSingle = flagIn(question, 'single') ?? true
  const shuffle = flagIn(question, 'shuffleanswers') ?? true
  return {
    type: isSingle ? 'single-choice' : 'multiple-choice',
    body: { stem, options, shuffle },
    handled: ['answer', 'single', 'shuffleanswers', 'answernumbering', 'showstandardinstruction'],
  }
}

/** Right answers only, and all of them: what Moodle calls all-or-nothing multiple choice. */
export const multichoiceset: Converter = (input) => {
  const converted = multichoice(input)
  if (!converted) return null
  const options = Array.isArray(converted.body.options) ? converted.body.options : []
  const right = options.filter((option) => option.fraction > 0).length
  const shared = options.map((option) => ({ ...option, fraction: option.fraction > 0 ? 1 / Math.max(1, right) : 0 }))
  return { ...converted, type: 'multiple-choice', body: { ...converted.body, options: shared, allOrNothing: true } }
}

export const truefalse: Converter = ({ question, stem, context }) => {
  const answers = childrenOf(question, 'answer')
  const said = (word: string) => answers.find((answer) => (childOf(answer, 'text')?.text ?? '').trim().toLowerCase() === word)
  const [yes, no] = [said('true'), said('false')]
  const truth = yes && fractionOf(yes) > 0 ? 'true' : no && fractionOf(no) > 0 ? 'false' : null
  const feedbackTrue = yes ? feedbackOf(yes, context).feedback : undefined
  const feedbackFalse = no ? feedbackOf(no, context).feedback : undefined
  return { type: 'true-false', body: { stem, truth, feedbackTrue, feedbackFalse }, handled: ['answer'] }
}

export const shortanswer: Converter = ({ question, stem, context }) => {
  const answers = childrenOf(question, 'answer').map((answer) => ({
    text: readPlain(answer, context),
    fraction: Math.max(0, fractionOf(answer)),
    ...feedbackOf(answer, context),
  }))
  const caseSensitive = flagIn(question, 'usecase') ?? false
  return { type: 'short-text', body: { stem, answers, caseSensitive }, handled: ['answer', 'usecase'] }
}

export const numerical: Converter = ({ question, stem, context }) => {
  const answers = childrenOf(question, 'answer').map((answer) => {
    const text = (childOf(answer, 'text')?.text ?? '').trim()
    const base = { fraction: Math.max(0, fractionOf(answer)), ...feedbackOf(answer, context) }
    if (text === '*') return { match: 'any', ...base }
    return { match: 'near', value: Number(text.replace(',', '.')), tolerance: numberIn(answer, 'tolerance') ?? 0, ...base }
  })
  const { units, lost } = unitsOf(question, context)
  return { type: 'numeric', body: { stem, answers, ...units }, handled: ['answer', ...unitElements], lost }
}

const unitElements = ['units', 'unitgradingtype', 'unitpenalty', 'showunits', 'unitsleft', 'instructions']

function unitsOf(question: XmlElement, context: TextContext): { units: Record<string, unknown>; lost: string[] } {
  const units = childrenOf(childOf(question, 'units'), 'unit').map((unit) => ({
    name: { [context.language]: textIn(unit, 'unit_name') },
    multiplier: numberIn(unit, 'multiplier') ?? 1,
  }))
  const lost = [
    ...(flagIn(question, 'unitsleft') ? ['unitsleft'] : []),
    ...(textIn(question, 'instructions') === '' ? [] : ['instructions']),
  ]
  const shown = numberIn(question, 'showunits') ?? 0
  if (units.length === 0 || shown === 3) return { units: {}, lost: units.length > 0 ? [...lost, 'units'] : lost }
  const grading = numberIn(question, 'unitgradingtype') ?? 0
  return {
    units: {
      units,
      unit: grading === 0 ? 'optional' : 'required',
      unitInput: shown === 0 ? 'typed' : 'chosen',
      unitPenalty: Math.min(1, Math.max(0, numberIn(question, 'unitpenalty') ?? 0.1)),
      unitPenaltyOf: grading === 2 ? 'question' : 'answer',
    },
    lost,
  }
}

const toleranceTypes: Readonly<Record<string, string>> = { 1: 'relative', 2: 'absolute', 3: 'geometric' }

/** Moodle draws from a list of ready values; here each attempt draws a value of its own between the same ends. */
export const calculated: Converter = ({ question, stem, context }) => {
  const answers = childrenOf(question, 'answer').map((answer) => ({
    formula: toFormula((childOf(answer, 'text')?.text ?? '').trim()),
    tolerance: numberIn(answer, 'tolerance') ?? 0.01,
    toleranceType: toleranceTypes[textIn(answer, 'tolerancetype')] ?? 'relative',
    fraction: Math.max(0, fractionOf(answer)),
    ...feedbackOf(answer, context),
  }))
  const definitions = childrenOf(childOf(question, 'dataset_definitions'), 'dataset_definition')
  const parameters = definitions.map((definition) => ({
    name: textIn(definition, 'name'),
    min: numberIn(definition, 'minimum') ?? null,
    max: numberIn(definition, 'maximum') ?? null,
    decimals: numberIn(definition, 'decimals') ?? 0,
  }))
  const { units, lost } = unitsOf(question, context)
  const odd = definitions.some((definition) => textIn(definition, 'distribution') === 'loguniform') ? ['distribution'] : []
  const texts = Object.fromEntries(Object.entries(stem).map(([locale, text]) => [locale, toPlaceholders(text)]))
  return {
    type: 'calculated',
    body: { stem: texts, answers, parameters, ...units },
    handled: ['answer', 'dataset_definitions', 'synchronize', 'single', 'answernumbering', 'shuffleanswers', ...unitElements],
    lost: [...lost, ...odd],
  }
}

/** `{a} * 2` → `a * 2`. */
function toFormula(text: string): string {
  return text === '*'
    ? text
    : text
        .replace(/\{([^{}=]+)\}/g, '$1')
        .replace(/^=/, '')
        .trim()
}

/** `{={a}*2}` → `{=a*2}`; `{a}` stays. Markdown has escaped what it might have read as its own. */
function toPlaceholders(text: string): string {
  return text.replace(/\{=((?:[^{}]|\{[^{}]*\})*)\}/g, (_, formula: string) => `{=${toFormula(formula.replaceAll('\\', ''))}}`)
}

export const matching: Converter = ({ question, stem, context }) => {
  const rows = childrenOf(question, 'subquestion').map((row) => ({
    text: readMarkdown(row, context),
    answer: readPlain(childOf(row, 'answer'), context),
  }))
  const pairs = rows.filter(({ text }) => Object.keys(text).length > 0)
  const distractors = rows.filter((row) => !pairs.includes(row)).map(({ answer }) => ({ text: answer }))
  const shuffle = flagIn(question, 'shuffleanswers') ?? true
  return { type: 'matching', body: { stem, pairs, distractors, shuffle }, handled: ['subquestion', 'shuffleanswers'] }
}

const orderingSchemes: Readonly<Record<string, Record<string, unknown>>> = {
  '-1': { allOrNothing: true },
  ALL_OR_NOTHING: { allOrNothing: true },
  0: { scheme: 'position' },
  ABSOLUTE_POSITION: { scheme: 'position' },
  1: { scheme: 'pairs' },
  RELATIVE_NEXT_EXCLUDE_LAST: { scheme: 'pairs' },
  5: { scheme: 'run' },
  LONGEST_ORDERED_SUBSET: { scheme: 'run' },
}

export const ordering: Converter = ({ question, stem, context }) => {
  const items = childrenOf(question, 'answer').map((answer) => ({ text: readMarkdown(answer, context) }))
  const grading = textIn(question, 'gradingtype')
  const scheme = orderingSchemes[grading]
  const isSelected = !['', '0', 'ALL'].includes(textIn(question, 'selecttype'))
  return {
    type: 'ordering',
    body: { stem, items, ...scheme },
    handled: ['answer', 'gradingtype', 'layouttype', 'selecttype', 'selectcount', 'showgrading', 'numberingstyle'],
    lost: [...(scheme || grading === '' ? [] : [`gradingtype ${grading}`]), ...(isSelected ? ['selecttype'] : [])],
  }
}

export const essay: Converter = ({ question, stem, context }) => {
  const body = {
    stem,
    minWords: numberIn(question, 'minwordlimit') || null,
    maxWords: numberIn(question, 'maxwordlimit') || null,
    markerNotes: readMarkdown(childOf(question, 'graderinfo'), context),
  }
  const form = ['responseformat', 'responsefieldlines', 'responserequired', 'minwordlimit', 'maxwordlimit']
  const files = ['attachments', 'attachmentsrequired', 'maxbytes', 'filetypeslist']
  const hasFiles = (numberIn(question, 'attachments') ?? 0) !== 0
  return { type: 'essay', body, handled: ['graderinfo', ...form, ...files], lost: hasFiles ? ['attachments'] : [] }
}

export const description: Converter = ({ stem }) => ({ type: 'description', body: { stem }, handled: [] })
