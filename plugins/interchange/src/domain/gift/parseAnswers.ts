import { failure, type GiftAnswer, type GiftAnswers, type Result, success } from '@lectern/content-schemas'
import { restoreText } from './escapes.ts'

/** What stands between the braces (escapes protected, general feedback taken off), by kind. */
export function parseAnswers(source: string): Result<GiftAnswers> {
  const text = source.trim()
  if (text === '') return success({ kind: 'essay' })
  if (text.startsWith('#')) return parseNumeric(text.slice(1))
  const truth = /^(T|TRUE|F|FALSE)\s*(?:#|$)/i.exec(text)
  if (truth) return success(parseTrueFalse(text, truth[1] ?? ''))
  const first = text.charAt(0)
  if (first !== '=' && first !== '~') {
    return failure({ code: 'GIFT_ANSWER_MARK_MISSING', message: 'An answer begins with = or ~.' })
  }
  const pieces = splitAnswers(text)
  if (pieces.some(({ mark }) => mark === '~')) return parseChoices(pieces)
  const pairs = pieces.filter(({ text: answer }) => answer.includes('->'))
  if (pairs.length === 0) return parseShort(pieces)
  if (pairs.length < pieces.length)
    return failure({ code: 'GIFT_MATCHING_INCOMPLETE', message: 'Some answers have -> and some do not.' })
  return success({ kind: 'matching', pairs: pieces.map(toPair) })
}

type Piece = { mark: '=' | '~'; text: string }

/** Cuts before every unescaped `=` and `~`. */
function splitAnswers(text: string): Piece[] {
  return Array.from(
    text.matchAll(/([=~])([^=~]*)/g),
    ([, mark, rest]): Piece => ({ mark: mark === '~' ? '~' : '=', text: rest ?? '' }),
  )
}

function parseTrueFalse(text: string, word: string): GiftAnswers {
  const [, wrong, right] = text.split('#')
  return { kind: 'trueFalse', right: /^t/i.test(word), feedbackWrong: optional(wrong), feedbackRight: optional(right) }
}

function parseChoices(pieces: Piece[]): Result<GiftAnswers> {
  const answers = parsePieces(pieces)
  if (!answers.ok) return answers
  const hasRight = answers.value.some(({ mark, weight }) => (weight === undefined ? mark === '=' : weight > 0))
  if (!hasRight) return failure({ code: 'GIFT_NO_RIGHT_ANSWER', message: 'No answer is right.' })
  return success({ kind: 'choices', answers: answers.value })
}

function parseShort(pieces: Piece[]): Result<GiftAnswers> {
  const answers = parsePieces(pieces)
  return answers.ok ? success({ kind: 'short', answers: answers.value }) : answers
}

function parseNumeric(source: string): Result<GiftAnswers> {
  const text = source.trim()
  const hasMarks = text.startsWith('=') || text.startsWith('~')
  const answers = parsePieces(hasMarks ? splitAnswers(text) : [{ mark: '=', text }])
  if (!answers.ok) return answers
  const wrong = answers.value.find((answer) => !(isNumeric(answer.text) || (answer.mark === '~' && answer.text === '')))
  if (wrong)
    return failure({ code: 'GIFT_NUMBER_INVALID', message: `"${wrong.text.slice(0, 60)}" is no number, range or tolerance.` })
  return success({ kind: 'numeric', answers: answers.value })
}

const number = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?'
const numericPattern = new RegExp(`^${number}\\s*(?:(?::|\\.\\.)\\s*${number})?$`)

/** `3`, `3:0.1` (tolerance), `2.9..3.1` (range). */
export function isNumeric(text: string): boolean {
  return text.length < 200 && numericPattern.test(text)
}

function parsePieces(pieces: Piece[]): Result<GiftAnswer[]> {
  const answers: GiftAnswer[] = []
  for (const piece of pieces) {
    const answer = parsePiece(piece)
    if (!answer.ok) return answer
    answers.push(answer.value)
  }
  return success(answers)
}

function parsePiece({ mark, text }: Piece): Result<GiftAnswer> {
  const trimmed = text.trimStart()
  const weight = /^%([^%\s]{0,40})%/.exec(trimmed)
  const value = weight ? parseWeight(weight[1] ?? '') : undefined
  if (value === null)
    return failure({ code: 'GIFT_WEIGHT_INVALID', message: `${weight?.[0]} is not a percentage from -100 to 100.` })
  const rest = weight ? trimmed.slice(weight[0].length) : trimmed
  const hash = rest.indexOf('#')
  const answer = hash === -1 ? rest : rest.slice(0, hash)
  const feedback = hash === -1 ? undefined : optional(rest.slice(hash + 1))
  return success({ mark, weight: value, text: restoreText(dropFormat(answer)), feedback })
}

function parseWeight(text: string): number | null {
  const value = /^-?\d{1,3}(?:\.\d{1,20})?$/.test(text) ? Number(text) : Number.NaN
  return value >= -100 && value <= 100 ? value : null
}

function toPair({ text }: Piece): { stem: string; answer: string } {
  const arrow = text.indexOf('->')
  return { stem: restoreText(dropFormat(text.slice(0, arrow))), answer: restoreText(dropFormat(text.slice(arrow + 2))) }
}

/** Answers may name a format of their own; texts here have that of the question. */
function dropFormat(text: string): string {
  return text.trimStart().replace(/^\[(?:html|moodle|plain|markdown)\]/, '')
}

function optional(text: string | undefined): string | undefined {
  const restored = text === undefined ? '' : restoreText(dropFormat(text))
  return restored === '' ? undefined : restored
}
