import { checkRows, checkStem, type Problem, plainText, sumTolerance } from '../shared/check.ts'
import { aspectOf } from '../shared/picture/picture.ts'
import { checkPlaces } from '../shared/picture/places.ts'
import { shapeProblem } from '../shared/picture/shapeProblem.ts'
import { parseShape } from '../shared/picture/shapes.ts'
import type { Area, Hotspot } from './schema.ts'

/** What makes a question about places of a picture unfit for use. */
export function checkHotspot({ stem, media, areas, maxPoints, places }: Hotspot): Problem[] {
  const problems = [
    ...checkStem(stem),
    ...(media === null ? [{ path: 'media', code: 'PICTURE_MISSING', message: 'Choose a picture.' }] : []),
    ...checkRows({ field: 'areas', rows: areas, sameText: plainText }),
    ...areas.flatMap(({ shape, coordinates }, at): Problem[] => {
      const problem = shapeProblem({ kind: shape, coordinates })
      if (!problem) return []
      return [{ path: `areas.${at}.coordinates`, code: problem.code, message: `Area ${at + 1}: ${problem.message}` }]
    }),
    ...checkShares({ areas, maxPoints }),
  ]
  const shapes = areas.flatMap(({ fraction, shape, coordinates }) => {
    const parsed = parseShape({ kind: shape, coordinates })
    return fraction > 0 && parsed.ok ? [parsed.value] : []
  })
  return [...problems, ...checkPlaces({ places, areas: shapes, aspect: aspectOf(media) })]
}

function checkShares({ areas, maxPoints }: { areas: Area[]; maxPoints: number }): Problem[] {
  const right = areas.filter(({ fraction }) => fraction > 0)
  if (maxPoints === 1) {
    if (right.some(({ fraction }) => fraction === 1)) return []
    return [{ path: 'areas', code: 'NO_RIGHT_ANSWER', message: 'Give 100 % to at least one area.' }]
  }
  if (right.length === 0) {
    return [{ path: 'areas', code: 'NO_RIGHT_ANSWER', message: 'Give a share of the mark to each area that is right.' }]
  }
  const problems: Problem[] = []
  const sum = right.reduce((total, { fraction }) => total + fraction, 0)
  if (Math.abs(sum - 1) > sumTolerance) {
    const percent = Math.round(sum * 10_000) / 100
    problems.push({
      path: 'areas',
      code: 'SHARES_NOT_100',
      message: `The right areas make ${percent} % together instead of 100 %.`,
    })
  }
  if (maxPoints < right.length) {
    problems.push({
      path: 'maxPoints',
      code: 'POINTS_TOO_FEW',
      message: `There are ${right.length} right areas, but only ${maxPoints} points may be marked.`,
    })
  }
  return problems
}
