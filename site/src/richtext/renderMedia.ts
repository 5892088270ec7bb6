import { type MediaRef, mediaRefSchema } from '@lectern/content-schemas/snapshot'
import { escapeHtml } from './escapeHtml.ts'
import type { RenderState } from './renderState.ts'

type RenderMediaInput = {
  mediaRef: unknown
  alt?: string | null | undefined
  width?: number | null | undefined
  state: RenderState
}

/** A picture of the media library, or a notice when the record is missing or is no picture. */
export function renderMedia({ mediaRef, alt, width, state }: RenderMediaInput): string {
  const parsed = mediaRefSchema.safeParse(mediaRef)
  if (!parsed.success || !parsed.data.mimeType.startsWith('image/')) {
    return `<p class="notice">${escapeHtml(state.context.messages.missingFile)}</p>`
  }
  return renderPicture({ media: parsed.data, alt: alt ?? parsed.data.alt, width, mediaUrl: state.context.mediaUrl })
}

export type RenderPictureInput = {
  media: MediaRef
  alt: string
  /** Wanted width in CSS pixels. */
  width?: number | null | undefined
  mediaUrl: (file: string) => string
}

/** Modern formats first; the browser takes the first it can read. */
const formatOrder = ['image/avif', 'image/webp']

/** `<picture>` with renditions by width; sizes are known up front so that nothing moves while it loads. */
export function renderPicture({ media, alt, width, mediaUrl }: RenderPictureInput): string {
  const sizes = '(min-width: 45rem) 42rem, 100vw'
  const sources = formatOrder.map((type) => {
    const srcset = media.sizes.filter((size) => size.mimeType === type).map((size) => `${mediaUrl(size.file)} ${size.width}w`)
    return srcset.length === 0 ? '' : `<source type="${type}" srcset="${escapeHtml(srcset.join(', '))}" sizes="${sizes}">`
  })
  const dimensions = toDimensions({ media, width })
  const box = dimensions ? ` width="${dimensions.width}" height="${dimensions.height}"` : ''
  const src = escapeHtml(mediaUrl(media.file))
  return `<picture>${sources.join('')}<img src="${src}" alt="${escapeHtml(alt)}"${box} loading="lazy" decoding="async"></picture>`
}

function toDimensions({ media, width }: { media: MediaRef; width?: number | null | undefined }) {
  if (!media.width || !media.height) return null
  const wanted = Math.round(Math.min(width && width > 0 ? width : media.width, media.width))
  return { width: wanted, height: Math.max(1, Math.round((media.height * wanted) / media.width)) }
}
