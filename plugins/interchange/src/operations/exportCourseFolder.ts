import { type FolderProblem, failure, type Result, success } from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import { writeCourseFolder } from '../courseFolder/writeCourseFolder.ts'
import type { ExportableType } from './exportTypes.ts'
import { loadCourse } from './loadCourse.ts'
import { readMedia } from './readMedia.ts'

export type ExportReport = { written: number; removed: number; problems: FolderProblem[] }

/**
 * Writes a course of the CMS as a course folder, all languages in it. Importing that folder again changes nothing.
 * Problems (warnings) name what could not be written: QUESTION_NOT_EXPORTED, MEDIUM_MISSING.
 * Failures: COURSE_NOT_FOUND, FOLDER_NOT_EMPTY.
 */
export async function exportCourseFolder({
  req,
  slug,
  folder,
  questionTypes,
}: {
  req: OperationRequest
  slug: string
  folder: string
  questionTypes: ReadonlyMap<string, ExportableType>
}): Promise<Result<ExportReport>> {
  const media = await readMedia(req)
  const loaded = await loadCourse({ req, slug, questionTypes, media })
  if (!loaded) return failure({ code: 'COURSE_NOT_FOUND', message: `There is no course ${slug}.` })
  const written = await writeCourseFolder({
    course: loaded.course,
    folder,
    media: async (sha256) => {
      const medium = media.byDigest.get(sha256)
      return medium ? { absolute: medium.absolute } : null
    },
  })
  return written.ok ? success({ ...written.value, problems: loaded.problems }) : written
}
