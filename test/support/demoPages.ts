import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBuild, findInstallation } from './browserInstallation.ts'

/** Ids and addresses of the demo, read from the pages that were built. */
export type DemoCourse = { id: string; path: string; lessons: { id: string; path: string }[] }

/** Throws when the build has no such course. */
export function readDemoCourse(slug: string): DemoCourse {
  const path = `/en/courses/${slug}/`
  const html = readPage(path)
  const id = /data-course="([^"]+)"/.exec(html)?.[1]
  if (!id) throw new Error(`${path} names no course.`)
  const lessons = [...html.matchAll(/data-lesson="([^"]+)" data-path="([^"]+)"/g)].map(([, lesson = '', place = '']) => ({
    id: lesson,
    path: `/en/courses/${place}/`,
  }))
  return { id, path, lessons }
}

/** Ids of the tests that a lesson's page leads to, in its order. */
export function readLessonTests(lessonPath: string): string[] {
  const links = readPage(lessonPath).matchAll(/href="\/[a-z]+\/tests\/([0-9a-f-]{36})\/"/g)
  return [...new Set([...links].map(([, id = '']) => id))]
}

/** Public or protected, whichever the build has. */
export function readPage(path: string): string {
  const { publicFolder, protectedFolder } = findBuild(findInstallation())
  try {
    return readFileSync(join(publicFolder, path, 'index.html'), 'utf8')
  } catch {
    return readFileSync(join(protectedFolder, path, 'index.html'), 'utf8')
  }
}
