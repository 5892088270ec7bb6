import type { AnyQuestionType } from '@lectern/kernel/question'
import { cloze } from './cloze/index.ts'
import { dragWords } from './dragWords/index.ts'
import { dropdownGaps } from './dropdownGaps/index.ts'
import { numeric } from './numeric/index.ts'
import { readNumbers } from './numeric/numbersText.ts'
import { shortText } from './shortText/index.ts'
import { trueFalse } from './trueFalse/index.ts'

type Scheme = {
  type: AnyQuestionType
  settings: object
  toBody?: (question: string) => object
  toResponse: (given: string) => unknown
}

const toText = (text: string) => ({ text })
const metres = [
  { id: 'm', name: { en: 'm' }, multiplier: 1 },
  { id: 'km', name: { en: 'km' }, multiplier: 0.001 },
]

/** How the headings of docs/marking.md about statements, numbers and gaps set up their examples. */
export const gapSchemes: Record<string, Scheme> = {
  'True or false': {
    type: trueFalse,
    settings: {},
    toBody: (truth) => ({ truth }),
    toResponse: (given) => ({ value: given === 'true' }),
  },
  'Accents do not matter': { type: shortText, settings: { ignoreDiacritics: true }, toResponse: toText },
  'One slip is forgiven': { type: shortText, settings: { editDistance: 1 }, toResponse: toText },
  Number: { type: numeric, settings: {}, toBody: toNumbers, toResponse: toText },
  'Relative tolerance': {
    type: numeric,
    settings: {},
    toBody: (question) => toNumbers(question, 'relative'),
    toResponse: toText,
  },
  'Geometric tolerance': {
    type: numeric,
    settings: {},
    toBody: (question) => toNumbers(question, 'geometric'),
    toResponse: toText,
  },
  'A unit that is required': {
    type: numeric,
    settings: { unit: 'required', units: metres, unitPenalty: 0.25 },
    toBody: toNumbers,
    toResponse: toText,
  },
  'Text with gaps': { type: cloze, settings: {}, toBody: toGaps, toResponse: (given) => toFilled(given.split('; ')) },
  'Words from lists': { type: dropdownGaps, settings: {}, toBody: toWords, toResponse: (given) => toFilled(given.split(', ')) },
  'Drag words into a text': {
    type: dragWords,
    settings: {},
    toBody: toWords,
    toResponse: (given) => toFilled(given.split(', ')),
  },
}

/** `Paris 100, Lyon 50`: texts and their shares. */
function toRows(list: string): { id: string; text: { en: string }; fraction: number }[] {
  return list.split(', ').map((part) => {
    const at = part.lastIndexOf(' ')
    const text = part.slice(0, at)
    return { id: text, text: { en: text }, fraction: Number(part.slice(at + 1)) / 100 }
  })
}

function toNumbers(question: string, toleranceType = 'absolute'): object {
  const answers = toRows(question).map(({ id, fraction }) => ({ id, ...readNumbers(id), fraction, toleranceType }))
  return { answers }
}

/** `text: a 100, b 50; number ×2: 5:1 100; choice: c 100, d 0`: gaps with their weights and answers. */
function toGaps(question: string): object {
  const gaps = question.split('; ').map((part, at) => {
    const [, kind, weight, answers = ''] = /^(text|number|choice)(?: ×(\d+))?: (.+)$/.exec(part) ?? []
    return { id: `g${at + 1}`, name: String(at + 1), kind, weight: Number(weight ?? 1), answers: toRows(answers) }
  })
  return { stem: { en: gaps.map(({ name }) => `[[${name}]]`).join(' ') }, gaps }
}

/** `request, response; cookie`: the right words of the gaps in order, then the words that belong in none. */
function toWords(question: string): object {
  const [right = '', others = ''] = question.split('; ')
  const toWord = (text: string, name: string) => ({ id: text, name, text: { en: text } })
  const words = [...new Set(right.split(', '))].map((text, at) => toWord(text, `n${at}`))
  const nameOf = (text: string) => words.find(({ id }) => id === text)?.name
  return {
    stem: {
      en: right
        .split(', ')
        .map((text) => `[[${nameOf(text)}]]`)
        .join(' '),
    },
    words: [...words, ...(others ? others.split(', ').map((text) => toWord(text, '')) : [])],
  }
}

/** What is in the gaps in order; `–` is an empty one. */
function toFilled(values: string[]): object {
  const filled = values.map((value, at) => [`g${at + 1}`, value]).filter(([, value]) => value !== '–')
  return { gaps: Object.fromEntries(filled) }
}
