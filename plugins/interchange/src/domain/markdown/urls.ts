const linkProtocols = new Set(['http', 'https', 'mailto', 'tel', 'sms', 'ftp', 'irc', 'ircs', 'xmpp', 'lesson'])

/** The form in which an address is stored: no spaces or line ends, which the CMS refuses. */
export function normalizeUrl(url: string): string {
  return url
    .trim()
    .replace(/[\t\r\n]/g, '')
    .replaceAll(' ', '%20')
}

/** False for addresses that run code when followed (`javascript:` and whatever else is not listed). */
export function isSafeLink(url: string): boolean {
  const protocol = protocolOf(url)
  return protocol === null || linkProtocols.has(protocol)
}

export function isSafeImage(url: string): boolean {
  const protocol = protocolOf(url)
  return (
    protocol === null || protocol === 'http' || protocol === 'https' || /^data:image\/(?:png|gif|jpeg|webp);base64,/i.test(url)
  )
}

/** A path relative to the file it stands in: neither an address with a protocol, nor rooted, nor a bare anchor. */
export function isRelativeUrl(url: string): boolean {
  return protocolOf(url) === null && !/^(?:\/|#|\?|$)/.test(url)
}

function protocolOf(url: string): string | null {
  // Browsers ignore control characters and spaces inside a protocol, so must the check.
  const compact = [...url.slice(0, 200)].filter((character) => character > ' ' && character !== '\u007F').join('')
  return /^([a-z][a-z0-9+.-]*):/i.exec(compact)?.[1]?.toLowerCase() ?? null
}
