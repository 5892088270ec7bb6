import { buildDemoSite } from '../demoSite.ts'
import type { Figure, Measurement, Row } from '../measurement.ts'
import { weighPage } from '../weighPage.ts'

const kilobyte = 1000

export const pageWeight: Measurement = {
  name: 'page-weight',
  summary: 'What public pages of the demo weigh.',
  seconds: 40,
  run: async (bench) => {
    const { folder: site, pages } = await buildDemoSite({ bench, name: 'page-weight' })
    const { lesson } = pages
    const { html, css } = weighPage({ site, path: lesson })
    const scripts = Object.entries(pages).map(
      ([name, path]): Figure => ({
        value: weighPage({ site, path }).js / kilobyte,
        unit: 'KB',
        text: name,
        target: { atMost: 6 },
      }),
    )
    return [
      {
        what: 'Public lesson page, HTML and CSS',
        on: `${lesson} of the demo, the heaviest of its module, by gzip; without pictures and fonts`,
        figures: [{ value: (html + css) / kilobyte, unit: 'KB', target: { atMost: 20 } }],
      },
      {
        what: 'JavaScript of public pages',
        on: 'by gzip; what a script asks for later is not counted. The pages work without it',
        figures: scripts,
      },
    ] satisfies Row[]
  },
}
