import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolders } from '../childEnvironment.ts'
import { astroProgram } from '../siteBuild.ts'
import { createInstallation, type Installation } from './installation.ts'
import type { Bench } from './measurement.ts'
import { runMeasured } from './runMeasured.ts'
import { weighPage } from './weighPage.ts'

/** The site of the demo, built into `folder`, and the paths of one page of each kind. */
export type DemoSite = {
  installation: Installation
  folder: string
  pages: Record<'home' | 'catalog' | 'course' | 'lesson', string>
}

/** The lesson is the heaviest of its module. */
export async function buildDemoSite({ bench, name }: { bench: Bench; name: string }): Promise<DemoSite> {
  const installation = await createInstallation({ bench, name })
  await installation.command({ name: 'seed' })
  await installation.command({ name: 'snapshot' })
  const folder = join(installation.data, 'built')
  const program = astroProgram({ name: 'site-build', args: ['build'], env: { ...installation.env, LECTERN_SITE_OUT: folder } })
  await runMeasured({ program, logs: dataFolders(installation).logs, cleanUp: bench.cleanUp })
  const course = firstFolder({ site: folder, path: '/en/courses/' })
  const module = firstFolder({ site: folder, path: course })
  const lesson = heaviest({ site: folder, paths: foldersIn({ site: folder, path: module }) })
  return { installation, folder, pages: { home: '/en/', catalog: '/en/courses/', course, lesson } }
}

export function firstFolder({ site, path }: { site: string; path: string }): string {
  const [first] = foldersIn({ site, path }).sort()
  if (!first) throw new Error(`The site has no page below ${path}.`)
  return first
}

function foldersIn({ site, path }: { site: string; path: string }): string[] {
  const entries = readdirSync(join(site, path), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${path}${name}/`)
}

function heaviest({ site, paths }: { site: string; paths: string[] }): string {
  const [first] = paths.map((path) => ({ path, html: weighPage({ site, path }).html })).sort((a, b) => b.html - a.html)
  if (!first) throw new Error('The module has no lessons.')
  return first.path
}
