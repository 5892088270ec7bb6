import type { RichTextNode } from '@lectern/content-schemas'
import type { RichTextInput } from './types.ts'

/** How stored references are written. */
export type WriteContext = {
  linkFor: (url: string) => string
  imageFor: (media: string) => string
  testFor: (test: string) => string
  /** The notes that the text has named so far: label, and the blocks of the note. */
  footnotes: Map<string, readonly RichTextNode[]>
}

export function createWriteContext(input: RichTextInput): WriteContext {
  const same = (value: string) => value
  return {
    linkFor: input.linkFor ?? same,
    imageFor: input.imageFor ?? same,
    testFor: input.testFor ?? same,
    footnotes: new Map(),
  }
}

/** A text field of a block, or undefined when it is missing or empty. */
export function textField(fields: Record<string, unknown> | undefined, name: string): string | undefined {
  const value = fields?.[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The address of the picture or file that a block names. Populated media are known by their id. */
export function fileAddress(fields: Record<string, unknown> | undefined, context: WriteContext): string | undefined {
  const media = fields?.media
  if (typeof media === 'string' || typeof media === 'number') return context.imageFor(String(media))
  if (typeof media === 'object' && media !== null && 'id' in media) return context.imageFor(String(media.id))
  return textField(fields, 'url')
}
