import { locales, richTextSchema } from '@lectern/content-schemas'
import type { FolderLesson } from '../domain/courseFolder/types.ts'
import { mapReferences } from '../domain/markdown/mapReferences.ts'
import { rootNode } from '../domain/markdown/nodes.ts'
import type { Texts } from './exportTypes.ts'

/** A lesson's texts by language, with digests for media and keys for tests. */
export function bodiesFrom({
  title,
  summary,
  body,
  digestFor,
  keyFor,
}: {
  title: Texts
  summary: Texts
  body: Record<string, unknown>
  digestFor: (media: string) => string | undefined
  keyFor: (test: string) => string | undefined
}): FolderLesson['text'] {
  const references = {
    media: (media: string) => {
      const digest = digestFor(media)
      return digest === undefined ? undefined : `sha256:${digest}`
    },
    test: keyFor,
  }
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const text = title[locale]
      if (text === undefined) return []
      const parsed = richTextSchema.safeParse(body[locale])
      const richText = parsed.success ? mapReferences(parsed.data, references) : rootNode([])
      return [[locale, { title: text, summary: summary[locale] ?? '', body: richText }]]
    }),
  )
}
