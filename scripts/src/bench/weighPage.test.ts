import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { weighPage } from './weighPage.ts'

const site = mkdtempSync(join(tmpdir(), 'lectern-weigh-'))
afterAll(() => rmSync(site, { recursive: true, force: true }))
mkdirSync(join(site, 'en'))
mkdirSync(join(site, '_astro'))
const write = (path: string, text: string) => {
  writeFileSync(join(site, path), text)
  return gzipSync(text).length
}

describe('the weight of a page', () => {
  it('is HTML, style sheets, and scripts with what they import, each once', () => {
    const html = write(
      'en/index.html',
      `<link rel="stylesheet" href="/_astro/a.css"><link rel="preload" href="/_astro/font.woff2" as="font">
       <script type="module" src="/_astro/one.js"></script><script type="module" src="/_astro/two.js"></script>`,
    )
    const css = write('_astro/a.css', 'p{color:red}')
    const js =
      write('_astro/one.js', 'import{s}from"./shared.js";s();import("./later.js")') +
      write('_astro/two.js', 'import"./shared.js";') +
      write('_astro/shared.js', 'export const s=()=>{}')
    write('_astro/later.js', 'export const later=1')
    expect(weighPage({ site, path: '/en/' })).toEqual({ html, css, js })
  })

  it('counts islands as scripts', () => {
    mkdirSync(join(site, 'island'))
    write('island/index.html', '<astro-island uid="1" component-url="/_astro/c.js" renderer-url="/_astro/r.js" props="{}">')
    const js = write('_astro/c.js', 'export default 1') + write('_astro/r.js', 'export default 2')
    expect(weighPage({ site, path: '/island/' }).js).toBe(js)
  })
})
