import { type PointerEvent, type RefObject, useRef, useState } from 'react'
import { draggedTo, moveItem } from './moves.ts'

type Draft = { item: string; order: string[] }

/**
 * Dragging by mouse, pen or finger. `order` is what to show, `dragged` the item in hand. The list holds the pointer,
 * because the row under it changes its place while it is dragged. Nothing is stored before the drop.
 */
export function useDrag({
  order,
  locked,
  onDrop,
}: {
  order: string[]
  locked: boolean
  onDrop: (order: string[], item: string) => void
}): {
  list: RefObject<HTMLOListElement | null>
  order: string[]
  dragged: string | null
  grab: (item: string, event: PointerEvent) => void
  handlers: { onPointerMove: (event: PointerEvent) => void; onPointerUp: () => void; onPointerCancel: () => void }
} {
  const list = useRef<HTMLOListElement>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const grab = (item: string, event: PointerEvent) => {
    if (locked || event.button !== 0) return
    event.preventDefault()
    list.current?.setPointerCapture(event.pointerId)
    setDraft({ item, order })
  }
  const follow = (event: PointerEvent) => {
    if (!draft || !list.current) return
    const from = draft.order.indexOf(draft.item)
    const boxes = Array.from(list.current.children, (row) => row.getBoundingClientRect())
    const to = draggedTo({ boxes, from, y: event.clientY })
    if (to !== from) setDraft({ ...draft, order: moveItem({ order: draft.order, from, to }) })
  }
  const drop = () => {
    if (draft && draft.order.join('\n') !== order.join('\n')) onDrop(draft.order, draft.item)
    setDraft(null)
  }
  return {
    list,
    order: draft?.order ?? order,
    dragged: draft?.item ?? null,
    grab,
    handlers: { onPointerMove: follow, onPointerUp: drop, onPointerCancel: () => setDraft(null) },
  }
}
