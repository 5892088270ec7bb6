import type { InboxItem } from '@lectern/content-schemas'

/** Milliseconds; long enough to read two lines without hurry. It stays while the pointer or the focus is on it. */
const patience = 9000
/** What many facts at once may cover of the page; the inbox has them all. */
const most = 3

/** A note at the edge of the page. It is said by screen readers when they are idle, takes no focus and goes by itself. */
export function showToast({ item, close }: { item: InboxItem; close: string }): void {
  const note = document.createElement('div')
  note.className = 'toast'
  const title = document.createElement('p')
  title.className = 'toast-title'
  title.append(item.action ? linkTo(item) : item.title)
  const dismiss = document.createElement('button')
  dismiss.type = 'button'
  dismiss.className = 'plain'
  dismiss.ariaLabel = close
  dismiss.textContent = '×'
  dismiss.addEventListener('click', () => note.remove())
  note.append(title, dismiss)
  if (item.body) {
    const body = document.createElement('p')
    body.textContent = item.body
    note.insertBefore(body, dismiss)
  }
  shelf().append(note)
  for (const old of [...shelf().children].slice(0, -most)) old.remove()
  const leave = () => (note.matches(':hover, :focus-within') ? setTimeout(leave, patience) : note.remove())
  setTimeout(leave, patience)
}

function linkTo({ title, action }: InboxItem): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = `/${document.documentElement.lang}/${action?.path ?? ''}`
  link.textContent = title
  return link
}

/** One place for all notes; made before it has a text, so that screen readers know it. */
function shelf(): HTMLElement {
  const known = document.querySelector<HTMLElement>('.toasts')
  if (known) return known
  const made = document.createElement('div')
  made.className = 'toasts'
  made.setAttribute('role', 'status')
  made.setAttribute('aria-live', 'polite')
  document.body.append(made)
  return made
}
