import { describe, expect, it } from 'vitest'
import { drawKills, readPlan } from './plan.ts'

describe('readPlan', () => {
  it('kills two hundred times in ten minutes unless told otherwise', () => {
    expect(readPlan([])).toEqual({ kills: 200, seconds: 600, seed: 1 })
    expect(readPlan(['--kills', '3', '--seconds', '30', '--seed', '7'])).toEqual({ kills: 3, seconds: 30, seed: 7 })
  })

  it.each([[['--kills', 'many']], [['--seconds', '1']], [['--loud']]])('says what is wrong with %s', (args) => {
    expect(readPlan(args)).toEqual(expect.any(String))
  })
})

describe('drawKills', () => {
  const plan = { kills: 300, seconds: 60, seed: 5 }

  it('is the same for the same seed and another for another', () => {
    expect(drawKills(plan)).toEqual(drawKills(plan))
    expect(drawKills({ ...plan, seed: 6 })).not.toEqual(drawKills(plan))
  })

  it('hits every process, within the time', () => {
    const kills = drawKills(plan)
    expect(new Set(kills.map(({ victim }) => victim)).size).toBe(3)
    expect(kills.reduce((sum, { after }) => sum + after, 0)).toBeLessThan(60)
    expect(kills.every(({ after }) => after >= 0)).toBe(true)
  })
})
