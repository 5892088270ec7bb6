/** Controls but tab and line feed, and the overrides that show text in another order than it is read in. */
const unwanted = /(?![\t\n])\p{Cc}|[\u202d\u202e]/gu

/**
 * What is stored of an essay: composed (NFC), line ends as line feeds, without control characters, which databases refuse,
 * and without direction overrides. Spaces and empty lines stay, because they mean something in Markdown.
 */
export function cleanEssay(text: string): string {
  return text.replace(/\r\n?/g, '\n').toWellFormed().replace(unwanted, '').normalize('NFC')
}
