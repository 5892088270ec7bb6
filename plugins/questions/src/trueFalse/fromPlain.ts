import { locales, type Result, success } from '@lectern/content-schemas'
import { wrongForm } from '../shared/plain/plainForm.ts'
import type { TrueFalseResponse } from './schema.ts'
import { trueFalseWords } from './words.ts'

/** true, false, or the word for it in any language. */
export function fromPlain({ plain }: { plain: unknown }): Result<TrueFalseResponse> {
  if (typeof plain === 'boolean') return success({ value: plain })
  const word = typeof plain === 'string' ? plain.trim().toLowerCase() : ''
  const words = (value: 'true' | 'false') => [
    value.charAt(0),
    value,
    ...locales.map((locale) => trueFalseWords(locale)[value].toLowerCase()),
  ]
  if (words('true').includes(word)) return success({ value: true })
  return words('false').includes(word) ? success({ value: false }) : wrongForm('true or false')
}
