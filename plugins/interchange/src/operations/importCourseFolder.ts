import { failure, type Result, success } from '@lectern/content-schemas'
import { inTransaction, type OperationRequest } from '@lectern/kernel'
import { readCourseFolder } from '../courseFolder/readCourseFolder.ts'
import { checkQuestions } from '../questions/checkQuestions.ts'
import type { ExportableType } from './exportTypes.ts'
import { placeMedia } from './placeMedia.ts'
import type { Status } from './saveDocument.ts'
import type { ImportReport } from './storeContext.ts'
import { storeCourse } from './storeCourse.ts'

/**
 * Imports a course folder: all of it in one transaction, or nothing. What has not changed since the last import is not
 * written; what has left the folder is removed, as far as an import made it. Warnings are in the report.
 * Failures: FOLDER_INVALID (`details` are the problems) unless `force`, which imports the rest and reports what was left
 * out; a folder without a usable course.yaml fails either way.
 * Publishing is the caller's next step: the report names the course's id.
 */
export async function importCourseFolder({
  req,
  folder,
  questionTypes,
  force = false,
  status = 'published',
}: {
  req: OperationRequest
  folder: string
  questionTypes: ReadonlyMap<string, ExportableType>
  force?: boolean
  status?: Status
}): Promise<Result<ImportReport>> {
  const { course, problems: found, files } = await readCourseFolder({ folder })
  const problems = [...found, ...(course ? checkQuestions({ course, questionTypes }) : [])]
  const hasErrors = problems.some(({ severity }) => severity === 'error')
  if (!course || (hasErrors && !force)) {
    return failure({ code: 'FOLDER_INVALID', message: `${problems.length} problems; nothing was imported.`, details: problems })
  }
  const media = await placeMedia({ req, media: course.media, files })
  const report = await inTransaction(req, (inner) =>
    storeCourse({ req: inner, course, media: media.placed, questionTypes, status }),
  )
  return success({
    ...report,
    created: report.created + media.created,
    problems: [...problems, ...media.problems, ...report.problems],
  })
}
