import { defineQuestionRenderer, type QuestionRendererProps } from '@lectern/kernel/site'
import { useState } from 'react'
import { HtmlBlock } from '../shared/Html.tsx'
import { WholeReview } from '../shared/Review.tsx'
import { moveItem, shownOrder } from './moves.ts'
import { OrderItem } from './OrderItem.tsx'
import type { OrderingResponse, OrderingView } from './schema.ts'
import { useDrag } from './useDrag.ts'
import { useKeptFocus } from './useKeptFocus.ts'
import { wordsOf } from './words.ts'
import '../shared/rows.css'
import './styles.css'

function OrderingQuestion(props: QuestionRendererProps<OrderingView, OrderingResponse>) {
  const { id, locale, view, response, onChange, disabled, review } = props
  const say = wordsOf(locale)
  const locked = disabled || review !== null
  const stored = shownOrder({ items: view.items.map((item) => item.id), order: response?.order })
  const [said, setSaid] = useState('')
  const put = (order: string[], item: string) => {
    const text = document.getElementById(`${id}-${item}-text`)?.textContent ?? ''
    const place = String(order.indexOf(item) + 1)
    setSaid(
      say.moved
        .replace('{place}', place)
        .replace('{total}', String(order.length))
        .replace('{item}', () => text),
    )
    onChange({ order })
  }
  const drag = useDrag({ order: stored, locked, onDrop: put })
  const order = drag.order
  const keepFocus = useKeptFocus(order)
  const move = ({ item, by, button }: { item: string; by: -1 | 1; button: string }) => {
    const from = order.indexOf(item)
    keepFocus(button)
    put(moveItem({ order, from, to: from + by }), item)
  }
  const htmlOf = new Map(view.items.map((item) => [item.id, item.html]))
  return (
    <div className="q q-ordering">
      <HtmlBlock id={`${id}-stem`} className="q-stem" html={view.stem} />
      <fieldset className="q-field" aria-describedby={`${id}-stem`} disabled={locked}>
        <legend className="q-legend">{say.legend}</legend>
        <ol className="q-order" ref={drag.list} {...drag.handlers}>
          {order.map((item, at) => (
            <OrderItem
              key={item}
              id={`${id}-${item}`}
              item={item}
              html={htmlOf.get(item) ?? ''}
              place={at + 1}
              isFirst={at === 0}
              isLast={at === order.length - 1}
              isDragged={drag.dragged === item}
              locked={locked}
              review={review}
              locale={locale}
              onMove={move}
              onGrab={drag.grab}
            />
          ))}
        </ol>
        <p className="q-unseen" role="status">
          {said}
        </p>
        {review ? null : (
          <p className="q-order-state">
            {response ? null : <span>{say.untouched} </span>}
            <button type="button" className="q-clear" disabled={locked} onClick={() => onChange(response ? null : { order })}>
              {response ? say.clear : say.keep}
            </button>
          </p>
        )}
      </fieldset>
      <WholeReview review={review} locale={locale} />
    </div>
  )
}

export default defineQuestionRenderer(OrderingQuestion)
