import type { LiveNotification } from '@lectern/content-schemas'

/**
 * The bell of every page: the number of unread messages, and a quiet note when one arrives. Runs for those who are signed in, while
 * their page is in view: a browser gives one site six connections, and pages in the background need none.
 */
const root = document.documentElement
const bell = document.querySelector<HTMLElement>('[data-bell]')
const place = document.querySelector<HTMLElement>('[data-bell-count]')
const memory = 'lectern-inbox'

/** What this tab knows: how many are unread, and the last messages it has shown, the newest last. */
type Known = { unread: number; shown: string[] }

function recall(): Known {
  try {
    const known: Partial<Known> = JSON.parse(sessionStorage.getItem(memory) ?? '{}')
    return { unread: known.unread ?? 0, shown: known.shown ?? [] }
  } catch {
    return { unread: 0, shown: [] }
  }
}

function remember(known: Known): void {
  try {
    sessionStorage.setItem(memory, JSON.stringify(known))
  } catch {
    // Storage may be switched off; the number then comes with the stream.
  }
}

function showCount(unread: number): void {
  if (place) place.textContent = unread === 0 ? '' : unread < 100 ? String(unread) : '99+'
}

let stream: EventSource | null = null

function open(): void {
  if (stream) return
  const after = recall().shown.at(-1)
  stream = new EventSource(`/api/learn/notifications/stream?locale=${root.lang}${after ? `&after=${after}` : ''}`)
  stream.addEventListener('unread', ({ data }) => update(JSON.parse(data).unread))
  stream.addEventListener('notification', ({ data }) => {
    const { item, unread }: LiveNotification = JSON.parse(data)
    const known = recall()
    if (!known.shown.includes(item.id)) {
      remember({ unread, shown: [...known.shown, item.id].slice(-40) })
      // The inbox itself shows what arrives.
      if (!document.querySelector('[data-inbox]'))
        void import('./toast.ts').then(({ showToast }) => showToast({ item, close: bell?.dataset.close ?? '' }))
    }
    update(unread)
  })
}

function update(unread: number): void {
  remember({ ...recall(), unread })
  showCount(unread)
  document.dispatchEvent(new CustomEvent('lectern:inbox', { detail: unread }))
}

function close(): void {
  stream?.close()
  stream = null
}

if (bell && root.dataset.signedIn !== undefined) {
  showCount(recall().unread)
  const follow = () => (document.hidden ? close() : open())
  document.addEventListener('visibilitychange', follow)
  addEventListener('pagehide', close)
  addEventListener('pageshow', follow)
}
