import lunr from 'lunr'
import type { SearchEntry, SearchFile } from './domain/searchIndex.ts'
import { lunrFor } from './lunrFor.ts'

export type Search = (text: string) => SearchEntry[]

const most = 50

/** Makes a search from a file of `buildIndex`. What has every word comes alone; failing that, what has some. */
export async function searchIn({ file, locale }: { file: SearchFile; locale: string }): Promise<Search> {
  const { library, bare } = await lunrFor(locale)
  const index = library.Index.load(file.index)
  const stem = (word: string): string => stemmer(index)?.runString(word)[0] ?? word
  const { TRAILING } = library.Query.wildcard

  /** Ranked references of what has any of the words; the last one may go on. */
  function find(words: string[]): string[] {
    const results = index.query((query) => {
      for (const word of words) query.term(stem(word), { usePipeline: false, boost: 10 })
      const last = words.at(-1) ?? ''
      query.term(stem(last), { usePipeline: false, wildcard: TRAILING, boost: 2 })
      query.term(bare(last), { usePipeline: false, wildcard: TRAILING })
    })
    return results.map(({ ref }) => ref)
  }

  return (text) => {
    const words = library.tokenizer(text.toLowerCase()).map(String).map(clean).filter(Boolean)
    if (words.length === 0) return []
    const any = find(words)
    const sets = words.map((word) => new Set(find([word])))
    const all = any.filter((ref) => sets.every((set) => set.has(ref)))
    return (all.length > 0 ? all : any)
      .slice(0, most)
      .map((ref) => file.entries[Number(ref)])
      .filter((entry) => entry !== undefined)
  }
}

/** The pipeline of searches, which the types of lunr leave out. */
function stemmer(index: lunr.Index): lunr.Pipeline | undefined {
  return 'pipeline' in index && index.pipeline instanceof lunr.Pipeline ? index.pipeline : undefined
}

/** Signs at the edges of a word, and the star that lunr would take for a wildcard. */
function clean(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replaceAll('*', '')
}
