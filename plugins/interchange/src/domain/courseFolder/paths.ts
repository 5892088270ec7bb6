import { type FolderProblem, slugSchema } from '@lectern/content-schemas'

/** `01-first-steps` → `first-steps`; dots in names of tasks become hyphens. */
export function slugOfName(name: string): string {
  return name.replace(/^\d+-/, '').replaceAll('.', '-')
}

export function slugProblem(name: string, file: string): FolderProblem | null {
  const parsed = slugSchema.safeParse(slugOfName(name))
  if (parsed.success) return null
  return {
    severity: 'error',
    code: 'SLUG_INVALID',
    file,
    message: `"${slugOfName(name).slice(0, 130)}" cannot be part of an address.`,
  }
}

export function directoryOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash === -1 ? '' : path.slice(0, slash)
}

/** Joins a relative path to a directory. Null when it leaves the folder. */
export function joinPath(directory: string, relative: string): string | null {
  const parts = directory === '' ? [] : directory.split('/')
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.join('/')
}

/** The way from a directory to a path of the same folder. */
export function relativePath(directory: string, path: string): string {
  const from = directory === '' ? [] : directory.split('/')
  const to = path.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

/** `i18n/ru/01-a/b.md` → locale `ru` and `01-a/b.md`; a path elsewhere is its own. */
export function splitLocale(path: string): { locale: string | null; path: string } {
  const match = /^i18n\/([^/]+)\/(.+)$/.exec(path)
  return match?.[1] && match[2] ? { locale: match[1], path: match[2] } : { locale: null, path }
}

/** The path in an address, decoded, and what follows it. Null for a malformed escape. */
export function splitUrl(url: string): { path: string; anchor: string } | null {
  const [, path, anchor] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(url) ?? []
  try {
    return { path: decodeURIComponent(path ?? ''), anchor: anchor ?? '' }
  } catch {
    return null
  }
}

export function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/')
}
