import type { Locale } from '@lectern/content-schemas'
import { htmlToMarkdown, htmlToPlain } from './htmlToMarkdown.ts'
import { childOf, childrenOf, type XmlElement } from './xml.ts'

/** A file within a bank: where its copy goes, and its bytes in base64. */
export type MoodleFile = { path: string; base64: string }

/** What the texts of one question have in common. `files` collects those that texts name. */
export type TextContext = { language: Locale; folder: string; files: MoodleFile[] }

/** Text by language; nothing when there is none. */
export type Written = Partial<Record<Locale, string>>

/** A formatted text (`<questiontext format="html"><text>…`) as Markdown. */
export function readMarkdown(element: XmlElement | undefined, context: TextContext): Written {
  const markdown = element
    ? toMarkdownText({ text: rawText(element), format: element.attributes.get('format'), element, context })
    : ''
  return markdown === '' ? {} : { [context.language]: markdown }
}

/** A text that is compared or shown without Markdown. */
export function readPlain(element: XmlElement | undefined, { language }: TextContext): Written {
  const raw = element ? rawText(element) : ''
  const format = element?.attributes.get('format')
  const isHtml = format === undefined ? /<[a-z/][^>]*>|&[a-z#0-9]+;/i.test(raw) : format === 'html'
  const plain = isHtml ? htmlToPlain(raw) : raw.trim()
  return plain === '' ? {} : { [language]: plain }
}

export function rawText(element: XmlElement): string {
  return childOf(element, 'text')?.text ?? element.text
}

/** `text` need not be the element's own: gaps are cut out of it before. */
export function toMarkdownText({
  text,
  format,
  element,
  context,
}: {
  text: string
  format: string | undefined
  element: XmlElement
  context: TextContext
}): string {
  const resolved = withFiles({ text, element, context })
  if (format === 'markdown') return resolved.trim()
  if (format === 'plain_text') return escapeMarkdown(resolved)
  // Moodle's own format is HTML in which line ends count.
  const isAuto = format === 'moodle_auto_format'
  return htmlToMarkdown(isAuto ? resolved.trim().replaceAll('\n', '<br>') : resolved)
}

/** `@@PLUGINFILE@@/name` → the path at which the file will be. */
function withFiles({ text, element, context }: { text: string; element: XmlElement; context: TextContext }): string {
  const files = new Map(childrenOf(element, 'file').map((file) => [file.attributes.get('name') ?? '', file.text.trim()]))
  return text.replace(/@@PLUGINFILE@@\/([^"'\s)?#<>]+)/g, (whole, name: string) => {
    const base64 = files.get(decodeName(name))
    return base64 === undefined ? whole : keepFile({ name: decodeName(name), base64, context })
  })
}

/** Puts a file aside, once for the same bytes; answers its path. */
export function keepFile({ name, base64, context }: { name: string; base64: string; context: TextContext }): string {
  const known = context.files.find((file) => file.base64 === base64)
  if (known) return known.path
  const safe = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '') || 'file'
  const taken = new Set(context.files.map(({ path }) => path))
  let path = `${context.folder}/${safe}`
  for (let copy = 2; taken.has(path); copy += 1) path = `${context.folder}/${copy}-${safe}`
  context.files.push({ path, base64 })
  return path
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name.split('/').at(-1) ?? name)
  } catch {
    return name
  }
}

function escapeMarkdown(text: string): string {
  return text.trim().replace(/[\\`*_{}[\]<>#+\-.!|~&]/g, '\\$&')
}
