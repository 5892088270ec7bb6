import { signOut } from '../lib/learnerApi.ts'
import { find } from './dom.ts'

const root = document.documentElement
const hint = /(?:^|; )lectern-hint=([^;]*)/.exec(document.cookie)?.[1]

if (hint) {
  const name = decodeURIComponent(hint.replaceAll('+', ' '))
  const place = find('[data-name]', HTMLElement)
  const initial = find('[data-initial]', HTMLElement)
  if (place) place.textContent = name
  if (initial) initial.textContent = [...name][0] ?? ''
}

find('[data-theme-toggle]', HTMLButtonElement)?.addEventListener('click', () => {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = dark ? 'light' : 'dark'
  try {
    localStorage.setItem('lectern-theme', root.dataset.theme)
  } catch {
    // Storage may be switched off; the theme then lasts as long as the page.
  }
})

find('[data-sign-out]', HTMLButtonElement)?.addEventListener('click', async () => {
  const answer = await signOut()
  if (!answer.ok) return
  // What is kept for reading offline tells the next person what was read here.
  if ('caches' in window) for (const name of await caches.keys()) await caches.delete(name)
  location.assign(`/${root.lang}/`)
})

if (import.meta.env.PROD) addEventListener('load', () => navigator.serviceWorker?.register('/sw.js'))
