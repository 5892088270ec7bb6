import type { SnapshotCourse } from '@lectern/content-schemas'
import { createSlugger } from '../richtext/createSlugger.ts'

export type Author = { name: string; anchor: string; courses: SnapshotCourse[] }

/** Everyone who is named as an author, by name, with what they wrote. `anchor` is their place on the page of authors. */
export function listAuthors({ courses, locale }: { courses: SnapshotCourse[]; locale: string }): Author[] {
  const byName = new Map<string, SnapshotCourse[]>()
  for (const course of courses)
    for (const name of new Set(course.authors)) byName.set(name, [...(byName.get(name) ?? []), course])
  const slug = createSlugger()
  return [...byName]
    .toSorted(([a], [b]) => a.localeCompare(b, locale))
    .map(([name, written]) => ({ name, anchor: slug(name), courses: written }))
}
