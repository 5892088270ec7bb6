import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { type DragEvent, useState } from 'react'
import { HtmlBlock } from '../shared/Html.tsx'
import { keyOutlines } from '../shared/picture/keyOutlines.ts'
import { MarkList } from '../shared/picture/MarkList.tsx'
import { PlacePicker } from '../shared/picture/PlacePicker.tsx'
import { PointPad } from '../shared/picture/PointPad.tsx'
import { roundPoint } from '../shared/picture/points.ts'
import type { Point } from '../shared/picture/shapes.ts'
import { pictureWords, placeInWords } from '../shared/picture/words.ts'
import { WholeReview } from '../shared/Review.tsx'
import { maxUses } from './limits.ts'
import { markerLetter } from './markerLetter.ts'
import { dropPart, markerOfZone } from './parts.ts'
import type { DragMarkersResponse, DragMarkersView, Drop } from './schema.ts'
import { wordsOf } from './words.ts'
import './styles.css'

function DragMarkersQuestion(props: QuestionRendererProps<DragMarkersView, DragMarkersResponse>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  const words = wordsOf(locale)
  const locked = disabled || review !== null
  const [chosen, setChosen] = useState(view.markers[0]?.id)
  const [said, setSaid] = useState('')
  const drops = response?.drops ?? []
  const letterOf = (marker: string | undefined) =>
    markerLetter({ index: view.markers.findIndex((candidate) => candidate.id === marker), locale })
  const nameOf = (marker: string) => `${letterOf(marker)}. ${view.markers.find((known) => known.id === marker)?.text ?? ''}`
  const change = (next: Drop[], message: string): void => {
    setSaid(message)
    onChange(next.length > 0 ? { drops: next } : null)
  }
  const put = (id: string | undefined, wanted: Point): void => {
    const marker = view.markers.find((candidate) => candidate.id === id)
    if (!marker || locked) return
    const point = roundPoint(wanted)
    const own = drops.filter((drop) => drop.marker === marker.id)
    setChosen(marker.id)
    if (marker.reusable && own.length >= maxUses) {
      setSaid(words.full(nameOf(marker.id)))
      return
    }
    const kept = marker.reusable ? drops : drops.filter((drop) => drop.marker !== marker.id)
    change([...kept, { marker: marker.id, ...point }], words.put(nameOf(marker.id), placeInWords({ point, locale })))
  }
  const move = (pin: string, point: Point): void => {
    const at = drops.findIndex((_, index) => dropPart(index) === pin)
    const moved = drops[at]
    if (!moved) return
    setChosen(moved.marker)
    change(
      drops.map((drop, index) => (index === at ? { marker: drop.marker, ...roundPoint(point) } : drop)),
      words.put(nameOf(moved.marker), placeInWords({ point, locale })),
    )
  }
  const remove = (at: number): void => {
    const removed = drops[at]
    const left = drops.filter((_, index) => index !== at)
    if (removed) change(left, words.removed(nameOf(removed.marker)))
  }

  return (
    <div className="q q-drag-markers">
      <HtmlBlock id={`${id}-stem`} className="q-stem" html={view.stem} />
      <fieldset className="q-field" aria-describedby={`${id}-stem ${id}-how`} disabled={locked}>
        <legend className="q-legend">{words.legend}</legend>
        <p className="q-pad-keys" id={`${id}-how`}>
          {words.how}
        </p>
        <ul className="q-markers">
          {view.markers.map((marker) => (
            <li key={marker.id}>
              <label
                className="q-marker"
                htmlFor={`${id}-${marker.id}`}
                draggable={!locked}
                onDragStart={(event: DragEvent) => event.dataTransfer.setData('text/plain', marker.id)}
              >
                <input
                  className="q-control"
                  type="radio"
                  id={`${id}-${marker.id}`}
                  name={`${id}-marker`}
                  value={marker.id}
                  checked={chosen === marker.id}
                  disabled={locked}
                  onChange={() => setChosen(marker.id)}
                />
                <span className="q-marker-letter">{letterOf(marker.id)}</span>
                <span>
                  {marker.text}
                  {marker.reusable ? <span className="q-marker-note"> — {words.often}</span> : null}
                  {drops.some((drop) => drop.marker === marker.id) ? (
                    <span className="q-marker-note"> — {words.onPicture}</span>
                  ) : null}
                </span>
              </label>
            </li>
          ))}
        </ul>
        {view.picture ? (
          <PointPad
            id={id}
            locale={locale}
            picture={view.picture}
            pins={drops.map(({ marker, x, y }, at) => ({
              id: dropPart(at),
              label: letterOf(marker),
              point: { x, y },
              state: review?.parts?.find(({ part }) => part === dropPart(at))?.state,
            }))}
            outlines={keyOutlines(review).map((outline) => ({ ...outline, label: letterOf(markerOfZone(outline.id)) }))}
            locked={locked}
            onPlace={(point) => put(chosen, point)}
            onMove={move}
            onDropText={put}
          />
        ) : (
          <p className="q-pad-missing">{pictureWords(locale).missing}</p>
        )}
        <PlacePicker id={id} locale={locale} places={view.places} locked={locked} onPlace={(point) => put(chosen, point)} />
        <p className="q-unseen" role="status">
          {said}
        </p>
        <MarkList
          id={id}
          locale={locale}
          marks={drops.map(({ marker, x, y }, at) => ({
            part: dropPart(at),
            name: nameOf(marker),
            point: { x, y },
            removeLabel: words.remove(nameOf(marker)),
          }))}
          places={view.places}
          locked={locked}
          review={review}
          onRemove={remove}
        />
      </fieldset>
      <WholeReview review={review} locale={locale} />
    </div>
  )
}

export default defineQuestionRenderer(DragMarkersQuestion)
