import type { Locale } from '@lectern/content-schemas'
import type { QuestionReview } from '@lectern/kernel/site'
import type { PointerEvent } from 'react'
import { Html } from '../shared/Html.tsx'
import { findRow, RowReview } from '../shared/RowReview.tsx'
import { wordsOf } from './words.ts'

type OrderItemProps = {
  id: string
  item: string
  html: string
  /** Counted from 1. */
  place: number
  isFirst: boolean
  isLast: boolean
  isDragged: boolean
  locked: boolean
  review: QuestionReview | null
  locale: Locale
  onMove: (move: { item: string; by: -1 | 1; button: string }) => void
  onGrab: (item: string, event: PointerEvent) => void
}

/** One item with its place, a handle to drag it by and two buttons that do the same. */
export function OrderItem(props: OrderItemProps) {
  const { id, item, html, place, isFirst, isLast, isDragged, locked, review, locale, onMove, onGrab } = props
  const say = wordsOf(locale)
  return (
    <li className={isDragged ? 'q-order-item q-order-dragged' : 'q-order-item'}>
      <span className="q-order-place" aria-hidden="true">
        {place}.
      </span>
      <span className="q-order-text" id={`${id}-text`}>
        <Html className="q-row-html" html={html} />
      </span>
      {review ? null : (
        <span className="q-order-controls">
          <MoveButton
            id={`${id}-up`}
            label={say.up}
            sign="↑"
            text={`${id}-text`}
            locked={locked}
            atEnd={isFirst}
            onMove={() => onMove({ item, by: -1, button: `${id}-up` })}
          />
          <MoveButton
            id={`${id}-down`}
            label={say.down}
            sign="↓"
            text={`${id}-text`}
            locked={locked}
            atEnd={isLast}
            onMove={() => onMove({ item, by: 1, button: `${id}-down` })}
          />
          <span className="q-order-handle" aria-hidden="true" onPointerDown={(event) => onGrab(item, event)}>
            ⠿
          </span>
        </span>
      )}
      <RowReview id={`${id}-review`} found={findRow({ row: item, review })} locale={locale} answerLabel={say.rightPlace} />
    </li>
  )
}

/** Its name is what it does and with which item. At the end of the list it does nothing and keeps the focus. */
function MoveButton({
  id,
  label,
  sign,
  text,
  locked,
  atEnd,
  onMove,
}: {
  id: string
  label: string
  sign: string
  text: string
  locked: boolean
  atEnd: boolean
  onMove: () => void
}) {
  return (
    <button
      type="button"
      className="q-order-button"
      id={id}
      aria-label={label}
      aria-labelledby={`${id} ${text}`}
      title={label}
      disabled={locked}
      aria-disabled={atEnd}
      onClick={() => (atEnd ? undefined : onMove())}
    >
      {sign}
    </button>
  )
}
