import type { ResolvedFile } from '../markdown/types.ts'
import { isRelativeUrl } from '../markdown/urls.ts'
import { directoryOf, joinPath, splitLocale, splitUrl } from './paths.ts'
import type { FolderFiles, Report } from './types.ts'

/** What a link can lead to, by path of the default language. */
export type LinkTargets = {
  /** `<course>/<module>/<lesson>` by the path of a lesson's file. */
  lessons: ReadonlyMap<string, string>
  /** `<course>/<module>/<lesson>#test-<key>` by the path of a test's file. */
  tests: ReadonlyMap<string, string>
  files: FolderFiles
  useMedium: (path: string, sha256: string) => void
}

export type LinkResolver = {
  resolveLink: (url: string, line: number) => string | null
  resolveImage: (url: string, line: number) => ResolvedFile | null
}

/** Resolves the addresses of one file. `lineOffset` is added to the lines that the Markdown reader counts. */
export function createLinkResolver({
  file,
  lineOffset,
  targets,
  report,
}: {
  file: string
  lineOffset: number
  targets: LinkTargets
  report: Report
}): LinkResolver {
  const locate = (url: string, line: number): { path: string; anchor: string } | null => {
    const parts = splitUrl(url)
    const path = parts && joinPath(directoryOf(file), parts.path)
    const place = { severity: 'error', file, line: line + lineOffset } as const
    if (!parts) report({ ...place, code: 'LINK_TO_NOWHERE', message: `The address ${url} cannot be read.` })
    else if (path === null || targets.files.outside.has(path)) {
      report({ ...place, code: 'LINK_OUTSIDE_FOLDER', message: `${url} leads out of the course folder.` })
    } else if (path !== null) return { path, anchor: parts.anchor }
    return null
  }
  const nowhere = (url: string, line: number) => {
    report({ severity: 'error', code: 'LINK_TO_NOWHERE', file, line: line + lineOffset, message: `There is no ${url}.` })
    return null
  }
  return {
    resolveLink: (url, line) => {
      if (!isRelativeUrl(url)) return url
      const target = locate(url, line)
      if (!target) return null
      const path = splitLocale(target.path).path
      const lesson = targets.lessons.get(path)
      if (lesson !== undefined) return `lesson:${lesson}${target.anchor}`
      const test = targets.tests.get(path)
      if (test !== undefined) return `lesson:${test}`
      const exists = targets.files.binaries.has(target.path) || targets.files.texts.has(target.path)
      if (!exists) return nowhere(url, line)
      const message = `${url} is no lesson; its text was kept. A lectern:download marker offers a file.`
      report({ severity: 'warning', code: 'LINK_TO_FILE', file, line: line + lineOffset, message })
      return null
    },
    resolveImage: (url, line) => {
      if (!isRelativeUrl(url)) return { url }
      const target = locate(url, line)
      if (!target) return null
      const binary = targets.files.binaries.get(target.path)
      if (!binary) return nowhere(url, line)
      targets.useMedium(target.path, binary.sha256)
      return { media: `sha256:${binary.sha256}` }
    },
  }
}
