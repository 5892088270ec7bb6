import { assert, constantFrom, double, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCorner, formatShape, handlesOf, moveHandle, moveShape, newShape, removeCorner } from './editShape.ts'
import { parseShape, type Shape, shapeKinds } from './shapes.ts'

const square: Shape = {
  kind: 'polygon',
  points: [
    { x: 10, y: 10 },
    { x: 30, y: 10 },
    { x: 30, y: 30 },
    { x: 10, y: 30 },
  ],
}
const anywhere = double({ min: -50, max: 150, noNaN: true })

describe('drawing a shape', () => {
  it.each(shapeKinds)('writes a new %s as coordinates that are read back as the same', (kind) => {
    const shape = newShape({ kind, aspect: 0.5 })
    expect(parseShape({ kind, coordinates: formatShape(shape) })).toEqual({ ok: true, value: shape })
  })

  it('stays readable and within the picture wherever a handle is dragged', () => {
    const moves = record({
      kind: constantFrom(...shapeKinds),
      at: double({ min: 0, max: 0.99, noNaN: true }),
      x: anywhere,
      y: anywhere,
    })
    assert(
      property(moves, ({ kind, at, x, y }) => {
        const shape = newShape({ kind, aspect: 0.75 })
        const handles = handlesOf(shape)
        const handle = handles[Math.floor(at * handles.length)]?.id ?? ''
        const moved = moveHandle({ shape, handle, to: { x, y }, aspect: 0.75 })
        const read = parseShape({ kind, coordinates: formatShape(moved) })
        expect(read.ok).toBe(true)
        const corners = handlesOf(moved).filter(({ id }) => id !== 'rim')
        for (const { point } of corners) expect(Math.max(point.x, point.y, 100 - point.x, 100 - point.y)).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('keeps the opposite corner of a rectangle where it is', () => {
    const shape: Shape = { kind: 'rectangle', x: 10, y: 10, width: 20, height: 20 }
    expect(moveHandle({ shape, handle: 'upper left', to: { x: 5, y: 15 }, aspect: 1 })).toEqual({
      kind: 'rectangle',
      x: 5,
      y: 15,
      width: 25,
      height: 15,
    })
  })

  it('makes a circle as wide as the distance that is seen', () => {
    const shape: Shape = { kind: 'circle', x: 50, y: 50, radius: 10 }
    expect(moveHandle({ shape, handle: 'rim', to: { x: 50, y: 90 }, aspect: 0.5 })).toEqual({ ...shape, radius: 20 })
  })

  it('moves as far as the picture goes', () => {
    expect(moveShape({ shape: square, by: { x: -50, y: 5 } })).toEqual({
      kind: 'polygon',
      points: [
        { x: 0, y: 15 },
        { x: 20, y: 15 },
        { x: 20, y: 35 },
        { x: 0, y: 35 },
      ],
    })
  })

  it('gains a corner half way to the next, loses one, and keeps three', () => {
    const five = addCorner({ shape: square, after: 3 })
    expect(handlesOf(five).at(-1)).toEqual({ id: '4', point: { x: 10, y: 20 } })
    expect(removeCorner({ shape: five, at: 4 })).toEqual(square)
    const three = removeCorner({ shape: square, at: 0 })
    expect(removeCorner({ shape: three, at: 0 })).toEqual(three)
  })
})
