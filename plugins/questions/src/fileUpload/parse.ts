import { failure, type Result, success } from '@lectern/content-schemas'
import { cleanEssay } from '../essay/cleanEssay.ts'
import { isBlankOf } from '../shared/blank.ts'
import { type FileUpload, type FileUploadResponse, fileUploadSchema } from './schema.ts'

/**
 * Reads ids and comment. Whether there are such files is not to be seen here; who saves the response looks. Files without a
 * comment and a comment without files are responses; neither is blank.
 */
export function parseFileUpload({
  authored,
  input,
}: {
  authored: FileUpload
  input: unknown
}): Result<FileUploadResponse | null> {
  if (isBlankOf({ input, key: 'files' }) && isBlankOf({ input, key: 'comment' })) return success(null)
  const parsed = fileUploadSchema.response.safeParse(input)
  if (!parsed.success)
    return failure({ code: 'RESPONSE_INVALID', message: 'A response is a list of ids of files, and a comment.' })
  const files = [...new Set(parsed.data.files.map((id) => id.toLowerCase()))]
  if (files.length > authored.maxFiles) {
    return failure({ code: 'FILES_TOO_MANY', message: `A response has at most ${authored.maxFiles} files.` })
  }
  const comment = cleanEssay(parsed.data.comment).trim()
  if (comment !== '' && !authored.comment) {
    return failure({ code: 'COMMENT_NOT_TAKEN', message: 'This question takes files without a comment.' })
  }
  return success(files.length === 0 && comment === '' ? null : { files, comment })
}
