import type { GradedPart, Locale } from '@lectern/content-schemas'
import { type DragEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react'
import { signs } from '../words.ts'
import type { PictureView } from './picture.ts'
import { roundPoint } from './points.ts'
import { type Outline, ShapeOutline } from './ShapeOutline.tsx'
import type { Point } from './shapes.ts'
import { pictureWords, placeInWords } from './words.ts'
import './picture.css'

/** A mark on the picture. `label` is one or two characters that stand beside its name in the list below. */
export type Pin = { id: string; label: string; point: Point; state?: GradedPart['state'] | undefined }

/** A pin on its way. `start…` is where the pointer took it, in pixels of the window. */
type Drag = { id: string; from: Point; point: Point; startX: number; startY: number; hasMoved: boolean }

/** Pixels from which a press is a drag. */
const dragFrom = 4

const steps: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/**
 * A picture on which places are marked: by a click or a tap, by dragging a pin, and by a crosshair that arrow keys move
 * and that says where it is. A pin that is pressed and not dragged is not in the way: the place under it is marked. Left and
 * right are those of the picture in languages of either direction.
 */
export function PointPad({
  id,
  locale,
  picture,
  pins,
  outlines,
  locked,
  onPlace,
  onMove,
  onDropText,
}: {
  id: string
  locale: Locale
  picture: PictureView
  pins: Pin[]
  outlines: Outline[]
  locked: boolean
  onPlace: (point: Point) => void
  onMove: (pin: string, point: Point) => void
  /** Takes what is dragged onto the picture from elsewhere on the page. */
  onDropText?: (text: string, point: Point) => void
}) {
  const words = pictureWords(locale)
  const surface = useRef<HTMLDivElement>(null)
  const [cross, setCross] = useState<Point>({ x: 50, y: 50 })
  const [spoken, setSpoken] = useState('')
  const [dragged, setDragged] = useState<Drag | null>(null)

  const pointAt = ({ clientX, clientY }: { clientX: number; clientY: number }): Point | null => {
    const box = surface.current?.getBoundingClientRect()
    if (!box || box.width === 0 || box.height === 0) return null
    return roundPoint({
      x: within((100 * (clientX - box.left)) / box.width),
      y: within((100 * (clientY - box.top)) / box.height),
    })
  }
  const place = (point: Point | null): void => {
    if (!point || locked) return
    setCross(point)
    onPlace(point)
  }
  const step = (event: KeyboardEvent): void => {
    const direction = steps[event.key]
    if (!direction || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const size = event.shiftKey ? 10 : 1
    const point = roundPoint({ x: within(cross.x + direction.x * size), y: within(cross.y + direction.y * size) })
    setCross(point)
    setSpoken(placeInWords({ point, locale }))
  }
  const drag = (event: PointerEvent): void => {
    const box = surface.current?.getBoundingClientRect()
    if (!dragged || !box) return
    const { from, startX, startY } = dragged
    const across = event.clientX - startX
    const down = event.clientY - startY
    const point = roundPoint({ x: within(from.x + (100 * across) / box.width), y: within(from.y + (100 * down) / box.height) })
    setDragged({ ...dragged, point, hasMoved: dragged.hasMoved || Math.hypot(across, down) > dragFrom })
  }
  const endDrag = (event: PointerEvent): void => {
    if (dragged?.hasMoved) onMove(dragged.id, dragged.point)
    else if (dragged) place(pointAt(event))
    setDragged(null)
  }
  const drop = (event: DragEvent): void => {
    if (locked || !onDropText) return
    event.preventDefault()
    const point = pointAt(event)
    if (point) onDropText(event.dataTransfer.getData('text/plain'), point)
  }

  return (
    <div className="q-pad">
      {/* An application, so that screen readers hand the arrow keys on to the button in it. */}
      <div
        ref={surface}
        className="q-pad-surface"
        role="application"
        aria-label={words.picture}
        onDragOver={(event) => (locked || !onDropText ? undefined : event.preventDefault())}
        onDrop={drop}
      >
        <img
          className="q-pad-picture"
          src={picture.url}
          alt={picture.alt}
          width={picture.width ?? undefined}
          height={picture.height ?? undefined}
          draggable={false}
        />
        <button
          type="button"
          id={`${id}-pad`}
          className="q-pad-button"
          disabled={locked}
          aria-label={words.crosshair}
          aria-describedby={`${id}-pad-keys`}
          onKeyDown={step}
          // A click without a pointer behind it is Enter, Space or a screen reader's own.
          onClick={(event: MouseEvent) => place(event.detail === 0 ? cross : pointAt(event))}
        />
        <svg className="q-pad-overlay" aria-hidden="true">
          {outlines.map((outline) => (
            <ShapeOutline key={outline.id} {...outline} aspect={aspectOfView(picture)} />
          ))}
          {pins.map((pin) => {
            const point = dragged?.id === pin.id && dragged.hasMoved ? dragged.point : pin.point
            return (
              <svg key={pin.id} aria-hidden="true" x={`${point.x}%`} y={`${point.y}%`} overflow="visible">
                <g
                  className={`q-pin${pin.state ? ` q-pin-${pin.state}` : ''}${locked ? '' : ' q-pin-free'}`}
                  onPointerDown={(event: PointerEvent<SVGGElement>) => {
                    if (locked) return
                    event.currentTarget.setPointerCapture(event.pointerId)
                    const { clientX, clientY } = event
                    setDragged({
                      id: pin.id,
                      from: pin.point,
                      point: pin.point,
                      startX: clientX,
                      startY: clientY,
                      hasMoved: false,
                    })
                  }}
                  onPointerMove={drag}
                  onPointerUp={endDrag}
                  onPointerCancel={() => setDragged(null)}
                >
                  <circle className="q-pin-reach" r="22" />
                  <circle className="q-pin-dot" r="13" />
                  <text className="q-pin-label" textAnchor="middle" dy="0.35em">
                    {pin.label}
                  </text>
                  {pin.state ? (
                    <text className="q-pin-sign" x="15" y="-9">
                      {signs[pin.state]}
                    </text>
                  ) : null}
                </g>
              </svg>
            )
          })}
          <svg className="q-pad-cross" aria-hidden="true" x={`${cross.x}%`} y={`${cross.y}%`} overflow="visible">
            <path className="q-pad-cross-edge" d="M-22 0H22M0 -22V22" />
            <path className="q-pad-cross-line" d="M-22 0H22M0 -22V22" />
          </svg>
        </svg>
      </div>
      <p className="q-pad-keys" id={`${id}-pad-keys`}>
        {words.keys}
      </p>
      <p className="q-unseen" role="status">
        {spoken}
      </p>
    </div>
  )
}

export function aspectOfView({ width, height }: PictureView): number {
  return width && height ? height / width : 1
}

function within(percent: number): number {
  return Math.min(100, Math.max(0, percent))
}
