import { formatPlural, type PluralForms } from '@lectern/kernel/site/formatMessage'
import { drawEntry } from './drawEntry.ts'
import { loadSearch } from './loadSearch.ts'

type Words = { none: string; failed: string; results: PluralForms }

/** Enough to choose from without scrolling a phone; the page of results has the rest. */
const shown = 7

/** The combobox pattern of the ARIA Authoring Practices: focus stays in the field, arrows move the active option. */
export function startCombobox(form: HTMLFormElement): void {
  const input = form.querySelector('input')
  const sheet = form.querySelector<HTMLElement>('[data-find-sheet]')
  const list = form.querySelector<HTMLElement>('[role=listbox]')
  const status = form.querySelector<HTMLElement>('[data-find-status]')
  if (!input || !sheet || !list || !status) return
  // Written by the build beside this script.
  const words: Words = JSON.parse(form.dataset.words ?? '{}')
  let active = -1
  let turn = 0

  input.setAttribute('role', 'combobox')
  input.setAttribute('aria-autocomplete', 'list')
  input.setAttribute('aria-controls', list.id)
  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role=option]')]

  const open = (isOpen: boolean): void => {
    sheet.hidden = !isOpen
    input.setAttribute('aria-expanded', String(isOpen))
    if (!isOpen) choose(-1)
  }
  const choose = (index: number): void => {
    active = index
    for (const [place, option] of options().entries()) option.setAttribute('aria-selected', String(place === index))
    const option = options()[index]
    if (option) {
      input.setAttribute('aria-activedescendant', option.id)
      option.scrollIntoView({ block: 'nearest' })
    } else input.removeAttribute('aria-activedescendant')
  }
  const show = async (): Promise<void> => {
    turn += 1
    const own = turn
    const text = input.value.trim()
    if (text === '') return open(false)
    const search = await loadSearch().catch(() => null)
    // Something else was typed meanwhile.
    if (own !== turn) return
    const found = search?.(text) ?? []
    list.replaceChildren(
      ...found.slice(0, shown).map((entry, index) => {
        const option = document.createElement('li')
        option.id = `${list.id}-${index}`
        option.setAttribute('role', 'option')
        const link = drawEntry(entry)
        link.tabIndex = -1
        option.append(link)
        return option
      }),
    )
    status.textContent = !search
      ? words.failed
      : found.length === 0
        ? words.none
        : formatPlural({ locale: document.documentElement.lang, forms: words.results, count: found.length })
    open(found.length > 0)
  }

  open(false)
  void loadSearch().catch(() => null)
  // What was typed while this was on its way.
  if (input.value !== '') void show()
  input.addEventListener('input', () => void show())
  input.addEventListener('keydown', (event) => {
    const count = options().length
    if (event.key === 'Escape' && !sheet.hidden) {
      event.preventDefault()
      open(false)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0 && !sheet.hidden) {
      event.preventDefault()
      // One more than there are: the place in the field itself.
      choose(((active + (event.key === 'ArrowDown' ? 1 : -1) + 1 + count + 1) % (count + 1)) - 1)
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault()
      options()[active]?.querySelector('a')?.click()
    }
  })
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) open(false)
  })
  sheet.addEventListener('mousedown', (event) => event.preventDefault())
}
