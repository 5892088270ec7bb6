import { type Locale, type MaterialRef, pickText } from '@lectern/content-schemas'
import type { EditionMaterial } from '@lectern/kernel'
import type { MediaLibrary } from './mediaLibrary.ts'

/** Materials for readers; one whose file is not in the library (any more) is left out. */
export async function toMaterialRefs({
  materials,
  media,
  locale,
}: {
  materials: EditionMaterial[]
  media: MediaLibrary
  locale: Locale
}): Promise<MaterialRef[]> {
  const refs: MaterialRef[] = []
  for (const { id, title, url, media: file } of materials) {
    const mediaRef = file ? await media.refOf({ id: file, locale }) : null
    if (url || mediaRef) refs.push({ id, title: pickText({ text: title, locale }), url, mediaRef })
  }
  return refs
}
