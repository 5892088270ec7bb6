import { fileTypes } from '@lectern/content-schemas'
import { checkStem, type Problem } from '../shared/check.ts'
import { toFileRules, writtenExtensions } from './fileRules.ts'
import type { FileUpload } from './schema.ts'

/** What makes a question for files unfit for use. */
export function checkFileUpload(authored: FileUpload): Problem[] {
  const unknown = writtenExtensions(authored).filter((extension) => !Object.hasOwn(fileTypes, extension))
  return [
    ...checkStem(authored.stem),
    ...unknown.map((extension) => ({
      path: 'extensions',
      code: 'EXTENSION_UNKNOWN',
      message: `Files ending in .${extension} cannot be checked, so they are not taken.`,
    })),
    ...(toFileRules(authored).extensions.length === 0
      ? [{ path: 'groups', code: 'FILES_NONE_ALLOWED', message: 'Choose which kinds of files are taken.' }]
      : []),
  ]
}
