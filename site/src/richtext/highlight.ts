import {
  type BundledLanguage,
  bundledLanguages,
  createCssVariablesTheme,
  createHighlighter,
  createJavaScriptRegexEngine,
  type Highlighter,
} from 'shiki'
import { escapeHtml } from './escapeHtml.ts'

export type Highlight = (input: { code: string; language: string | null }) => string

const prefix = '--code-'
const theme = createCssVariablesTheme({ name: 'tokens', variablePrefix: prefix, fontStyle: false })
/** Colour variable of the theme → one-letter class. Colours themselves are tokens of the stylesheet, for both themes. */
const classes: Record<string, string> = {
  'token-constant': 'c',
  'token-string': 's',
  'token-comment': 'm',
  'token-keyword': 'k',
  'token-parameter': 'p',
  'token-function': 'f',
  'token-string-expression': 's',
  'token-punctuation': 'n',
  'token-link': 'l',
  'token-inserted': 's',
  'token-deleted': 'k',
  'token-changed': 'c',
}
/** Colouring is a help for reading; a listing of this many characters is data, and shown plain. */
const longestCode = 40_000

/**
 * Makes a highlighter for the languages that occur in the snapshot; unknown ones are shown plain. The result is
 * remembered by language and code, because the same listing stands in every translation.
 */
export async function createHighlight({ languages }: { languages: Iterable<string> }): Promise<Highlight> {
  const known = [...languages].filter(isBundled)
  const highlighter = await createHighlighter({
    themes: [theme],
    langs: known,
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  })
  const loaded = new Set<string>(known)
  const cache = new Map<string, string>()
  return ({ code, language }) => {
    const name = (language ?? '').toLowerCase()
    if (!isBundled(name) || !loaded.has(name) || code.length > longestCode) return escapeHtml(code)
    const key = `${name}\n${code}`
    const found = cache.get(key) ?? colour({ highlighter, code, language: name })
    cache.set(key, found)
    return found
  }
}

function isBundled(language: string): language is BundledLanguage {
  return Object.hasOwn(bundledLanguages, language)
}

type ColourInput = { highlighter: Highlighter; code: string; language: BundledLanguage }

function colour({ highlighter, code, language }: ColourInput): string {
  const lines = highlighter.codeToTokensBase(code, { lang: language, theme })
  return lines.map(colourLine).join('\n')
}

/** Neighbours of one colour become one element, and white space never starts a new one. */
function colourLine(tokens: { content: string; color?: string }[]): string {
  let out = ''
  let current = ''
  let run = ''
  const flush = (): void => {
    if (run !== '') out += current === '' ? escapeHtml(run) : `<i class="${current}">${escapeHtml(run)}</i>`
    run = ''
  }
  for (const { content, color } of tokens) {
    const variable = color?.startsWith(`var(${prefix}`) ? color.slice(`var(${prefix}`.length, -1) : ''
    const kind = classes[variable] ?? ''
    if (kind !== current && content.trim() !== '') {
      flush()
      current = kind
    }
    run += content
  }
  flush()
  return out
}
