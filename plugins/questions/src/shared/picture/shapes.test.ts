import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPlaces } from './places.ts'
import { shapeProblem } from './shapeProblem.ts'
import { centreOf, isInside, parsePoint, parseShape, type ShapeKind } from './shapes.ts'

function shapeOf(kind: ShapeKind, coordinates: string) {
  const parsed = parseShape({ kind, coordinates })
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

describe('parseShape', () => {
  it('reads each form, with spaces and a last semicolon', () => {
    expect(shapeOf('circle', '40, 25 ; 10')).toEqual({ kind: 'circle', x: 40, y: 25, radius: 10 })
    expect(shapeOf('rectangle', '10,20; 30.5,15;')).toEqual({ kind: 'rectangle', x: 10, y: 20, width: 30.5, height: 15 })
    const corners = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 5, y: 8 },
    ]
    expect(shapeOf('polygon', '0,0; 10,0; 10,0; 5,8; ').kind).toBe('polygon')
    expect(shapeOf('polygon', '0,0; 10,0; 10,0; 5,8')).toEqual({ kind: 'polygon', points: corners })
  })

  it.each<[ShapeKind, string]>([
    ['circle', ''],
    ['circle', '40,25'],
    ['circle', '40,25; 10,10'],
    ['circle', '40,25; 10; 3'],
    ['rectangle', '1,2; 3'],
    ['rectangle', '-1,2; 3,4'],
    ['polygon', '1,1; 2,2'],
    ['polygon', '1,1; 2,2; 3'],
    ['polygon', '1,1; 2,2; NaN,3'],
    ['polygon', '1,1; 2,2; 1e400,3'],
    ['polygon', '1,1; 1,1; 1,1'],
    ['polygon', '1,1;'.repeat(1_000_000 / 4)],
    ['polygon', '\u202e1,1; 2,2; 3,4'],
  ])('refuses a %s of %j', (kind, coordinates) => {
    expect(parseShape({ kind, coordinates })).toMatchObject({ ok: false, error: { code: 'COORDINATES_UNREADABLE' } })
  })

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ShapeKind>('circle', 'rectangle', 'polygon'),
        fc.string({ unit: 'binary', maxLength: 60 }),
        (kind, coordinates) => {
          expect(typeof parseShape({ kind, coordinates }).ok).toBe('boolean')
          expect(typeof parsePoint(coordinates).ok).toBe('boolean')
        },
      ),
    )
  })
})

describe('isInside', () => {
  it('draws a circle that is round on a wide picture', () => {
    const shape = shapeOf('circle', '50,50; 10')
    expect(isInside({ shape, point: { x: 60, y: 50 }, aspect: 0.5 })).toBe(true)
    expect(isInside({ shape, point: { x: 50, y: 70 }, aspect: 0.5 })).toBe(true)
    expect(isInside({ shape, point: { x: 50, y: 70.1 }, aspect: 0.5 })).toBe(false)
    expect(isInside({ shape, point: { x: 50, y: 61 }, aspect: 1 })).toBe(false)
  })

  it('leaves out the notch of a polygon that is not convex', () => {
    const shape = shapeOf('polygon', '0,0; 100,0; 100,100; 50,20; 0,100')
    expect(isInside({ shape, point: { x: 50, y: 50 }, aspect: 1 })).toBe(false)
    expect(isInside({ shape, point: { x: 10, y: 50 }, aspect: 1 })).toBe(true)
  })

  it('counts by the even-odd rule where an outline crosses itself', () => {
    const star = shapeOf('polygon', '50,0; 80,95; 0,35; 100,35; 20,95')
    expect(isInside({ shape: star, point: { x: 50, y: 10 }, aspect: 1 })).toBe(true)
    expect(isInside({ shape: star, point: { x: 50, y: 50 }, aspect: 1 })).toBe(false)
  })

  it('takes the outline for inside, at corners and along sides', () => {
    const shape = shapeOf('polygon', '10,10; 40,10; 40,40; 10,40')
    for (const [x, y] of [
      [10, 10],
      [25, 10],
      [40, 25],
      [10, 33.3],
    ] as const) {
      expect(isInside({ shape, point: { x, y }, aspect: 1 })).toBe(true)
    }
  })

  it('says the same of a rectangle and of the polygon of its corners', () => {
    const percent = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(percent, percent, percent, percent, percent, percent, (x, y, right, down, px, py) => {
        const width = Math.max(1, Math.min(right, 100 - x))
        const height = Math.max(1, Math.min(down, 100 - y))
        const rectangle = shapeOf('rectangle', `${x},${y}; ${width},${height}`)
        const corners = [
          [x, y],
          [x + width, y],
          [x + width, y + height],
          [x, y + height],
        ]
        const polygon = shapeOf('polygon', corners.join('; '))
        const point = { x: px, y: py }
        expect(isInside({ shape: polygon, point, aspect: 1 })).toBe(isInside({ shape: rectangle, point, aspect: 1 }))
      }),
    )
  })

  it('does not depend on where a polygon begins nor on its direction', () => {
    const percent = fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) })
    fc.assert(
      fc.property(
        fc.uniqueArray(percent, { minLength: 3, maxLength: 8, selector: ({ x, y }) => `${x},${y}` }),
        percent,
        (points, point) => {
          const turned = [...points.slice(1), ...points.slice(0, 1)]
          const answers = [points, turned, [...points].reverse()].map((corners) =>
            isInside({ shape: { kind: 'polygon', points: corners }, point, aspect: 1 }),
          )
          expect(new Set(answers).size).toBe(1)
        },
      ),
    )
  })
})

