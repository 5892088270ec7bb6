/** A letter of a script in which marks are additions. In Hindi or Arabic they are vowels, so those scripts stay as they are. */
const markedLetter = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])(\p{M}+)/gu
const breve = '\u0306'

/** The text without accents: é → e, ё → е. й stays й, which Unicode writes as a marked и but nobody reads so. Result is NFC. */
export function withoutDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(markedLetter, (_, letter: string, marks: string) =>
      (letter === 'и' || letter === 'И') && marks.includes(breve) ? `${letter}${breve}` : letter,
    )
    .normalize('NFC')
}
