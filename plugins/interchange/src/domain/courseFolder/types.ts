import type {
  CourseYaml,
  FeedbackBand,
  FolderProblem,
  GiftQuestion,
  LessonFrontMatter,
  Locale,
  RichText,
  TestSettings,
} from '@lectern/content-schemas'

/** The files of a folder as the reader hands them over: paths are relative, with `/`, and sorted. */
export type FolderFiles = {
  /** Text files by path. */
  texts: ReadonlyMap<string, string>
  /** Files of any other kind by path. `bytes` is the size. */
  binaries: ReadonlyMap<string, FolderBinary>
  /** Paths that are links out of the folder. They are never read. */
  outside: ReadonlySet<string>
  problems: FolderProblem[]
}
export type FolderBinary = { sha256: string; bytes: number; absolute: string }

/** A picture or download that lessons use. `path` is where it is in the folder. */
export type FolderMedium = { sha256: string; path: string }

/**
 * A course as text. In rich text, media are `sha256:<hex>`, links to lessons `lesson:<course>/<module>/<lesson>#anchor`
 * (`#test-<key>` for a test of it) and tests their keys. `name`s are file and folder names without their extension.
 */
export type CourseFolder = {
  course: Omit<CourseYaml, 'modules' | 'title' | 'summary' | 'language' | 'languages' | 'cover'>
  language: Locale
  text: LocalizedText
  /** Digest of the cover picture. */
  cover: string | undefined
  modules: FolderModule[]
  /** The files of `questions/`, by name. */
  banks: FolderBank[]
  media: FolderMedium[]
}
export type LocalizedText = Partial<Record<Locale, { title: string; summary: string }>>
export type FolderModule = { name: string; slug: string; text: LocalizedText; lessons: FolderLesson[] }
export type FolderLesson = {
  name: string
  slug: string
  kind: 'lesson' | 'assignment'
  minutes: number | undefined
  preview: boolean | undefined
  completion: LessonFrontMatter['completion']
  text: Partial<Record<Locale, LessonText>>
  tests: FolderTest[]
}
export type LessonText = { title: string; summary: string; body: RichText }
export type FolderTest = {
  key: string
  placement: 'before' | 'after' | 'embedded'
  settings: Partial<TestSettings>
} & (GiftTest | WrittenTest)

/** A test as a GIFT file in each language. */
export type GiftTest = { form: 'gift'; text: Partial<Record<Locale, TestText>> }
/** A test as one file of YAML, all languages in it. */
export type WrittenTest = {
  form: 'yaml'
  title: Partial<Record<Locale, string>>
  accessCode: string | undefined
  /** What is said of a whole attempt that earned at least so much. */
  overallFeedback: FeedbackBand<Partial<Record<Locale, string>>>[]
  items: FolderItem[]
}
export type FolderItem =
  | { kind: 'question'; question: FolderQuestion; mark: number }
  /** A question of the course's bank by its name. */
  | { kind: 'named'; name: string; mark: number; line: number }
  | ({ kind: 'draw'; mark: number } & FolderDraw)
  | { kind: 'section'; title: Partial<Record<Locale, string>>; instructions: Partial<Record<Locale, string>> }
export type FolderDraw = {
  count: number
  tags: string[]
  difficultyFrom: number | undefined
  difficultyTo: number | undefined
  types: string[]
  preferUnseen: boolean
}

/**
 * A question of any type. Pictures in `body` are `sha256:<hex>`, also those in Markdown; rows may be without ids. `version`
 * undefined: the type's present one.
 */
export type FolderQuestion = {
  name: string | undefined
  type: string
  version: number | undefined
  tags: string[]
  difficulty: number | undefined
  /** Titles from the root of the bank's categories down. */
  category: Partial<Record<Locale, string>>[] | undefined
  /** Draws take it no more. */
  retired: boolean
  body: Record<string, unknown>
  /** 1-based line of its file. */
  line: number
}
/** `name` is that of the file, without its extension. */
export type FolderBank = { name: string; questions: FolderQuestion[] }

/** `title` is the first comment of the file. */
export type TestText = { title: string | undefined; questions: GiftQuestion[] }

export type FolderReport = { course: CourseFolder | null; problems: FolderProblem[] }
/** Collects findings while a folder is read. */
export type Report = (problem: FolderProblem) => void
