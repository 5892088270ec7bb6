import lunr from 'lunr'

type Library = typeof lunr
/** Added by lunr-languages' lunr.multi: a builder's plugin that knows several languages. */
type Multilingual = Library & { multiLanguage: (...languages: string[]) => lunr.Builder.Plugin }
/** `bare` takes off what a language writes in front of a word, so that an unfinished word is the beginning of its stem. */
export type LanguageSearch = { library: Library; plugin: lunr.Builder.Plugin | null; bare: (word: string) => string }

/** Stemmers and stop words by language. English is lunr's own and is searched everywhere, because texts quote it. */
const languageFiles: Record<string, () => Promise<{ default: (library: Library) => void }>> = {
  ru: () => import('lunr-languages/lunr.ru.js'),
  ar: () => import('lunr-languages/lunr.ar.js'),
}

/** The article, alone or with a one-letter preposition. */
const arabicArticle = /^(?:[وبكف]?ال|لل)(?=.{2})/

const prepared = new Map<string, Promise<LanguageSearch>>()

/**
 * lunr with what a language needs, and the builder's plugin for it. The same at build time and in the browser, where each
 * language is a chunk of its own. A language without a stemmer is searched by the words as they stand.
 */
export function lunrFor(locale: string): Promise<LanguageSearch> {
  const found = prepared.get(locale) ?? prepare(locale)
  prepared.set(locale, found)
  return found
}

async function prepare(locale: string): Promise<LanguageSearch> {
  const load = languageFiles[locale]
  if (!load) return { library: lunr, plugin: null, bare: (word) => word }
  const [support, multi, language] = await Promise.all([
    import('lunr-languages/lunr.stemmer.support.js'),
    import('lunr-languages/lunr.multi.js'),
    load(),
  ])
  for (const { default: extend } of [support, language, multi]) extend(lunr)
  const bare = (word: string): string => (locale === 'ar' ? word.replace(arabicArticle, '') : word)
  return { library: lunr, bare, plugin: isMultilingual(lunr) ? lunr.multiLanguage('en', locale) : null }
}

function isMultilingual(library: Library): library is Multilingual {
  return 'multiLanguage' in library
}
