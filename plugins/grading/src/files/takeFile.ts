import { extensionOf, type FileRules, type HandedFile, mostFileBytes } from '@lectern/content-schemas'
import { type FileStore, inTransaction, type OperationRequest, transition } from '@lectern/kernel'
import { cleanFileName } from '../domain/cleanFileName.ts'
import { holdAttempt, loadItem, refuseUnlessOpen } from './attemptForFiles.ts'
import { discardFile } from './dropFile.ts'
import { fileErrors } from './fileErrors.ts'
import { fileStates } from './fileStates.ts'
import { measure } from './measure.ts'
import { refuseOtherContent } from './refuseOtherContent.ts'
import { reserveFile } from './reserveFile.ts'

/**
 * Takes a file for a question of a running attempt: room is made, the bytes are kept as they come, their content is compared
 * with the ending of the name, and only then the file is there. Whatever goes wrong on the way leaves nothing behind.
 *
 * `length` is what the request says; more bytes than that are refused. Throws ATTEMPT_NOT_FOUND, ITEM_NOT_IN_ATTEMPT,
 * ITEM_TAKES_NO_FILES, ATTEMPT_CLOSED, ITEM_LOCKED and the codes of `fileErrors`.
 */
export async function takeFile({
  req,
  files,
  quotaBytes,
  attempt,
  item,
  learner,
  given,
}: {
  req: OperationRequest
  files: FileStore
  quotaBytes: number
  attempt: string
  item: string
  learner: string
  given: { name: string; length: number | null; body: AsyncIterable<Uint8Array> }
}): Promise<HandedFile> {
  const { paper, question } = await loadItem({ req, attempt, item, learner })
  const { type, authored } = question.loaded
  const rules = type.files?.(authored)
  if (!rules) throw fileErrors.itemTakesNoFiles(item)
  const { name, extension, bytes } = checkOutside({ rules, given })
  const id = await reserveFile({ req, attempt, item, paper, rules, name, bytes, quotaBytes })
  try {
    const digest = await measure({ body: given.body, bytes, write: (body) => files.write({ key: id, body }) })
    await refuseOtherContent({ files, id, extension })
    const found = await inTransaction(req, async () => {
      const state = await holdAttempt({ req, attempt, item })
      if (state === 'open') {
        const won = await transition({
          req,
          table: 'attempt_files',
          id,
          from: [fileStates.arriving],
          to: fileStates.stored,
          set: { digest },
        })
        if (won === null) throw fileErrors.interrupted()
      }
      return state
    })
    await refuseUnlessOpen({ req, attempt, item, paper, found })
  } catch (error) {
    await discardFile({ req, files, id })
    throw error
  }
  return { id, name, bytes }
}

/** What can be said of a file before its bytes are read. */
function checkOutside({ rules, given }: { rules: FileRules; given: { name: string; length: number | null } }): {
  name: string
  extension: string
  bytes: number
} {
  const name = cleanFileName(given.name)
  if (name === '') throw fileErrors.nameInvalid()
  const extension = extensionOf(name)
  if (!rules.extensions.includes(extension)) throw fileErrors.typeNotAllowed(rules.extensions)
  if (given.length === null) throw fileErrors.lengthRequired()
  if (given.length === 0) throw fileErrors.empty()
  const maxBytes = Math.min(rules.maxBytes, mostFileBytes)
  if (given.length > maxBytes) throw fileErrors.tooLarge(maxBytes)
  return { name, extension, bytes: given.length }
}
