import type { Locale } from '@lectern/content-schemas/locale'
import { describe, expect, it } from 'vitest'
import { buildIndex } from './buildIndex.ts'
import type { SearchDocument } from './domain/toDocuments.ts'
import { searchIn } from './searchIn.ts'

const document = (title: string, rest: Partial<SearchDocument> = {}): SearchDocument => ({
  path: `courses/${title}/`,
  title,
  within: '',
  summary: '',
  headings: '',
  language: 'en',
  ...rest,
})

async function titles({
  documents,
  locale,
  text,
}: {
  documents: SearchDocument[]
  locale: Locale
  text: string
}): Promise<string[]> {
  // As the browser gets it: through JSON.
  const file = JSON.parse(JSON.stringify(await buildIndex({ documents, locale })))
  const search = await searchIn({ file, locale })
  return search(text).map(([, title]) => title)
}

const english = [
  document('Reading the weather', { summary: 'Clouds, wind and pressure' }),
  document('Where the wind comes from', { within: 'Reading the weather' }),
  document('Tides and shores', { headings: 'Moon Nature' }),
]

describe('searchIn', () => {
  it.each([
    ['a word of a title', 'tides', ['Tides and shores']],
    ['another form of the word', 'reads', ['Reading the weather']],
    ['a word that is still being typed', 'wea', ['Reading the weather']],
    ['a heading', 'moon', ['Tides and shores']],
    ['a title before a summary', 'wind', ['Where the wind comes from', 'Reading the weather']],
    ['all words rather than one', 'wind weather', ['Reading the weather']],
    ['what it can when not all words are there', 'weather submarine', ['Reading the weather']],
    ['nothing for nothing', '  ', []],
    ['nothing for a word that is nowhere', 'zeppelin', []],
  ])('finds %s', async (_what, text, expected) => {
    expect(await titles({ documents: english, locale: 'en', text })).toEqual(expected)
  })

  it.each(['*', 'title:wind', '+wind', '-wind', 'wind~2^3', '"', '<b>'])('takes %j for words, not for commands', async (text) => {
    await expect(titles({ documents: english, locale: 'en', text })).resolves.toBeInstanceOf(Array)
  })

  it.each(['облако', 'облаками', 'ОБЛАКА', 'обла', 'clouds'])(
    'finds Russian words by their stem, and English ones: %s',
    async (text) => {
      const documents = [document('Десять видов облаков', { summary: 'Clouds' }), document('Приливы и берега')]
      expect(await titles({ documents, locale: 'ru', text })).toEqual(['Десять видов облаков'])
    },
  )

  it.each(['الطقس', 'طقس', 'القراءة', 'قراء', 'الطق'])('finds Arabic words with and without the article: %s', async (text) => {
    const documents = [document('قراءة الطقس'), document('المد والشواطئ')]
    expect(await titles({ documents, locale: 'ar', text })).toEqual(['قراءة الطقس'])
  })
})
