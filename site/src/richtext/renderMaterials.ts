import type { MaterialRef } from '@lectern/content-schemas'
import type { RichTextContext } from './context.ts'
import { escapeHtml } from './escapeHtml.ts'
import { isExternal, safeUrl } from './safeUrl.ts'

/** Files and links that belong to a lesson or course, as a list; empty text when there are none. */
export function renderMaterials({
  materials,
  heading,
  context,
}: {
  materials: MaterialRef[]
  heading: string
  context: Pick<RichTextContext, 'lessonUrl' | 'mediaUrl'>
}): string {
  const items = materials.flatMap(({ title, url, mediaRef }) => {
    if (mediaRef) return [`<li><a href="${escapeHtml(context.mediaUrl(mediaRef.file))}" download>${escapeHtml(title)}</a></li>`]
    const address = url === null ? null : safeUrl({ url, targets: context })
    if (address === null) return []
    return [`<li><a href="${escapeHtml(address)}"${isExternal(address) ? ' rel="noopener"' : ''}>${escapeHtml(title)}</a></li>`]
  })
  if (items.length === 0) return ''
  return `<section class="materials"><h2>${escapeHtml(heading)}</h2><ul>${items.join('')}</ul></section>`
}
