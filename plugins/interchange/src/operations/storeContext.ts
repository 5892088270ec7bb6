import type { FolderProblem } from '@lectern/content-schemas'
import type { OperationRequest } from '@lectern/kernel'
import type { CourseFolder } from '../domain/courseFolder/types.ts'
import type { CategoryFinder } from './categories.ts'
import type { ExportableType } from './exportTypes.ts'
import type { PlacedMedium } from './placeMedia.ts'
import type { Imported, KnownDocument, Saved } from './saveDocument.ts'

/** Counts of documents (courses, modules, lessons, tests, questions and media together). */
export type ImportReport = {
  course: string
  created: number
  updated: number
  unchanged: number
  removed: number
  problems: FolderProblem[]
}

export type KnownDocuments = Record<Imported, Map<string, KnownDocument>>

/** What storing the parts of one course has in common. `save` counts, and remembers the key as still in use. */
export type StoreContext = {
  req: OperationRequest
  course: CourseFolder
  courseId: string
  known: KnownDocuments
  media: ReadonlyMap<string, PlacedMedium>
  questionTypes: ReadonlyMap<string, ExportableType>
  problems: FolderProblem[]
  categories: CategoryFinder
  /** The questions of the course's bank that were stored, by name. */
  bankIds: Map<string, string>
  save: (document: { collection: Imported; sourceKey: string; id: string; data: Record<string, unknown> }) => Promise<Saved>
}
