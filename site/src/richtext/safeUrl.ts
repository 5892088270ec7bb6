export type LinkTargets = {
  /** Address of a lesson page from `<course>/<module>/<lesson>`. */
  lessonUrl: (path: string) => string
}

/**
 * The address to put into `href`, or null when the link must not be made. Allowed: http, https, mailto, `#…`, `/…` and
 * `lesson:<path>#anchor`, which becomes an address of the page's own language. `//host` is refused because it looks local and is not.
 */
export function safeUrl({ url, targets }: { url: string; targets: LinkTargets }): string | null {
  // Browsers drop control characters and white space inside a scheme (`java\nscript:`).
  const cleaned = [...url.trim()].filter((character) => character > ' ' || character === ' ').join('')
  if (cleaned.startsWith('lesson:')) {
    const [path = '', anchor] = cleaned.slice('lesson:'.length).split('#', 2)
    if (!/^[a-z0-9-]+(?:\/[a-z0-9-]+){2}$/.test(path)) return null
    return targets.lessonUrl(path) + (anchor ? `#${encodeURIComponent(decodeSafely(anchor))}` : '')
  }
  if (cleaned.startsWith('#')) return cleaned
  if (cleaned.startsWith('/')) return /^\/[/\\]/.test(cleaned) ? null : cleaned
  return /^(?:https?:\/\/|mailto:)[^\s]/i.test(cleaned) && URL.canParse(cleaned) ? cleaned : null
}

export function isExternal(url: string): boolean {
  return /^https?:/i.test(url)
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
