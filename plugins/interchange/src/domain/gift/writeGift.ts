import type { GiftAnswer, GiftAnswers, GiftGap, GiftQuestion } from '@lectern/content-schemas'
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
  const { answers: asked } = question
  const answers = writeAnswers(asked, question.format)
  const feedback = question.generalFeedback === undefined ? '' : `####${escapeText(question.generalFeedback)}`
  const text = asked.kind === 'cloze' ? writeGaps({ stem: question.stem, gaps: asked.gaps }) : escapeText(question.stem)
  const stem = `${name}${format}${text}`
  if (answers === null) return `${tags}${stem}${feedback}`
  const lines = [...answers, ...(feedback ? [feedback] : [])]
  const isBlock = lines.length > 1 || question.answers.kind === 'choices'
  return isBlock ? `${tags}${stem} {\n\t${lines.join('\n\t')}\n}` : `${tags}${stem} {${lines.join('')}}`
}

const gapKinds = { text: 'SHORTANSWER', number: 'NUMERICAL', choice: 'MULTICHOICE' }

/** The stem with each gap's answers in the place of its name. A gap that the stem does not have is left out. */
function writeGaps({ stem, gaps }: { stem: string; gaps: GiftGap[] }): string {
  return stem
    .split(/(\[\[[^[\]]+\]\])/)
    .map((piece) => {
      const gap = gaps.find(({ name }) => piece === `[[${name}]]`)
      return gap ? writeGap(gap) : escapeText(piece)
    })
    .join('')
}

function writeGap({ kind, weight, caseSensitive, shuffle, answers }: GiftGap): string {
  const suffix = kind === 'text' && caseSensitive ? '_C' : kind === 'choice' && shuffle ? '_S' : ''
  const written = answers.map(({ text, fraction, feedback }) => {
    const share = fraction === 1 ? '=' : `%${writeWeight(Math.round(fraction * 10_000_000) / 100_000)}%`
    return `${share}${writeText(text, 'moodle')}${feedback === undefined ? '' : `#${writeText(feedback, 'moodle')}`}`
  })
  return `{${weight}:${gapKinds[kind]}${suffix}:${written.join('~')}}`
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
    case 'cloze':
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
