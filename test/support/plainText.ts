const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' }

/** HTML or Markdown as the words that are read: no tags, no marks of emphasis, every gap one space. For comparing only. */
export function toPlainText(text: string): string {
  return text
    .replace(/<[a-z/!][^>]*>/gi, ' ')
    .replace(/&#x([0-9a-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&([a-z]+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/[`*_\\]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)»”])/g, '')
    .trim()
}
