import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { useState } from 'react'
import { HtmlBlock } from '../shared/Html.tsx'
import { keyOutlines } from '../shared/picture/keyOutlines.ts'
import { MarkList } from '../shared/picture/MarkList.tsx'
import { PlacePicker } from '../shared/picture/PlacePicker.tsx'
import { PointPad } from '../shared/picture/PointPad.tsx'
import { roundPoint } from '../shared/picture/points.ts'
import type { Point } from '../shared/picture/shapes.ts'
import { pictureWords, placeInWords } from '../shared/picture/words.ts'
import { WholeReview } from '../shared/Review.tsx'
import { pointPart } from './parts.ts'
import type { HotspotResponse, HotspotView } from './schema.ts'
import { wordsOf } from './words.ts'

function HotspotQuestion(props: QuestionRendererProps<HotspotView, HotspotResponse>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  const words = wordsOf(locale)
  const locked = disabled || review !== null
  const [said, setSaid] = useState('')
  const points = response?.points ?? []
  const change = (next: Point[], message: string): void => {
    setSaid(message)
    onChange(next.length > 0 ? { points: next } : null)
  }
  const place = (wanted: Point): void => {
    const point = roundPoint(wanted)
    if (view.maxPoints === 1) change([point], words.put(1, placeInWords({ point, locale })))
    else if (points.length >= view.maxPoints) setSaid(words.full)
    else change([...points, point], words.put(points.length + 1, placeInWords({ point, locale })))
  }
  const move = (pin: string, point: Point): void => {
    const moved = points.map((known, at) => (pointPart(at) === pin ? roundPoint(point) : known))
    change(moved, words.put(points.findIndex((_, at) => pointPart(at) === pin) + 1, placeInWords({ point, locale })))
  }
  const remove = (at: number): void => {
    const left = points.filter((_, other) => other !== at)
    change(left, words.removed)
  }
  const pins = points.map((point, at) => ({
    id: pointPart(at),
    label: String(at + 1),
    point,
    state: review?.parts?.find(({ part }) => part === pointPart(at))?.state,
  }))
  return (
    <div className="q q-hotspot">
      <HtmlBlock id={`${id}-stem`} className="q-stem" html={view.stem} />
      <fieldset className="q-field" aria-describedby={`${id}-stem`} disabled={locked}>
        <legend className="q-legend">{view.maxPoints === 1 ? words.one : words.several(view.maxPoints)}</legend>
        {view.picture ? (
          <PointPad
            id={id}
            locale={locale}
            picture={view.picture}
            pins={pins}
            outlines={keyOutlines(review)}
            locked={locked}
            onPlace={place}
            onMove={move}
          />
        ) : (
          <p className="q-pad-missing">{pictureWords(locale).missing}</p>
        )}
        <PlacePicker id={id} locale={locale} places={view.places} locked={locked} onPlace={place} />
        <p className="q-unseen" role="status">
          {said}
        </p>
        <MarkList
          id={id}
          locale={locale}
          marks={points.map((point, at) => ({
            part: pointPart(at),
            name: words.mark(at + 1),
            point,
            removeLabel: words.remove(at + 1),
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

export default defineQuestionRenderer(HotspotQuestion)
