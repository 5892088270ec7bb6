import { createHash } from 'node:crypto'
import { type Locale, locales } from '@lectern/content-schemas'
import { type AnyQuestionType, readAuthored } from '@lectern/kernel'
import { minHashKeys } from '../domain/minHash.ts'
import { normalizeWords } from '../domain/normalizeWords.ts'
import { oneLanguage } from '../domain/oneLanguage.ts'

export type Fingerprint = { language: Locale; digest: string; words: string; keys: string[] }

/** Characters of a text that are compared. */
const longest = 8000

/**
 * What a question says, in each language that it has: all its texts, so that one stem with other options is another
 * question. Empty for a body that cannot be read yet. `body` has the texts of all languages, uploads by their ids.
 */
export function fingerprintsOf({
  type,
  version,
  body,
}: {
  type: AnyQuestionType
  version: number
  body: unknown
}): Fingerprint[] {
  return locales.flatMap((language): Fingerprint[] => {
    const authored = readAuthored({ type, version, body: oneLanguage({ value: body, locale: language }) })
    const words = authored.ok ? normalizeWords(type.search(authored.value)).slice(0, longest) : ''
    if (words === '') return []
    const digest = createHash('sha256').update(`${type.schema.type}\n${words}`).digest('hex')
    return [{ language, digest, words, keys: minHashKeys(words) }]
  })
}
