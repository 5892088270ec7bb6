import { type Locale, type LocalizedText, pickText } from '@lectern/content-schemas'
import type { ResolvedUpload } from '@lectern/kernel'
import { z } from 'zod'
import { authoredText } from '../authored.ts'

/**
 * A picture in an authored body: the id in the media library, or, once the question is pinned or previewed, address, size
 * and description too (see `resolveUploads` of the kernel). Null while none is chosen.
 */
export type AuthoredPicture = string | ResolvedUpload | null

/** What learners get. Sizes are pixels, null when unknown. */
export type PictureView = { url: string; width: number | null; height: number | null; alt: string }

const sizeSchema = z.int().min(1).max(100_000).nullable().catch(null)

export const authoredPictureSchema: z.ZodType<AuthoredPicture> = z.preprocess(
  (value) => (value === undefined || value === '' ? null : value),
  z.union([
    z.string().max(100),
    z.object({
      id: z.string().max(100),
      // On this site or on another: no `javascript:` and no `data:`.
      url: z
        .string()
        .max(2000)
        .regex(/^(\/(?!\/)|https?:\/\/)/),
      width: sizeSchema,
      height: sizeSchema,
      alt: authoredText(10_000),
    }),
    z.null(),
  ]),
)

/** `media` and, in place of its own description, `alt`. */
export const pictureShape = { media: authoredPictureSchema, alt: authoredText(10_000) }
export type PictureBody = { media: AuthoredPicture; alt: LocalizedText }

export const pictureViewSchema: z.ZodType<PictureView> = z.object({
  url: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  alt: z.string(),
})

/** Null when there is no picture, or its address is not known. */
export function toPictureView({ media, alt, locale }: PictureBody & { locale: Locale }): PictureView | null {
  if (media === null || typeof media === 'string') return null
  const { url, width, height } = media
  return { url, width, height, alt: pickText({ text: alt, locale }) || pickText({ text: media.alt, locale }) }
}

/** Height ÷ width; 1 while the size is not known. */
export function aspectOf(media: AuthoredPicture): number {
  if (media === null || typeof media === 'string' || !media.width || !media.height) return 1
  return media.height / media.width
}
