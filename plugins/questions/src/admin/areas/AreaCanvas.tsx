'use client'

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { type Handle, handlesOf, moveHandle, moveShape } from '../../shared/picture/editShape.ts'
import type { PictureView } from '../../shared/picture/picture.ts'
import { ShapeOutline } from '../../shared/picture/ShapeOutline.tsx'
import { centreOf, type Point, type Shape } from '../../shared/picture/shapes.ts'
import type { AreaWords } from './words.ts'

/** An area that can be drawn. `path` is that of its row in the form. */
export type DrawnArea = { path: string; number: number; shape: Shape }

const wholeArea = 'whole'
const steps: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

type Drag = { handle: string; from: Point; start: Shape; shape: Shape; startX: number; startY: number }

/**
 * The picture with its areas; the chosen one has handles, by pointer and by keyboard. `onChange` says whether it takes the
 * changed shape; one that it does not take goes back to what it was.
 */
export function AreaCanvas({
  picture,
  areas,
  chosen,
  words,
  language,
  disabled,
  onChoose,
  onChange,
  onFocusHandle,
}: {
  picture: PictureView
  areas: DrawnArea[]
  chosen: string | null
  words: AreaWords
  language: string
  disabled: boolean
  onChoose: (path: string) => void
  onChange: (area: DrawnArea, shape: Shape) => boolean
  onFocusHandle: (handle: string) => void
}) {
  const surface = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<Drag | null>(null)
  const aspect = picture.width && picture.height ? picture.height / picture.width : 1
  const current = areas.find(({ path }) => path === chosen) ?? null
  const shape = drag?.shape ?? current?.shape ?? null

  const begin = (event: PointerEvent<HTMLButtonElement>, handle: Handle) => {
    if (disabled || !current) return
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    event.currentTarget.focus()
    const { clientX, clientY } = event
    setDrag({
      handle: handle.id,
      from: handle.point,
      start: current.shape,
      shape: current.shape,
      startX: clientX,
      startY: clientY,
    })
  }
  const move = (event: PointerEvent) => {
    const box = surface.current?.getBoundingClientRect()
    if (!drag || !box) return
    const by = { x: (100 * (event.clientX - drag.startX)) / box.width, y: (100 * (event.clientY - drag.startY)) / box.height }
    setDrag({ ...drag, shape: changed({ shape: drag.start, handle: drag.handle, from: drag.from, by, aspect }) })
  }
  const end = () => {
    if (drag && current && drag.shape !== drag.start) onChange(current, drag.shape)
    setDrag(null)
  }
  const step = (event: KeyboardEvent, handle: Handle) => {
    const direction = steps[event.key]
    if (!direction || disabled || !current || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const size = event.shiftKey ? 10 : event.altKey ? 0.1 : 1
    const by = { x: direction.x * size, y: direction.y * size }
    onChange(current, changed({ shape: current.shape, handle: handle.id, from: handle.point, by, aspect }))
  }
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  const nameOf = ({ id, point }: Handle) => {
    const name = id === wholeArea ? words.whole : (words.handles[id] ?? words.corner(Number(id) + 1))
    return `${name}, ${words.place(number.format(point.x), number.format(point.y))}`
  }
  const handles: Handle[] = shape ? [{ id: wholeArea, point: centreOf(shape) }, ...handlesOf(shape)] : []

  return (
    <div className="area-canvas" ref={surface}>
      <img src={picture.url} alt={picture.alt} draggable={false} />
      <svg className="area-overlay" aria-hidden="true">
        {areas.map((area) => (
          // By keyboard, areas are chosen in the list beside the picture.
          <g
            key={area.path}
            className={area.path === chosen ? 'area-outline area-chosen' : 'area-outline'}
            onPointerDown={() => onChoose(area.path)}
          >
            <ShapeOutline
              shape={area.path === chosen && shape ? shape : area.shape}
              label={area.path === chosen ? undefined : String(area.number)}
              aspect={aspect}
            />
          </g>
        ))}
      </svg>
      {handles.map((handle) => (
        <button
          key={handle.id}
          type="button"
          className={handle.id === wholeArea ? 'area-handle area-handle-whole' : 'area-handle'}
          style={{ left: `${handle.point.x}%`, top: `${handle.point.y}%` }}
          aria-label={nameOf(handle)}
          title={nameOf(handle)}
          disabled={disabled}
          onFocus={() => onFocusHandle(handle.id)}
          onKeyDown={(event) => step(event, handle)}
          onPointerDown={(event) => begin(event, handle)}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={() => setDrag(null)}
        />
      ))}
    </div>
  )
}

function changed({
  shape,
  handle,
  from,
  by,
  aspect,
}: {
  shape: Shape
  handle: string
  from: Point
  by: Point
  aspect: number
}): Shape {
  if (handle === wholeArea) return moveShape({ shape, by })
  return moveHandle({ shape, handle, to: { x: from.x + by.x, y: from.y + by.y }, aspect })
}
