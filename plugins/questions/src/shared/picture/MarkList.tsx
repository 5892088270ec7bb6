import type { Locale } from '@lectern/content-schemas'
import type { QuestionReview } from '@lectern/kernel/site'
import { findPart, PartReview } from '../Review.tsx'
import type { PlaceView } from './places.ts'
import type { Point } from './shapes.ts'
import { pictureWords, placeInWords } from './words.ts'

/** One mark in words: `name` is what it is called, `part` what a review calls it. */
export type Mark = { part: string; name: string; point: Point; removeLabel: string }

/** The marks of a response in words, each with a button that takes it away, or with what a review says of it. */
export function MarkList({
  id,
  locale,
  marks,
  places,
  locked,
  review,
  onRemove,
}: {
  id: string
  locale: Locale
  marks: Mark[]
  places: PlaceView[]
  locked: boolean
  review: QuestionReview | null
  onRemove: (at: number) => void
}) {
  // The button goes with its mark, so the focus moves to where a mark can be put again.
  const remove = (at: number): void => {
    onRemove(at)
    const next = document.getElementById(`${id}-pad`) ?? document.getElementById(`${id}-places`)
    next?.focus()
  }
  if (marks.length === 0) return null
  return (
    <ul className="q-marks">
      {marks.map(({ part, name, point, removeLabel }, at) => (
        <li key={part} className="q-marks-item">
          <div className="q-marks-line">
            <span>
              <strong>{name}</strong>: {nameAt({ places, point }) ?? placeInWords({ point, locale })}
            </span>
            {locked ? null : (
              <button type="button" className="q-button" aria-label={removeLabel} onClick={() => remove(at)}>
                {pictureWords(locale).remove}
              </button>
            )}
          </div>
          <PartReview id={`${id}-review-${at}`} found={findPart({ part, review })} locale={locale} />
        </li>
      ))}
    </ul>
  )
}

/** A mark that was put by the name of a place is called by it. */
function nameAt({ places, point }: { places: PlaceView[]; point: Point }): string | undefined {
  return places.find(({ x, y }) => x === point.x && y === point.y)?.text
}
