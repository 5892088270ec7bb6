import { parseCourseFolder } from '../domain/courseFolder/parseCourseFolder.ts'
import type { FolderReport } from '../domain/courseFolder/types.ts'
import { readFolderFiles } from './readFolderFiles.ts'

/** `files` gives the absolute path of each medium by its digest. */
export type ReadCourse = FolderReport & { files: ReadonlyMap<string, string> }

/** Reads and checks a course folder. Everything that is wrong with it is in `problems`, with file and line. */
export async function readCourseFolder({ folder }: { folder: string }): Promise<ReadCourse> {
  const folderFiles = await readFolderFiles(folder)
  const files = new Map(Array.from(folderFiles.binaries.values(), ({ sha256, absolute }) => [sha256, absolute]))
  return { ...parseCourseFolder(folderFiles), files }
}
