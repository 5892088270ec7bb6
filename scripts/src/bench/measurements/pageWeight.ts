import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolders } from '../../childEnvironment.ts'
import { astroProgram } from '../../siteBuild.ts'
import { createInstallation } from '../installation.ts'
import type { Figure, Measurement, Row } from '../measurement.ts'
import { runMeasured } from '../runMeasured.ts'
import { weighPage } from '../weighPage.ts'

const kilobyte = 1000

export const pageWeight: Measurement = {
  name: 'page-weight',
  summary: 'What public pages of the demo weigh.',
  seconds: 40,
  run: async (bench) => {
    const installation = await createInstallation({ bench, name: 'page-weight' })
    await installation.command({ name: 'seed' })
    await installation.command({ name: 'snapshot' })
    const site = join(installation.data, 'built')
    const env = { ...installation.env, LECTERN_SITE_OUT: site }
    const program = astroProgram({ name: 'site-build', args: ['build'], env })
    await runMeasured({ program, logs: dataFolders(installation).logs, cleanUp: bench.cleanUp })

    const course = firstFolder({ site, path: '/en/courses/' })
    const module = firstFolder({ site, path: course })
    const lesson = heaviest({ site, paths: foldersIn({ site, path: module }) })
    const { html, css } = weighPage({ site, path: lesson })
    const pages = { home: '/en/', catalog: '/en/courses/', course, lesson }
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

function foldersIn({ site, path }: { site: string; path: string }): string[] {
  const entries = readdirSync(join(site, path), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${path}${name}/`)
}

function firstFolder({ site, path }: { site: string; path: string }): string {
  const [first] = foldersIn({ site, path }).sort()
  if (!first) throw new Error(`The site has no page below ${path}.`)
  return first
}

function heaviest({ site, paths }: { site: string; paths: string[] }): string {
  const [first] = paths.map((path) => ({ path, html: weighPage({ site, path }).html })).sort((a, b) => b.html - a.html)
  if (!first) throw new Error('The module has no lessons.')
  return first.path
}