describe('centreOf', () => {
  it('is the middle of each form', () => {
    expect(centreOf(shapeOf('circle', '40,25; 10'))).toEqual({ x: 40, y: 25 })
    expect(centreOf(shapeOf('rectangle', '10,20; 30,10'))).toEqual({ x: 25, y: 25 })
    expect(centreOf(shapeOf('polygon', '0,0; 30,0; 30,30; 0,30'))).toEqual({ x: 15, y: 15 })
  })
})

describe('shapeProblem', () => {
  it.each<[string | undefined, ShapeKind, string]>([
    [undefined, 'circle', '5,5; 20'],
    [undefined, 'polygon', '10,10; 40,10; 25,60'],
    ['COORDINATES_UNREADABLE', 'circle', 'here'],
    ['COORDINATES_OUTSIDE', 'circle', '120,5; 20'],
    ['COORDINATES_OUTSIDE', 'rectangle', '80,80; 30,10'],
    ['COORDINATES_OUTSIDE', 'polygon', '10,10; 140,10; 25,60'],
    ['SHAPE_EMPTY', 'circle', '5,5; 0'],
    ['SHAPE_EMPTY', 'rectangle', '5,5; 0,20'],
    ['SHAPE_EMPTY', 'polygon', '10,10; 10.1,10; 10,10.1'],
    ['SHAPE_TOO_LARGE', 'rectangle', '0,0; 100,100'],
    ['POLYGON_CROSSES_ITSELF', 'polygon', '10,10; 40,40; 40,10; 10,40'],
    ['POLYGON_CROSSES_ITSELF', 'polygon', '50,0; 80,95; 0,35; 100,35; 20,95'],
    ['POLYGON_CROSSES_ITSELF', 'polygon', '0,0; 50,0; 25,50; 25,0; 0,50'],
  ])('answers %s to a %s of %s', (code, kind, coordinates) => {
    expect(shapeProblem({ kind, coordinates })?.code).toBe(code)
  })
})

describe('checkPlaces', () => {
  const areas = [shapeOf('circle', '20,20; 5'), shapeOf('circle', '80,80; 5')]
  const place = (id: string, coordinates: string) => ({ id, text: { en: id }, coordinates })
  const codesOf = (places: ReturnType<typeof place>[]) => checkPlaces({ places, areas, aspect: 1 }).map(({ code }) => code)

  it.each([
    [[], []],
    [['20,20', '80,80', '50,50'], []],
    [['20,20', '80,80'], ['PLACES_TELL_KEY']],
    [['20,20', '50,50'], ['PLACE_MISSING']],
    [['20,20', '80,80', '50,50', 'there'], ['COORDINATES_UNREADABLE']],
    [['20,20', '80,80', '50,50', '150,3'], ['COORDINATES_OUTSIDE']],
  ])('says of %j: %j', (coordinates, codes) => {
    expect(codesOf(coordinates.map((at, index) => place(`p${index}`, at)))).toEqual(codes)
  })
})
