import { find } from './dom.ts'

type Order = (a: HTMLElement, b: HTMLElement) => number

const byTitle: Order = (a, b) => (a.dataset.title ?? '').localeCompare(b.dataset.title ?? '', document.documentElement.lang)
const orders: Record<string, Order> = {
  title: byTitle,
  newest: (a, b) => (b.dataset.published ?? '').localeCompare(a.dataset.published ?? ''),
  shortest: (a, b) => Number(a.dataset.minutes) - Number(b.dataset.minutes),
}

const catalog = find('[data-catalog]', HTMLElement)
const form = find('[data-search]', HTMLFormElement)
const list = find('[data-rows]', HTMLElement)

// Prebuilt shelves hold only their own courses; there the links lead to other pages, as they do without script.
if (catalog && form && list && 'all' in catalog.dataset) startFiltering({ catalog, form, list })
const filters = find('.filters', HTMLDetailsElement)
if (filters && matchMedia('(max-width: 63.99rem)').matches) filters.open = false
// Until now the style sheet kept them folded, so that nothing moves.
filters?.setAttribute('data-ready', '')

type Parts = { catalog: HTMLElement; form: HTMLFormElement; list: HTMLElement }

/** The address is the state: what is chosen can be linked to, and going back undoes it. */
function startFiltering({ catalog, form, list }: Parts): void {
  const rows = [...list.querySelectorAll<HTMLElement>('.row')]
  const links = [...catalog.querySelectorAll<HTMLAnchorElement>('[data-facet]')]
  const query = find('[name=q]', HTMLInputElement, form)
  const sort = find('[name=sort]', HTMLSelectElement, form)
  const count = find('[data-count]', HTMLElement)
  const empty = find('[data-empty]', HTMLElement)
  const forms: Record<string, string> = JSON.parse(count?.dataset.forms ?? '{}')
  const plural = new Intl.PluralRules(document.documentElement.lang)

  const show = (): void => {
    const state = new URLSearchParams(location.search)
    const wanted = (state.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    const shown = rows.filter((row) => {
      const facets = [...state].filter(([name, value]) => value !== '' && name !== 'q' && name !== 'sort')
      const fits = facets.every(([name, value]) => (row.dataset[name] ?? '').split(' ').includes(value))
      return fits && wanted.every((word) => row.dataset.words?.includes(word))
    })
    list.replaceChildren(...shown.toSorted(orders[state.get('sort') ?? 'title'] ?? byTitle))
    if (count)
      count.textContent = (forms[plural.select(shown.length)] ?? forms.other ?? '').replace('{count}', String(shown.length))
    if (empty) empty.hidden = shown.length > 0
    for (const link of links) {
      const current = (state.get(link.dataset.facet ?? '') ?? '') === link.dataset.value
      link.toggleAttribute('aria-current', current)
      if (current) link.setAttribute('aria-current', 'true')
    }
    if (query && query !== document.activeElement) query.value = state.get('q') ?? ''
    if (sort) sort.value = state.get('sort') ?? 'title'
  }
  const go = ({ name, value, replace }: { name: string; value: string; replace: boolean }): void => {
    const state = new URLSearchParams(location.search)
    if (value === '') state.delete(name)
    else state.set(name, value)
    const address = `${location.pathname}${state.size > 0 ? `?${state}` : ''}`
    history[replace ? 'replaceState' : 'pushState'](null, '', address)
    show()
  }
  for (const link of links) {
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      go({ name: link.dataset.facet ?? '', value: link.dataset.value ?? '', replace: false })
    })
  }
  query?.addEventListener('input', () => go({ name: 'q', value: query.value, replace: true }))
  sort?.addEventListener('change', () => go({ name: 'sort', value: sort.value === 'title' ? '' : sort.value, replace: true }))
  form.addEventListener('submit', (event) => event.preventDefault())
  addEventListener('popstate', show)
  show()
}
