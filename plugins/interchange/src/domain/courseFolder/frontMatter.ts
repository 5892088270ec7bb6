import { type LessonFrontMatter, lessonFrontMatterSchema } from '@lectern/content-schemas'
import type { Report } from './types.ts'
import { readYaml } from './yaml.ts'

export type LessonSource = { frontMatter: LessonFrontMatter; body: string; lineOffset: number }

/** Parts a lesson's file. `lineOffset` is the number of lines before the body. FRONT_MATTER_MISSING when there is none. */
export function readLessonSource({ text, file, report }: { text: string; file: string; report: Report }): LessonSource | null {
  const match = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/.exec(text)
  if (!match) {
    const message = 'A lesson begins with front matter between two lines of ---, with at least a title.'
    report({ severity: 'error', code: 'FRONT_MATTER_MISSING', file, line: 1, message })
    return null
  }
  const frontMatter = readYaml({ text: match[1] ?? '', schema: lessonFrontMatterSchema, file, lineOffset: 1, report })
  if (!frontMatter) return null
  return { frontMatter, body: text.slice(match[0].length), lineOffset: match[0].split('\n').length - 1 }
}
