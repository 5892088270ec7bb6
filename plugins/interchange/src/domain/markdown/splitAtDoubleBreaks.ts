import type { RichTextNode } from '@lectern/content-schemas'

/** Two and more line breaks in a row part paragraphs where Lexical has no paragraph nodes: in quotes and list items. */
export function splitAtDoubleBreaks(run: readonly RichTextNode[]): RichTextNode[][] {
  const paragraphs: RichTextNode[][] = [[]]
  run.forEach((node, index) => {
    const isBreak = node.type === 'linebreak'
    const isParting = isBreak && (run[index + 1]?.type === 'linebreak' || run[index - 1]?.type === 'linebreak')
    if (!isParting) paragraphs.at(-1)?.push(node)
    else if (paragraphs.at(-1)?.length) paragraphs.push([])
  })
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}
