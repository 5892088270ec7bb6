/** How many lessons' places are kept on a device. */
const most = 60
/** The first few paragraphs are found without help. */
const worthwhile = 4

type Places = [lesson: string, child: number][]

/**
 * Remembers on this device how far a lesson was read, as the number of a child of its text, and offers to go on there.
 * It offers and does not jump: whoever opens a lesson may want its beginning.
 */
export function keepReadingPlace({ lesson, text, offer }: { lesson: string; text: Element; offer: string }): void {
  const kept = readPlaces().find(([id]) => id === lesson)?.[1] ?? 0
  const target = text.children[kept]
  if (target && kept >= worthwhile && location.hash === '') {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'plain reading-place'
    button.textContent = offer
    button.addEventListener('click', () => {
      target.scrollIntoView({ block: 'start' })
      button.remove()
    })
    text.before(button)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  addEventListener(
    'scroll',
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => writePlace({ lesson, child: firstVisible(text) }), 400)
    },
    { passive: true },
  )
}

function firstVisible(text: Element): number {
  return Math.max(
    0,
    [...text.children].findIndex((child) => child.getBoundingClientRect().bottom > 80),
  )
}

const key = 'lectern-places'

function readPlaces(): Places {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter((place) => Array.isArray(place) && place.length === 2) : []
  } catch {
    // Switched off, or written by something else: then there is no place to go on from.
    return []
  }
}

function writePlace({ lesson, child }: { lesson: string; child: number }): void {
  const others = readPlaces().filter(([id]) => id !== lesson)
  const places: Places = child >= worthwhile ? [[lesson, child], ...others] : others
  try {
    localStorage.setItem(key, JSON.stringify(places.slice(0, most)))
  } catch {
    // Storage may be full or switched off; reading goes on without it.
  }
}
