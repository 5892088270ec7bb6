import { failure, type Result, success } from '@lectern/content-schemas'
import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element: its children by name in their order, its attributes, and the text directly in it. */
export type XmlElement = { children: ReadonlyMap<string, XmlElement[]>; attributes: ReadonlyMap<string, string>; text: string }

/** Bytes; files within a bank are in base64. */
const maxLength = 50_000_000
/** Elements within elements; Moodle XML has seven. */
const maxDepth = 40

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  alwaysCreateTextNode: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // Characters by number are XML's own; entities of a document's making never get here.
  htmlEntities: true,
})

/**
 * Reads XML. A document with a DOCTYPE is refused, so that no entity of its own is ever expanded. Failures: XML_TOO_LARGE,
 * XML_DOCTYPE, XML_INVALID (`details` is the line).
 */
export function parseXml(text: string): Result<XmlElement> {
  if (text.length > maxLength) return failure({ code: 'XML_TOO_LARGE', message: `The file has ${text.length} characters.` })
  if (/<!(?:DOCTYPE|ENTITY)/i.test(withoutSections(text))) {
    return failure({ code: 'XML_DOCTYPE', message: 'Files with a DOCTYPE are not read.' })
  }
  const validity = XMLValidator.validate(text)
  if (validity !== true) return failure({ code: 'XML_INVALID', message: validity.err.msg, details: validity.err.line })
  try {
    return success(toElement(parser.parse(text), 0))
  } catch (error) {
    // The library has limits of its own, and says so by throwing.
    return failure({ code: 'XML_INVALID', message: error instanceof Error ? error.message : 'The file cannot be read.' })
  }
}

/** The text with CDATA sections and comments blanked, of the same length and lines. */
export function withoutSections(text: string): string {
  return text.replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, (section) => section.replace(/[^\n]/g, ' '))
}

function toElement(value: unknown, depth: number): XmlElement {
  const children = new Map<string, XmlElement[]>()
  const attributes = new Map<string, string>()
  let text = ''
  if (depth > maxDepth) throw new Error('Elements are nested too deeply.')
  if (typeof value === 'string') text = value
  if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      if (name === '#text') text = String(inner)
      else if (name.startsWith('@')) attributes.set(name.slice(1), String(inner))
      else if (Array.isArray(inner))
        children.set(
          name,
          inner.map((one: unknown) => toElement(one, depth + 1)),
        )
    }
  }
  return { children, attributes, text }
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.get(name) ?? []
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0]
}

/** The trimmed text of a child, or of the `<text>` in it; empty when there is none. */
export function textIn(element: XmlElement | undefined, name: string): string {
  const child = childOf(element, name)
  return (childOf(child, 'text')?.text || child?.text || '').trim()
}

export function numberIn(element: XmlElement | undefined, name: string): number | undefined {
  const text = textIn(element, name)
  const value = Number(text)
  return text === '' || !Number.isFinite(value) ? undefined : value
}

/** Moodle writes flags as 1 and 0, true and false, or as an empty element. */
export function flagIn(element: XmlElement | undefined, name: string): boolean | undefined {
  if (!childOf(element, name)) return undefined
  return !['0', 'false'].includes(textIn(element, name))
}
