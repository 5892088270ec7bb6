import { addJob, type OperationRequest } from '@lectern/kernel'
import type { LoadedPaper } from '../operations/loadPaper.ts'
import { cleanFilesJob } from './cleanFiles.ts'
import { takesFiles } from './listFiles.ts'

/** For an attempt that is being closed: files that no response names go once it is. Costs nothing where no question takes any. */
export async function cleanLater({
  req,
  attempt,
  paper,
}: {
  req: OperationRequest
  attempt: string
  paper: LoadedPaper
}): Promise<void> {
  if (!takesFiles(paper)) return
  await addJob({ req, name: cleanFilesJob, payload: { attempt }, jobKey: `${cleanFilesJob}:${attempt}` })
}
