import type { RichTextNode } from '@lectern/content-schemas'
import type { Definition, FootnoteDefinition, Nodes, RootContent } from 'mdast'
import { createIdSequence } from './nodes.ts'
import type { FoundAddress, MarkdownInput, MarkdownProblem, ResolvedFile } from './types.ts'
import { isSafeImage, isSafeLink, normalizeUrl } from './urls.ts'

/** The notes of one document: their definitions, and which of them the text has used so far. */
export type Footnotes = {
  definitions: readonly FootnoteDefinition[]
  /** By identifier; of several with one label the first counts. */
  byIdentifier: ReadonlyMap<string, FootnoteDefinition>
  labels: ReadonlyMap<FootnoteDefinition, string>
  used: Set<FootnoteDefinition>
  /** True while the text of a note is converted. */
  insideNote: boolean
}

/** What one conversion carries along: the source, the definitions, and what it finds. */
export type ReadContext = {
  source: string
  definitions: ReadonlyMap<string, Definition>
  footnotes: Footnotes
  /** Blocks of a note, which begin anew. */
  toFlow: (nodes: readonly RootContent[]) => RichTextNode[]
  problems: MarkdownProblem[]
  links: FoundAddress[]
  images: FoundAddress[]
  idFor: (content: string) => string
  warn: (code: string, line: number, message: string) => void
  /** The address to store, or null when it must not be followed (a problem is noted). */
  link: (url: string, line: number) => string | null
  image: (url: string, line: number) => ResolvedFile | null
  test: (key: string, line: number) => string
}

export function createReadContext({
  input,
  definitions,
  footnotes,
  toFlow,
}: {
  input: MarkdownInput
  definitions: ReadonlyMap<string, Definition>
  footnotes: Footnotes
  toFlow: ReadContext['toFlow']
}): ReadContext {
  const problems: MarkdownProblem[] = []
  const links: FoundAddress[] = []
  const images: FoundAddress[] = []
  const warn = (code: string, line: number, message: string) => {
    problems.push({ severity: 'warning', code, line, message })
  }
  return {
    source: input.markdown,
    definitions,
    footnotes,
    toFlow,
    problems,
    links,
    images,
    idFor: createIdSequence(),
    warn,
    link: (address, line) => {
      const url = normalizeUrl(address)
      if (url === '') {
        warn('LINK_EMPTY', line, 'A link without an address; its text was kept.')
        return null
      }
      if (!isSafeLink(url)) {
        warn('URL_UNSAFE', line, `The address ${url.slice(0, 80)} was dropped; its text was kept.`)
        return null
      }
      links.push({ url, line })
      return input.resolveLink ? input.resolveLink(url, line) : url
    },
    image: (address, line) => {
      const url = normalizeUrl(address)
      if (url === '' || !isSafeImage(url)) {
        warn('URL_UNSAFE', line, `The picture ${url.slice(0, 80)} was dropped.`)
        return null
      }
      images.push({ url, line })
      return input.resolveImage ? input.resolveImage(url, line) : { url }
    },
    test: (key, line) => (input.resolveTest ? input.resolveTest(key, line) : key),
  }
}

/** 1-based line where a node begins. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1
}
