import { defaultLocale, type LocalizedText, pickText } from '@lectern/content-schemas'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64Url } from '../shared/base64Url.ts'
import { plainText } from '../shared/check.ts'
import type { Matching } from './schema.ts'

/** An answer that learners can choose, once however many pairs have it. */
export type Choice = { id: string; text: LocalizedText }

/** All answers and distractors, each once. */
export function choicesOf({ pairs, distractors }: Pick<Matching, 'pairs' | 'distractors'>): Choice[] {
  const byId = new Map<string, Choice>()
  for (const text of [...pairs.map(({ answer }) => answer), ...distractors.map(({ text }) => text)]) {
    const id = choiceId(text)
    byId.set(id, byId.get(id) ?? { id, text })
  }
  return [...byId.values()]
}

/**
 * The id of an answer, made of its words in the default language. Learners see those words beside it, so the id tells
 * nothing of which pair it belongs to; the pair's own id would.
 */
export function choiceId(text: LocalizedText): string {
  const words = plainText(pickText({ text, locale: defaultLocale }))
  return `c${toBase64Url(sha256(utf8ToBytes(words))).slice(0, 11)}`
}
