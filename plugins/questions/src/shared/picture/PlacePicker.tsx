import type { Locale } from '@lectern/content-schemas'
import { useState } from 'react'
import type { PlaceView } from './places.ts'
import type { Point } from './shapes.ts'
import { pictureWords } from './words.ts'

/** The named places as a native select with a button: the way to answer without looking at the picture. */
export function PlacePicker({
  id,
  locale,
  places,
  locked,
  onPlace,
}: {
  id: string
  locale: Locale
  places: PlaceView[]
  locked: boolean
  onPlace: (point: Point) => void
}) {
  const words = pictureWords(locale)
  const [chosen, setChosen] = useState('')
  const place = places.find((candidate) => candidate.id === chosen)
  if (places.length === 0) return null
  return (
    <div className="q-places">
      <label className="q-places-label" htmlFor={`${id}-places`}>
        {words.places}
      </label>
      <select
        className="q-control q-places-select"
        id={`${id}-places`}
        value={chosen}
        disabled={locked}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        <option value="">{words.choose}</option>
        {places.map(({ id: value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="q-button"
        disabled={locked || !place}
        onClick={() => (place ? onPlace({ x: place.x, y: place.y }) : undefined)}
      >
        {words.put}
      </button>
    </div>
  )
}
