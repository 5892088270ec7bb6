import type { Locale } from '@lectern/content-schemas'
import { escapeHtml } from '../richtext/escapeHtml.ts'
import { plainText } from '../richtext/renderRichText.ts'
import type { LocaleContent } from '../snapshot/readSnapshot.ts'
import { lessonsInOrder } from './courseView.ts'

export type Excerpt = { title: string; course: string; path: string; html: string; lang: Locale }

/** Characters: about one spread of two columns. */
const wanted = 900
/** Lessons looked at before giving up. */
const patience = 40

/** The opening paragraphs of the first public lesson that has enough of them. Plain words only, so that it sets well. */
export function featuredExcerpt(content: LocaleContent): Excerpt | null {
  const places = content.courses.flatMap((course) =>
    lessonsInOrder(course)
      .slice(0, 5)
      .map(({ lesson }) => ({ course, lesson })),
  )
  for (const { course, lesson } of places.slice(0, patience)) {
    if (lesson.access !== 'public' || lesson.kind !== 'lesson' || !content.lessons.has(lesson.path)) continue
    const record = content.readLesson(lesson.path)
    if (record.access !== 'public') continue
    const paragraphs = (record.body?.root.children ?? [])
      .filter((node) => node.type === 'paragraph')
      .map((node) => plainText(node).trim())
      .filter((text) => text.length > 120)
    const chosen = takeUntil(paragraphs)
    if (chosen.length < 2) continue
    const lang = record.translated ? content.locale : (course.languages[0] ?? content.locale)
    const html = chosen.map((text) => `<p>${escapeHtml(text)}</p>`).join('')
    return { title: lesson.title, course: course.title, path: lesson.path, html, lang }
  }
  return null
}

function takeUntil(paragraphs: string[]): string[] {
  const chosen: string[] = []
  for (const text of paragraphs) {
    if (chosen.join('').length > wanted) break
    chosen.push(text)
  }
  return chosen
}
