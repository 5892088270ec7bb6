/** Scripts that are written without spaces: each character counts, as word processors do it. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const letterOrDigit = /[\p{L}\p{N}]/u

/**
 * Words of a text, the same in every browser and on the server: what stands between white space and has a letter or a
 * digit in it, so that dashes, bullets and other signs of Markdown do not count. One pass over the text.
 */
export function countWords(text: string): number {
  return text.split(/\s+/u).reduce((count, token) => {
    const alone = token.match(unspaced)?.length ?? 0
    const rest = alone === 0 ? token : token.replace(unspaced, ' ')
    return count + alone + rest.split(' ').filter((part) => letterOrDigit.test(part)).length
  }, 0)
}
