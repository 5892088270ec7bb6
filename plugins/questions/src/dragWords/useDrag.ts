import { type MouseEvent, type PointerEvent, useRef } from 'react'

/** Pixels by which a pressed pointer may move and still be a press. */
const slack = 6

type Drag = { word: string; x: number; y: number; isMoving: boolean }

/**
 * Pointer handlers that let a word be dragged onto an element with `data-gap` within the question. `onDrop` gets the
 * word and the gap. Of the click that follows, `wasDragged` says whether it ended a drag.
 */
export function useDrag({ onDrop }: { onDrop: (dropped: { word: string; gap: string }) => void }) {
  const drag = useRef<Drag | null>(null)
  const moved = useRef(false)
  const stop = (element: HTMLElement) => {
    drag.current = null
    element.style.translate = ''
    element.classList.remove('q-word-dragged')
  }
  const handlersFor = (word: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      moved.current = false
      if (event.button !== 0) return
      drag.current = { word, x: event.clientX, y: event.clientY, isMoving: false }
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const now = drag.current
      if (!now) return
      const [x, y] = [event.clientX - now.x, event.clientY - now.y]
      if (!now.isMoving && Math.hypot(x, y) < slack) return
      now.isMoving = true
      moved.current = true
      event.currentTarget.classList.add('q-word-dragged')
      event.currentTarget.style.translate = `${x}px ${y}px`
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const now = drag.current
      const question = event.currentTarget.closest('.q')
      stop(event.currentTarget)
      if (!now?.isMoving) return
      const target = document
        .elementsFromPoint(event.clientX, event.clientY)
        .map((element) => element.closest<HTMLElement>('[data-gap]'))
        .find((element) => element && question?.contains(element))
      const gap = target?.dataset.gap
      if (gap) onDrop({ word, gap })
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => stop(event.currentTarget),
  })
  // A click by the keyboard has no detail; it never follows a drag.
  const wasDragged = (event: MouseEvent) => event.detail !== 0 && moved.current
  return { handlersFor, wasDragged }
}
