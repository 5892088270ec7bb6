import { stamps } from '../stamps/index.ts'

/** The stamp of an achievement in the colour of the text: pressed when it is earned, faint while it is not. */
export function Stamp({ art, earned }: { art: string; earned: boolean }) {
  const stamp = stamps[art] ?? stamps.book
  return (
    <svg className="stamp" data-earned={earned ? '' : undefined} viewBox="0 0 96 96" aria-hidden="true">
      <circle cx="48" cy="48" r="46" />
      <circle className="fine" cx="48" cy="48" r="42.5" />
      <path d={stamp?.bold} />
      <path className="fine" d={stamp?.fine} />
    </svg>
  )
}
