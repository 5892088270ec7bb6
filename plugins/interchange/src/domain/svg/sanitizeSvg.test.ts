import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sanitizeSvg } from './sanitizeSvg.ts'

const images = join(import.meta.dirname, '../../../../../../shared/courses/iot-for-beginners/images')

describe('sanitizeSvg', () => {
  it('keeps a drawing and is stable', () => {
    const source =
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><linearGradient id="a"/></defs><path fill="url(#a)" stroke-width="2" d="M0 0"/><use xlink:href="#a"/></svg>'
    const clean = written(source)
    expect(clean).toContain('viewBox="0 0 9 9"')
    expect(clean).toContain('<path fill="url(#a)" stroke-width="2" d="M0 0" />')
    expect(clean).toContain('<use href="#a" />')
    expect(written(clean)).toBe(clean)
  })

  it.each([
    ['<script>alert(1)</script>', 'alert'],
    ['<g onload="alert(1)"/>', 'alert'],
    ['<foreignObject><body/></foreignObject>', 'foreignObject'],
    ['<a href="javascript:alert(1)"><text>x</text></a>', 'javascript'],
    ['<image href="https://x.example/p.png"/>', 'x.example'],
    ['<style>@import "https://x.example"</style>', 'x.example'],
    ['<rect style="fill:url(https://x.example)"/>', 'x.example'],
    ['<animate attributeName="href" to="javascript:x"/>', 'animate'],
  ])('removes %s', (inner, trace) => {
    expect(written(`<svg>${inner}<circle r="1"/></svg>`)).not.toContain(trace)
  })

  it('refuses what is no SVG and what nests too deep', () => {
    expect(sanitizeSvg('<html></html>')).toMatchObject({ error: { code: 'SVG_INVALID' } })
    expect(sanitizeSvg(`<svg>${'<g>'.repeat(50_000)}`)).toMatchObject({ error: { code: 'SVG_TOO_DEEP' } })
  })

  it.skipIf(!existsSync(images))('keeps the drawings of the course (needs ../shared)', () => {
    for (const file of globSync('*.svg', { cwd: images })) {
      expect(written(readFileSync(join(images, file), 'utf8'))).toMatch(/<(?:path|circle|rect|g)[\s>]/)
    }
  })
})

function written(source: string): string {
  const result = sanitizeSvg(source)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
