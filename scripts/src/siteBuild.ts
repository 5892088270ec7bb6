import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { defaultLocale } from '@lectern/content-schemas/locale'
import { type SnapshotManifest, snapshotManifestSchema } from '@lectern/content-schemas/snapshot'
import { dataFolders, type Environment } from './childEnvironment.ts'
import { type Program, runProgram } from './children.ts'
import { rootFolder } from './env.ts'
import { examplePackages } from './examplePackages.ts'
import { inputsDigest } from './inputsDigest.ts'

const siteFolder = join(rootFolder, 'site')
/** Any plugin may extend the site, so all of them count. */
const inputs = ['site', 'content-schemas', 'plugins', 'pnpm-lock.yaml']
/** The one that is served and the one before it, which a slow reader may still be on. */
const keptBuilds = 2

export type SiteBuildResult = 'built' | 'unchanged' | 'empty'

/** The `astro` program of the site with the given arguments. */
export function astroProgram({ name, args, env }: { name: string; args: string[]; env: Environment }): Program {
  const manifest = createRequire(join(siteFolder, 'package.json')).resolve('astro/package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  return { name, script: join(dirname(manifest), bin.astro), scriptArguments: args, cwd: siteFolder, env }
}

/**
 * Builds the site from the snapshot into a fresh folder below `sites` and points the link `site` at it in one step.
 * Nothing is done when neither the snapshot nor the site's sources have changed, unless `force`. A site without a course
 * is not built: a new installation starts with the admin alone.
 */
export async function buildSite({
  data,
  env,
  force = false,
  signal,
}: {
  data: string
  env: Environment
  force?: boolean
  signal?: AbortSignal
}): Promise<SiteBuildResult> {
  const folders = dataFolders({ data })
  const { files, site } = readManifest(folders.snapshot)
  if (files.every(({ records }) => records === 0)) return 'empty'
  const digest = inputsDigest({
    root: rootFolder,
    paths: [...inputs, ...examplePackages({ root: rootFolder })],
    extra: [env.LECTERN_SITE_URL ?? '', JSON.stringify(site), ...files.map(({ name, sha256 }) => `${name} ${sha256}`)],
  })
  const stamp = join(data, 'site-inputs')
  const unchanged = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest && hasFirstPage(folders.site)
  if (unchanged && !force) return 'unchanged'

  const out = nextFolder(folders.sites)
  const program = astroProgram({ name: 'site-build', args: ['build'], env: { ...env, LECTERN_SITE_OUT: out } })
  await runProgram({ program, logs: folders.logs, ...(signal ? { signal } : {}) })
  if (!hasFirstPage(out)) throw new Error(`The site was built without a first page (in ${out}).`)
  pointAt({ link: folders.site, target: out })
  writeFileSync(stamp, digest)
  removeOldBuilds({ sites: folders.sites, current: out })
  return 'built'
}

/** `/` itself may be a redirect to a language. */
function hasFirstPage(site: string): boolean {
  return existsSync(join(site, 'index.html')) || existsSync(join(site, defaultLocale, 'index.html'))
}

function readManifest(snapshot: string): SnapshotManifest {
  const path = join(snapshot, 'manifest.json')
  if (!existsSync(path)) throw new Error(`There is no snapshot in ${snapshot}. Make one with: npm run lectern -- snapshot`)
  return snapshotManifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
}

function nextFolder(sites: string): string {
  mkdirSync(sites, { recursive: true })
  const numbers = readdirSync(sites)
    .map((name) => Number.parseInt(name, 10))
    .filter(Number.isInteger)
  return join(sites, String(Math.max(0, ...numbers) + 1))
}

/** A rename is atomic, so that at any moment the link leads to a whole site. */
function pointAt({ link, target }: { link: string; target: string }): void {
  const fresh = `${link}.${process.pid}`
  rmSync(fresh, { force: true })
  symlinkSync(target, fresh)
  const present = lstatSync(link, { throwIfNoEntry: false })
  if (present && !present.isSymbolicLink()) rmSync(link, { recursive: true })
  renameSync(fresh, link)
}

function removeOldBuilds({ sites, current }: { sites: string; current: string }): void {
  const newest = Number.parseInt(basename(realpathSync(current)), 10)
  for (const name of readdirSync(sites)) {
    const number = Number.parseInt(name, 10)
    if (Number.isInteger(number) && number <= newest - keptBuilds) rmSync(join(sites, name), { recursive: true, force: true })
  }
}
