import { formatPlural, type PluralForms } from '@lectern/kernel/site/formatMessage'
import { drawEntry } from './drawEntry.ts'
import { loadSearch } from './loadSearch.ts'

type Words = { none: string; failed: string; results: PluralForms }

const page = document.querySelector<HTMLElement>('[data-find-page]')
const form = page?.querySelector<HTMLFormElement>('[data-find]')
const input = form?.querySelector('input')
const list = page?.querySelector<HTMLElement>('[data-find-results]')
const count = page?.querySelector<HTMLElement>('[data-find-count]')

if (form && input && list && count) {
  // Written by the build beside this script.
  const words: Words = JSON.parse(form.dataset.words ?? '{}')
  let turn = 0

  const show = async (): Promise<void> => {
    turn += 1
    const own = turn
    const text = input.value.trim()
    const search = text === '' ? () => [] : await loadSearch().catch(() => null)
    if (own !== turn) return
    const found = search?.(text) ?? []
    list.replaceChildren(
      ...found.map((entry) => {
        const item = document.createElement('li')
        item.append(drawEntry(entry))
        return item
      }),
    )
    const sentence = found.length === 0 ? words.none : undefined
    const total = formatPlural({ locale: document.documentElement.lang, forms: words.results, count: found.length })
    count.textContent = text === '' ? '' : !search ? words.failed : (sentence ?? total)
  }
  /** The address is the state: a search can be linked to. */
  const remember = (): void => {
    const text = input.value.trim()
    history.replaceState(null, '', text === '' ? location.pathname : `?${new URLSearchParams({ q: text })}`)
  }

  input.value = new URLSearchParams(location.search).get('q') ?? ''
  input.addEventListener('focus', () => void loadSearch().catch(() => null))
  input.addEventListener('input', () => {
    remember()
    void show()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    remember()
    void show()
  })
  if (input.value === '') input.focus()
  else void show()
}
