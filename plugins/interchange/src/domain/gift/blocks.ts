import { protectEscapes } from './escapes.ts'

/** One question's lines, comments taken out, with what the lines before it said. `text` has escapes protected. */
export type GiftBlock = { text: string; lines: number[]; category: string | undefined; tags: string[] }

/** Splits a file at blank lines. `lines[i]` is the 1-based line in the file of line `i` of the text. */
export function splitBlocks(source: string): GiftBlock[] {
  const blocks: GiftBlock[] = []
  let open: { text: string[]; lines: number[] } = { text: [], lines: [] }
  let category: string | undefined
  let tags: string[] = []
  const close = () => {
    if (open.text.length > 0) {
      blocks.push({ text: protectEscapes(open.text.join('\n')), lines: open.lines, category, tags })
      tags = []
    }
    open = { text: [], lines: [] }
  }
  source.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = index === 0 ? raw.replace(/^\uFEFF/, '') : raw
    const trimmed = line.trim()
    if (trimmed === '') close()
    else if (trimmed.startsWith('//')) tags.push(...readTags(trimmed))
    else if (/^\$CATEGORY:/i.test(trimmed)) {
      close()
      category = trimmed.slice('$CATEGORY:'.length).trim() || undefined
    } else {
      open.text.push(line)
      open.lines.push(index + 1)
    }
  })
  close()
  return blocks
}

/** `[tag:x]` as `x`, `[id:x]` as `id:x`. */
function readTags(comment: string): string[] {
  return Array.from(comment.matchAll(/\[(tag|id):((?:\\.|[^\]\\[])*)\]/g), ([, kind, value]) => {
    const text = (value ?? '').replace(/\\(.)/g, '$1').trim()
    return kind === 'id' ? `id:${text}` : text
  })
}
