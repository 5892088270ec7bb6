import type { RichText } from '@lectern/content-schemas'

/** A finding about the text. `line` is 1-based within the given Markdown. */
export type MarkdownProblem = { severity: 'error' | 'warning'; code: string; line: number; message: string }

/** An address as written, before resolving. */
export type FoundAddress = { url: string; line: number }

/** Where a picture or file is: in the media library, or at an address. */
export type ResolvedFile = { media: string } | { url: string }

export type MarkdownInput = {
  markdown: string
  /** Gives the address to store for a link; null drops the link and keeps its text. The address itself when absent. */
  resolveLink?: ((url: string, line: number) => string | null) | undefined
  /** Tells where a picture or download is; null drops it and keeps its description. Its address when absent. */
  resolveImage?: ((url: string, line: number) => ResolvedFile | null) | undefined
  /** Gives the value to store for a test's key; the key when absent. */
  resolveTest?: ((key: string, line: number) => string) | undefined
}

export type MarkdownDocument = {
  richText: RichText
  problems: MarkdownProblem[]
  links: FoundAddress[]
  images: FoundAddress[]
}

export type RichTextInput = {
  richText: RichText
  /** Address to write for a stored link address; the same address when absent. */
  linkFor?: ((url: string) => string) | undefined
  /** Address to write for a medium of the library; its id when absent. */
  imageFor?: ((media: string) => string) | undefined
  /** Key to write for a stored test; the stored value when absent. */
  testFor?: ((test: string) => string) | undefined
}
