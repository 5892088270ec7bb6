import type { Locale } from '@lectern/content-schemas'
import { buildRecord } from './buildRecord.ts'

/** Address of a media file that anyone may load; remembers that the file has to be copied. */
export function publicMediaUrl(file: string): string {
  buildRecord().publicMedia.set(file, `media/${file}`)
  return `/${encodePath(`media/${file}`)}`
}

/** A file that only a protected lesson names is served like the lesson itself: below its course, after the same check. */
export function protectedMediaUrl({ file, locale, course }: { file: string; locale: Locale; course: string }): string {
  const path = `${locale}/courses/${course}/media/${file}`
  buildRecord().protectedMedia.set(path, { file, path })
  return `/${encodePath(path)}`
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}
