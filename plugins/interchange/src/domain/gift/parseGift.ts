import { type FolderProblem, failure, type GiftQuestion, type Result, success } from '@lectern/content-schemas'
import { type GiftBlock, splitBlocks } from './blocks.ts'
import { hasClozeGaps, parseClozeText } from './clozeText.ts'
import { restoreText } from './escapes.ts'
import { parseAnswers } from './parseAnswers.ts'

export type GiftFile = { questions: GiftQuestion[]; problems: FolderProblem[] }

/**
 * Reads GIFT (https://docs.moodle.org/en/GIFT_format). Never throws; time is linear in the text. A question that cannot
 * be read is left out and reported with the line where the trouble is: GIFT_NAME_UNCLOSED, GIFT_UNCLOSED_BRACE,
 * GIFT_STRAY_BRACE, GIFT_MULTIPLE_ANSWERS, GIFT_EMPTY_QUESTION, GIFT_ANSWER_MARK_MISSING, GIFT_MATCHING_INCOMPLETE,
 * GIFT_NUMBER_INVALID, GIFT_WEIGHT_INVALID, GIFT_NO_RIGHT_ANSWER; of embedded answers those of `parseClozeText`.
 */
export function parseGift({ text, file }: { text: string; file: string }): GiftFile {
  const questions: GiftQuestion[] = []
  const problems: FolderProblem[] = []
  for (const block of splitBlocks(text)) {
    const result = parseBlock(block)
    if (result.ok) questions.push(result.value)
    else {
      const { code, message, details } = result.error
      const offset = typeof details === 'number' ? details : 0
      problems.push({ severity: 'error', code, file, line: lineAt(block, offset), message })
    }
  }
  return { questions, problems }
}

/** `details` of a failure is the offset of the trouble in the block. */
function parseBlock(block: GiftBlock): Result<GiftQuestion> {
  const { text } = block
  let position = skipBlanks(text, 0)
  let name: string | undefined
  if (text.startsWith('::', position)) {
    const end = text.indexOf('::', position + 2)
    if (end === -1) return failure({ code: 'GIFT_NAME_UNCLOSED', message: 'The name has no closing ::', details: position })
    name = restoreText(text.slice(position + 2, end).replaceAll('\n', ' ')) || undefined
    position = skipBlanks(text, end + 2)
  }
  const format = /\[(html|moodle|plain|markdown)\]/y
  format.lastIndex = position
  const named = format.exec(text)
  if (named) position += named[0].length

  const open = text.indexOf('{', position)
  const stray = text.indexOf('}', position)
  if (stray !== -1 && (open === -1 || stray < open)) return strayBrace(stray)
  const head = { name, format: formatOf(named?.[1]), category: block.category, tags: block.tags, line: block.lines[0] ?? 1 }
  if (open === -1) {
    const { body, feedback } = cutGeneralFeedback(text.slice(position))
    return withStem({ ...head, stem: restoreText(body), answers: { kind: 'description' }, generalFeedback: feedback }, position)
  }
  if (hasClozeGaps(text.slice(position))) return parseClozeBlock({ source: text.slice(position), head, position })
  const close = text.indexOf('}', open)
  const nested = text.indexOf('{', open + 1)
  if (close === -1) return failure({ code: 'GIFT_UNCLOSED_BRACE', message: 'The answers have no closing }', details: open })
  if (nested !== -1 && nested < close)
    return failure({ code: 'GIFT_UNCLOSED_BRACE', message: 'A { inside answers is not escaped.', details: open })
  if (nested !== -1)
    return failure({ code: 'GIFT_MULTIPLE_ANSWERS', message: 'A question has one pair of braces.', details: nested })
  const second = text.indexOf('}', close + 1)
  if (second !== -1) return strayBrace(second)

  const { body, feedback } = cutGeneralFeedback(text.slice(open + 1, close))
  const answers = parseAnswers(body)
  if (!answers.ok) return failure({ ...answers.error, details: open })
  const tail = text.slice(close + 1)
  const stem = tail.trim() === '' ? text.slice(position, open) : `${text.slice(position, open)}_____${tail}`
  return withStem({ ...head, stem: restoreText(stem), answers: answers.value, generalFeedback: feedback }, position)
}

/** Embedded answers are not part of GIFT as Moodle documents it, but of the texts that GIFT files carry. */
function parseClozeBlock({
  source,
  head,
  position,
}: {
  source: string
  head: Omit<GiftQuestion, 'stem' | 'answers' | 'generalFeedback'>
  position: number
}): Result<GiftQuestion> {
  const parsed = parseClozeText({ text: source, gap: (name) => `[[${name}]]` })
  if (!parsed.ok) {
    const { details } = parsed.error
    return failure({ ...parsed.error, details: position + (typeof details === 'number' ? details : 0) })
  }
  const { body, feedback } = cutGeneralFeedback(parsed.value.text)
  const stray = /[{}]/.exec(body)
  if (stray) return strayBrace(position)
  const gaps = parsed.value.gaps.map((gap) => ({
    ...gap,
    answers: gap.answers.map(({ text, fraction, feedback: said }) => ({
      text: restoreText(text),
      fraction,
      feedback: said === undefined ? undefined : restoreText(said),
    })),
  }))
  return withStem({ ...head, stem: restoreText(body), answers: { kind: 'cloze', gaps }, generalFeedback: feedback }, position)
}

function withStem(question: GiftQuestion, offset: number): Result<GiftQuestion> {
  if (question.stem !== '') return success(question)
  return failure({ code: 'GIFT_EMPTY_QUESTION', message: 'The question has no text.', details: offset })
}

function strayBrace(offset: number): Result<GiftQuestion> {
  return failure({ code: 'GIFT_STRAY_BRACE', message: 'A } without its {. A brace in text is written \\}', details: offset })
}

function cutGeneralFeedback(text: string): { body: string; feedback: string | undefined } {
  const mark = text.lastIndexOf('####')
  if (mark === -1) return { body: text, feedback: undefined }
  return { body: text.slice(0, mark), feedback: restoreText(text.slice(mark + 4)) || undefined }
}

function formatOf(name: string | undefined): GiftQuestion['format'] {
  return name === 'html' || name === 'plain' || name === 'markdown' ? name : 'moodle'
}

function skipBlanks(text: string, from: number): number {
  let position = from
  while (position < text.length && /\s/.test(text.charAt(position))) position += 1
  return position
}

function lineAt(block: GiftBlock, offset: number): number {
  let row = 0
  for (let index = block.text.indexOf('\n'); index !== -1 && index < offset; index = block.text.indexOf('\n', index + 1)) row += 1
  return block.lines[row] ?? block.lines[0] ?? 1
}
