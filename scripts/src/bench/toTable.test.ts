import { describe, expect, it } from 'vitest'
import { toTable } from './toTable.ts'

const cellsOf = (table: string, line: number) =>
  (table.split('\n')[line] ?? '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .slice(1, -1)

describe('the table of results', () => {
  it('has a line for every row, with units and targets', () => {
    const table = toTable([
      {
        what: 'Import',
        on: 'a | b',
        figures: [
          { value: 12.34, unit: 's', target: { atMost: 15 } },
          { value: 1536.4, unit: 'MiB', text: 'at most' },
        ],
        peer: 'Moodle: 22',
      },
    ])
    expect(cellsOf(table, 2)).toEqual(['Import', 'a \\| b', '12.3 s<br>at most 1,536 MiB', '≤ 15 s', 'Moodle: 22'])
  })

  it('says in bold what missed its target', () => {
    const figures = [
      { value: 340, unit: '/s' as const, text: 'attempts', target: { atLeast: 350 } },
      { value: 350, unit: '/s' as const, target: { atLeast: 350 } },
    ]
    expect(cellsOf(toTable([{ what: 'w', on: 'o', figures }]), 2)[2]).toBe('**attempts 340/s (missed)**<br>350/s')
  })

  it('calls a number that is none missed', () => {
    const table = toTable([{ what: 'w', on: 'o', figures: [{ value: Number.NaN, unit: 'ms', target: { atMost: 5 } }] }])
    expect(cellsOf(table, 2)[2]).toContain('missed')
  })

  it('says why a row was skipped', () => {
    const table = toTable([{ what: 'w', on: 'o', skipped: '../shared is missing' }])
    expect(cellsOf(table, 2)).toEqual(['w', 'o', 'skipped: ../shared is missing', '', ''])
  })
})
