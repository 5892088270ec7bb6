import { parseClozeText } from '../gift/clozeText.ts'
import { type Conversion, type Converter, feedbackOf } from './converters.ts'
import { htmlToPlain } from './htmlToMarkdown.ts'
import { rawText, readMarkdown, readPlain, toMarkdownText } from './texts.ts'
import { childOf, childrenOf, flagIn, textIn, type XmlElement } from './xml.ts'

/** Gaps on their way through HTML and Markdown; the characters are for private use. */
const open = '\ue000'
const close = '\ue001'

/** Moodle's embedded answers: `{1:SHORTANSWER:=Paris~%50%Lyon}` in the text. */
export const cloze: Converter = ({ question, context }) => {
  const element = childOf(question, 'questiontext')
  if (!element) return null
  const parsed = parseClozeText({ text: rawText(element), gap: (name) => `${open}${name}${close}` })
  if (!parsed.ok || parsed.value.gaps.length === 0) return null
  const markdown = toMarkdownText({ text: parsed.value.text, format: element.attributes.get('format'), element, context })
  const { language } = context
  const gaps = parsed.value.gaps.map(({ answers, ...gap }) => ({
    ...gap,
    answers: answers.map(({ text, fraction, feedback }) => ({
      text: { [language]: htmlToPlain(text) },
      fraction,
      ...(feedback === undefined ? {} : { feedback: { [language]: htmlToPlain(feedback) } }),
    })),
  }))
  return { type: 'cloze', body: { stem: { [language]: withMarkers(markdown) }, gaps }, handled: [] }
}

/** Words that are dragged into `[[1]]`. */
export const ddwtos: Converter = (input) => wordGaps({ ...input, type: 'drag-words', element: 'dragbox' })

/** Words that are chosen from a list in `[[1]]`. */
export const gapselect: Converter = (input) => wordGaps({ ...input, type: 'dropdown-gaps', element: 'selectoption' })

function wordGaps({
  question,
  context,
  type,
  element: name,
}: Parameters<Converter>[0] & { type: string; element: string }): Conversion | null {
  const element = childOf(question, 'questiontext')
  if (!element) return null
  const text = rawText(element).replace(/\[\[(\d+)\]\]/g, `${open}$1${close}`)
  const used = new Set(Array.from(text.matchAll(/\ue000(\d+)\ue001/g), ([, number]) => number))
  const stem = withMarkers(toMarkdownText({ text, format: element.attributes.get('format'), element, context }))
  const boxes = childrenOf(question, name)
  const words = boxes.map((box, at) => ({
    name: used.has(String(at + 1)) ? String(at + 1) : '',
    text: readPlain(box, context),
    group: Number(textIn(box, 'group')) || 1,
    ...feedbackOf(box, context),
  }))
  const endless = boxes.filter((box) => flagIn(box, 'infinite')).length
  const reuse = type === 'drag-words' ? { reuse: endless > 0 } : {}
  return {
    type,
    body: {
      stem: { [context.language]: stem },
      words,
      order: flagIn(question, 'shuffleanswers') === false ? 'alphabetical' : 'shuffled',
      ...reuse,
    },
    handled: [name, 'shuffleanswers'],
    lost: endless > 0 && endless < boxes.length ? ['infinite'] : [],
  }
}

function withMarkers(markdown: string): string {
  return markdown.replace(/\ue000([^\ue001]*)\ue001/g, '[[$1]]')
}

/** The stem of a question whose text is not cut into gaps. */
export function stemOf(question: XmlElement, context: Parameters<Converter>[0]['context']) {
  return readMarkdown(childOf(question, 'questiontext'), context)
}
