import type { Locale } from '@lectern/content-schemas'
import type { Messages } from '../i18n/en.ts'
import type { LinkTargets } from './safeUrl.ts'

/** What rendering needs from the page around the text. All of it is synchronous; the renderer itself does no I/O. */
export type RichTextContext = LinkTargets & {
  locale: Locale
  messages: Messages['richtext']
  units: Messages['units']
  /** Address of a file of the snapshot's media folder. */
  mediaUrl: (file: string) => string
  /** Address of a test's start page from its id. */
  testUrl: (id: string) => string
  /** Coloured code as safe HTML. */
  highlight: (input: { code: string; language: string | null }) => string
}

export type TocEntry = { id: string; text: string; level: 2 | 3 }
