import type { FolderProblem } from '@lectern/content-schemas'
import { type ImportReport, importCourseFolder } from '@lectern/interchange'
import { registriesOf } from '@lectern/kernel'
import { publishCourse } from '@lectern/publishing'
import type { Payload } from 'payload'

export type ImportAndPublishResult =
  | { ok: true; report: ImportReport; edition: string; problems: FolderProblem[] }
  | { ok: false; problems: FolderProblem[] }

/** Imports a course folder and gives the course its edition. With errors in the folder, nothing happens unless `force`. */
export async function importAndPublish({
  payload,
  folder,
  force,
  draft = false,
}: {
  payload: Payload
  folder: string
  force: boolean
  draft?: boolean
}): Promise<ImportAndPublishResult> {
  const imported = await importCourseFolder({
    req: { payload },
    folder,
    questionTypes: registriesOf(payload).questionTypes,
    force,
    status: draft ? 'draft' : 'published',
  })
  if (!imported.ok) return { ok: false, problems: problemsOf(imported.error.details) }
  const edition = draft ? 'draft' : await publish({ payload, course: imported.value.course })
  return { ok: true, report: imported.value, edition, problems: imported.value.problems }
}

async function publish({ payload, course }: { payload: Payload; course: string }): Promise<string> {
  const result = await publishCourse({ req: { payload }, course })
  return result.outcome === 'published' ? `edition ${result.number}` : result.outcome
}

/** `details` of FOLDER_INVALID is the list of problems. */
function problemsOf(details: unknown): FolderProblem[] {
  return Array.isArray(details) ? details : []
}
