import type { Locale, SnapshotCourse } from '@lectern/content-schemas'

/** One thing that can be found. `path` is below `/<locale>/`; `within` is the title of the course that a lesson is in. */
export type SearchDocument = { path: string; title: string; within: string; summary: string; headings: string; language: Locale }

type ToDocumentsInput = {
  courses: SnapshotCourse[]
  locale: Locale
  /** Headings of a lesson that anyone may read; none for one that is protected or not written in this language. */
  headingsOf: (path: string) => string[] | undefined
}

/**
 * Courses and their lessons in reading order. A lesson without a page in this language is found through its course.
 * Of protected lessons, only what the syllabus shows to everyone is searched.
 */
export function toDocuments({ courses, locale, headingsOf }: ToDocumentsInput): SearchDocument[] {
  return courses.flatMap((course) => {
    const language = course.translated ? locale : (course.languages[0] ?? locale)
    const own = {
      path: `courses/${course.slug}/`,
      title: course.title,
      within: '',
      summary: course.summary,
      headings: [course.subject?.title ?? '', ...course.tags, ...course.authors].join(' '),
      language,
    }
    const lessons = course.modules.flatMap((module) =>
      module.lessons
        .filter((lesson) => lesson.path.startsWith(`${course.slug}/`))
        .flatMap((lesson) => {
          const headings = headingsOf(lesson.path)
          if (!headings) return []
          const path = `courses/${lesson.path}/`
          return [
            { path, title: lesson.title, within: course.title, summary: lesson.summary, headings: headings.join(' '), language },
          ]
        }),
    )
    return [own, ...lessons]
  })
}
