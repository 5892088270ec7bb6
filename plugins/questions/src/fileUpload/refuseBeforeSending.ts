import { extensionOf } from '@lectern/content-schemas/fileTypes'
import type { FileUploadView } from './schema.ts'

/**
 * The code by which the server would refuse a file, as far as its name and size tell; null when they do not. `present` is how
 * many files there are and are on their way.
 */
export function refuseBeforeSending({
  view,
  file,
  present,
}: {
  view: Pick<FileUploadView, 'extensions' | 'maxBytes' | 'maxFiles'>
  file: { name: string; size: number }
  present: number
}): string | null {
  if (present >= view.maxFiles) return 'FILES_TOO_MANY'
  if (!view.extensions.includes(extensionOf(file.name))) return 'FILE_TYPE_NOT_ALLOWED'
  if (file.size === 0) return 'FILE_EMPTY'
  return file.size > view.maxBytes ? 'FILE_TOO_LARGE' : null
}
