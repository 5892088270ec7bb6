import type { GiftAnswer, GiftAnswers, GiftQuestion } from '@lectern/content-schemas'
import { escapeText } from './escapes.ts'

/** Writes questions as GIFT. `parseGift` reads them back equal, but for `line` and blanks at the ends of texts. */
export function writeGift(questions: readonly Omit<GiftQuestion, 'line'>[]): string {
  let category: string | undefined
  const blocks = questions.map((question) => {
    const heading = question.category === category ? '' : `$CATEGORY: ${question.category ?? ''}\n\n`
    category = question.category
    return heading + writeQuestion(question)
  })
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

function writeQuestion(question: Omit<GiftQuestion, 'line'>): string {
  const tags = question.tags.map((tag) => `// ${writeTag(tag)}\n`).join('')
  const name = question.name === undefined ? '' : `::${escapeText(question.name)}::`
  const format = question.format === 'moodle' && !needsFormat(question.stem) ? '' : `[${question.format}]`
  const answers = writeAnswers(question.answers, question.format)
  const feedback = question.generalFeedback === undefined ? '' : `####${escapeText(question.generalFeedback)}`
  const stem = `${name}${format}${escapeText(question.stem)}`
  if (answers === null) return `${tags}${stem}${feedback}`
  const lines = [...answers, ...(feedback ? [feedback] : [])]
  const isBlock = lines.length > 1 || question.answers.kind === 'choices'
  return isBlock ? `${tags}${stem} {\n\t${lines.join('\n\t')}\n}` : `${tags}${stem} {${lines.join('')}}`
}

/** A text that begins like a format, a comment or a category line. */
function needsFormat(stem: string): boolean {
  return /^(?:\[(?:html|moodle|plain|markdown)\]|\/\/|\$CATEGORY)/i.test(stem)
}

function writeTag(tag: string): string {
  const isId = tag.startsWith('id:')
  const value = (isId ? tag.slice(3) : tag).replace(/[\]\\[]/g, '\\$&').replace(/\s+/g, ' ')
  return isId ? `[id:${value}]` : `[tag:${value}]`
}

/** The lines between the braces; null when there are none. */
function writeAnswers(answers: GiftAnswers, format: GiftQuestion['format']): string[] | null {
  switch (answers.kind) {
    case 'description':
      return null
    case 'essay':
      return []
    case 'trueFalse':
      return [writeTrueFalse(answers)]
    case 'numeric':
      return ['#', ...answers.answers.map((answer) => writeAnswer(answer, answer.text))]
    case 'matching':
      return answers.pairs.map(({ stem, answer }) => `=${writeText(stem, format)} -> ${writeText(answer, format)}`)
    default:
      return answers.answers.map((answer) => writeAnswer(answer, writeText(answer.text, format)))
  }
}

function writeTrueFalse({ right, feedbackWrong, feedbackRight }: Extract<GiftAnswers, { kind: 'trueFalse' }>): string {
  const wrong = feedbackWrong === undefined && feedbackRight === undefined ? '' : `#${writeText(feedbackWrong ?? '', 'moodle')}`
  return `${right ? 'TRUE' : 'FALSE'}${wrong}${feedbackRight === undefined ? '' : `#${writeText(feedbackRight, 'moodle')}`}`
}

function writeAnswer(answer: GiftAnswer, text: string): string {
  const weight = answer.weight === undefined ? '' : `%${writeWeight(answer.weight)}%`
  return `${answer.mark}${weight}${text}${answer.feedback === undefined ? '' : `#${writeText(answer.feedback, 'moodle')}`}`
}

/** Plain decimals: a weight has no exponent. */
function writeWeight(weight: number): string {
  const text = String(weight)
  return text.includes('e') ? weight.toFixed(20).replace(/\.?0+$/, '') : text
}

/** An answer's text: what would be read as a weight, an arrow or a format is kept from that. */
function writeText(text: string, format: GiftQuestion['format']): string {
  const escaped = escapeText(text).replaceAll('->', '-\\>').replace(/^%/, '\\%')
  return /^\[(?:html|moodle|plain|markdown)\]/.test(text) ? `[${format}]${escaped}` : escaped
}
