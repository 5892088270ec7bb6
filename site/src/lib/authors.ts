import { createHash } from 'node:crypto'
import type { SnapshotCourse } from '@lectern/content-schemas'

/** `slug` is the last part of the page's address, the same in every language. */
export type Author = { name: string; slug: string; courses: SnapshotCourse[] }

const longestSlug = 60

const known = new WeakMap<SnapshotCourse[], Map<string, string>>()

/** The slug of everyone who is named in these courses, by name. */
export function slugsOfAuthors(courses: SnapshotCourse[]): Map<string, string> {
  const slugs = known.get(courses) ?? authorSlugs([...new Set(courses.flatMap(({ authors }) => authors))])
  known.set(courses, slugs)
  return slugs
}

/** Everyone who is named as an author, by name, with what they wrote. */
export function listAuthors({ courses, locale }: { courses: SnapshotCourse[]; locale: string }): Author[] {
  const byName = new Map<string, SnapshotCourse[]>()
  for (const course of courses)
    for (const name of new Set(course.authors)) byName.set(name, [...(byName.get(name) ?? []), course])
  const slugs = slugsOfAuthors(courses)
  return [...byName]
    .map(([name, written]) => ({ name, slug: slugs.get(name) ?? '', courses: written }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
}

/**
 * The slug of each name: its Latin letters and digits, and a digest of the name where that says too little or is another's
 * already. Who joins later takes no address from anybody whose name is written in Latin letters.
 */
export function authorSlugs(names: string[]): Map<string, string> {
  const slugs = new Map<string, string>()
  const used = new Set<string>()
  for (const name of names.toSorted()) {
    const latin = name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, longestSlug)
    const complete = latin !== '' && !/[^\p{Script=Latin}\p{N}\p{M}\p{P}\p{S}\p{Z}]/u.test(name)
    const slug = complete && !used.has(latin) ? latin : `${latin || 'author'}-${digest(name)}`
    used.add(slug)
    slugs.set(name, slug)
  }
  return slugs
}

function digest(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8)
}
