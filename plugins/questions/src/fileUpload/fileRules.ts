import { type FileRules, fileTypes } from '@lectern/content-schemas'
import { bytesOfMegabyte, type FileUpload } from './schema.ts'

type Allowing = Pick<FileUpload, 'groups' | 'extensions'>

/** The endings that an author wrote, in lower case without dots. */
export function writtenExtensions({ extensions }: Pick<Allowing, 'extensions'>): string[] {
  return extensions
    .split(/[\s,;]+/)
    .map((written) => written.replace(/^\*?\.+/, '').toLowerCase())
    .filter((written) => written !== '')
}

/** What is taken: the endings of the groups and the written ones that are known, in alphabetical order. */
export function toFileRules({ maxMegabytes, maxFiles, ...allowing }: FileUpload): FileRules {
  const written = writtenExtensions(allowing)
  const extensions = Object.entries(fileTypes)
    .filter(([extension, { group }]) => allowing.groups.includes(group) || written.includes(extension))
    .map(([extension]) => extension)
  return { extensions: extensions.sort(), maxBytes: Math.round(maxMegabytes * bytesOfMegabyte), maxFiles }
}
