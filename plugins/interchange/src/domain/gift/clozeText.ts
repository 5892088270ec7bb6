import { failure, type GiftGap, type Result, success } from '@lectern/content-schemas'

type Kind = Pick<GiftGap, 'kind' | 'caseSensitive' | 'shuffle'>
const text: Kind = { kind: 'text', caseSensitive: false, shuffle: true }
const exactText: Kind = { ...text, caseSensitive: true }
const number: Kind = { ...text, kind: 'number' }
const choice: Kind = { kind: 'choice', caseSensitive: false, shuffle: false }
const shuffled: Kind = { ...choice, shuffle: true }

/** The kinds of Moodle's embedded answers (https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type), by all their names. */
const kinds: Readonly<Record<string, Kind>> = {
  SHORTANSWER: text,
  SA: text,
  MW: text,
  SHORTANSWER_C: exactText,
  SAC: exactText,
  MWC: exactText,
  NUMERICAL: number,
  NM: number,
  MULTICHOICE: choice,
  MC: choice,
  MULTICHOICE_V: choice,
  MCV: choice,
  MULTICHOICE_H: choice,
  MCH: choice,
  MULTICHOICE_S: shuffled,
  MCS: shuffled,
  MULTICHOICE_VS: shuffled,
  MCVS: shuffled,
  MULTICHOICE_HS: shuffled,
  MCHS: shuffled,
}

const start = /\{\s*(\d{0,4})\s*:\s*([A-Z]+(?:_[A-Z]+)?)\s*:/g

export function hasClozeGaps(text: string): boolean {
  return /\{\s*\d{0,4}\s*:\s*[A-Z]+(?:_[A-Z]+)?\s*:/.test(text)
}

/** How the choices of a gap are laid out is not kept. */
export type ClozeText = { text: string; gaps: GiftGap[] }

/**
 * Cuts embedded answers out of a text; `gap` gives what stands in their places, by the names `1`, `2`, …
 * Failures: CLOZE_UNCLOSED, CLOZE_KIND_UNSUPPORTED, CLOZE_EMPTY (`details` is the offset).
 */
export function parseClozeText({ text: source, gap }: { text: string; gap: (name: string) => string }): Result<ClozeText> {
  const gaps: GiftGap[] = []
  let cut = ''
  let from = 0
  for (const match of source.matchAll(start)) {
    if (match.index < from) continue
    const [whole, weight = '', kindName = ''] = match
    const kind = Object.hasOwn(kinds, kindName) ? kinds[kindName] : undefined
    if (!kind) {
      return failure({
        code: 'CLOZE_KIND_UNSUPPORTED',
        message: `Gaps of the kind ${kindName} are not read.`,
        details: match.index,
      })
    }
    const inner = match.index + whole.length
    const end = closingBrace(source, inner)
    if (end === -1) return failure({ code: 'CLOZE_UNCLOSED', message: 'A gap has no closing }', details: match.index })
    const answers = splitUnescaped(source.slice(inner, end), '~').flatMap(parseAnswer)
    if (answers.length === 0) return failure({ code: 'CLOZE_EMPTY', message: 'A gap has no answers.', details: match.index })
    const name = String(gaps.length + 1)
    gaps.push({ name, ...kind, weight: weight === '' ? 1 : Number(weight), answers })
    cut += source.slice(from, match.index) + gap(name)
    from = end + 1
  }
  return success({ text: cut + source.slice(from), gaps })
}

function closingBrace(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '}') return at
  }
  return -1
}

function splitUnescaped(text: string, mark: string): string[] {
  const pieces: string[] = ['']
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === mark) pieces.push('')
    else if (character === '\\') {
      pieces.push(`${pieces.pop() ?? ''}${text.slice(at, at + 2)}`)
      at += 1
    } else pieces.push(`${pieces.pop() ?? ''}${character}`)
  }
  return pieces
}

/** `=right`, `%50%half#feedback`, `wrong`. Nothing before the first `~` is no answer. */
function parseAnswer(piece: string): GiftGap['answers'] {
  const trimmed = piece.trim()
  if (trimmed === '') return []
  const [, equals = '', percent, rest = ''] = /^(=?)\s*(?:%\s*(-?\d{1,3}(?:\.\d{1,20})?)\s*%)?([\s\S]*)$/.exec(trimmed) ?? []
  const [answer = '', ...feedback] = splitUnescaped(rest, '#')
  const fraction =
    percent === undefined ? (equals ? 1 : 0) : Math.round(Math.max(-100, Math.min(100, Number(percent))) * 100_000) / 10_000_000
  const said = withoutEscapes(feedback.join('#')).trim()
  return [{ text: withoutEscapes(answer).trim(), fraction, feedback: said === '' ? undefined : said }]
}

function withoutEscapes(text: string): string {
  return text.replace(/\\([~=#{}"/\\])/g, '$1')
}
