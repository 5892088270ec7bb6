import { describe, expect, it } from 'vitest'
import { findNakedCalls } from './findNakedCalls.ts'
import { parseSource } from './readSources.ts'

const check = (text: string, path = 'plugins/grading/src/operations/grade.ts') =>
  findNakedCalls({ source: parseSource({ path, text }) }).map(({ line, message }) => `${line}: ${message}`)

describe('findNakedCalls', () => {
  it('accepts a call that states everything', () => {
    expect(check(`await req.payload.find({ collection: 'a', overrideAccess: false, depth: 0, req })`)).toEqual([])
  })

  it('names what is missing and where', () => {
    expect(check(`const x = 1\nawait payload.findByID({ collection: 'a', id })`)).toEqual([
      '2: payload.findByID does not state overrideAccess, depth, req.',
    ])
  })

  it('finds calls nested in expressions and in any object called payload', () => {
    expect(check(`const a = await Promise.all(ids.map((id) => context.req.payload.update({ id, depth: 0, req })))`)).toEqual([
      '1: payload.update does not state overrideAccess.',
    ])
  })

  it('needs no depth for a count', () => {
    expect(check(`payload.count({ collection: 'a', overrideAccess: true, req })`)).toEqual([])
  })

  it('takes the word of the kernel’s helpers, and of no other spread', () => {
    expect(check(`payload.find({ ...asSystem(req, 'why'), depth: 0 })`)).toEqual([])
    expect(check(`payload.find({ ...options, depth: 0 })`)).toEqual(['1: payload.find does not state overrideAccess, req.'])
  })

  it('looks into constants of the file', () => {
    expect(
      check(
        `const system = asSystem(req, 'why')\nconst common = { depth: 0, ...system } as const\npayload.find({ collection: 'a', ...common })`,
      ),
    ).toEqual([])
    expect(check(`const common = { depth: 0 }\npayload.find({ collection: 'a', ...common })`)).toEqual([
      '2: payload.find does not state overrideAccess, req.',
    ])
  })

  it('trusts a name that several constants share only for what all of them state', () => {
    const text = `function a() { const c = { depth: 0, req } }\nfunction b() { const c = { overrideAccess: true, req }\npayload.find({ ...c }) }`
    expect(check(text)).toEqual(['3: payload.find does not state overrideAccess, depth.'])
  })

  it('wants the options written out', () => {
    expect(check('payload.find(options)')).toEqual(['1: payload.find must be called with its options written out.'])
  })

  it.each(['cms/src/commands/seed.ts', 'plugins/kernel/src/testing/index.ts', 'plugins/grading/test/grade.test.ts'])(
    'needs no request in %s',
    (path) => {
      expect(check(`payload.find({ overrideAccess: true, depth: 0 })`, path)).toEqual([])
    },
  )

  it('leaves other finds alone', () => {
    expect(check(`list.find((x) => x); payload.db.find({}); payload.logger.info('x')`)).toEqual([])
  })
})
