/** Whether the server has said that someone is signed in; the session itself is not readable here. */
export function isSignedIn(): boolean {
  return 'signedIn' in document.documentElement.dataset
}

export function find<T extends Element>(selector: string, type: abstract new () => T, root: ParentNode = document): T | null {
  const element = root.querySelector(selector)
  return element instanceof type ? element : null
}

/** The texts that the page carries for its script; written by the build, so of known form. */
export function readWords(element: HTMLElement): Record<string, string> {
  const words: unknown = JSON.parse(element.dataset.words ?? '{}')
  const pairs = typeof words === 'object' && words !== null ? Object.entries(words) : []
  return Object.fromEntries(pairs.filter(([, word]) => typeof word === 'string'))
}

export function fill(message: string, values: Record<string, string>): string {
  return message.replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap)
}
