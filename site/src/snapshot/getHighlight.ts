import { createHighlight, type Highlight } from '../richtext/highlight.ts'
import { getSnapshot } from './getSnapshot.ts'

let highlight: Promise<Highlight> | undefined

/** The highlighter of this build, with the grammars that the snapshot needs. */
export function getHighlight(): Promise<Highlight> {
  highlight ??= createHighlight({ languages: getSnapshot().codeLanguages })
  return highlight
}
