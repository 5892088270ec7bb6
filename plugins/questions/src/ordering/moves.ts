/** The list with one item taken from one place and put in another; places outside the list change nothing. */
export function moveItem({ order, from, to }: { order: string[]; from: number; to: number }): string[] {
  const item = order[from]
  if (item === undefined || to < 0 || to >= order.length) return order
  const others = order.toSpliced(from, 1)
  return others.toSpliced(to, 0, item)
}

/**
 * The place over which an item is dragged: it passes a neighbour when the pointer is beyond that one's middle, so that
 * rows of unequal height do not flicker. `boxes` are the rows' tops and heights in their order, `y` the pointer, in pixels.
 */
export function draggedTo({ boxes, from, y }: { boxes: { top: number; height: number }[]; from: number; y: number }): number {
  const middles = boxes.map(({ top, height }) => top + height / 2)
  const above = middles.findIndex((middle, at) => at < from && y < middle)
  if (above >= 0) return above
  const below = middles.findLastIndex((middle, at) => at > from && y > middle)
  return below >= 0 ? below : from
}

/** The response's order, or the order as drawn when there is none or it belongs to other items. */
export function shownOrder({ items, order }: { items: string[]; order: string[] | undefined }): string[] {
  const fits = order && order.length === items.length && items.every((item) => order.includes(item))
  return fits ? order : items
}
