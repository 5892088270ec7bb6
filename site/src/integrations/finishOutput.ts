import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AstroIntegration } from 'astro'
import { type BuildRecord, buildRecord } from '../lib/buildRecord.ts'
import type { Environment } from '../lib/environment.ts'

/** `public` counts pages; `protected` lists site paths that need an entitlement: pages end with `/`, files do not. */
export type SiteManifest = { public: number; protected: string[] }

/**
 * Takes protected pages and files out of the public output, copies the media that pages name, writes the manifest, and only
 * then puts the new site in the place of the old one: a failed build changes nothing, and a protected page is at no time
 * below the folder that is served.
 */
export function finishOutput({ environment }: { environment: Environment }): AstroIntegration {
  return {
    name: 'lectern:finish-output',
    hooks: {
      'astro:build:done': ({ pages, logger }) => {
        const record = buildRecord()
        const protectedStaging = `${environment.protectedDir}-building`
        rmSync(protectedStaging, { recursive: true, force: true })
        mkdirSync(protectedStaging, { recursive: true })
        moveProtectedPages({ record, from: environment.stagingDir, to: protectedStaging })
        copyMedia({ record, environment, protectedStaging })
        replaceFolder({ from: protectedStaging, to: environment.protectedDir })
        replaceFolder({ from: environment.stagingDir, to: environment.outDir })
        const manifest = toManifest({ record, pageCount: pages.length })
        writeFileSync(environment.manifestFile, `${JSON.stringify(manifest)}\n`)
        logger.info(`${manifest.public} public pages, ${record.protectedPages.size} protected`)
      },
    },
  }
}

function moveProtectedPages({ record, from, to }: { record: BuildRecord; from: string; to: string }): void {
  for (const page of record.protectedPages) {
    const target = join(to, page)
    mkdirSync(dirname(target), { recursive: true })
    renameSync(join(from, page), target)
    removeIfEmpty(dirname(join(from, page)))
  }
}

type CopyMediaInput = { record: BuildRecord; environment: Environment; protectedStaging: string }

function copyMedia({ record, environment, protectedStaging }: CopyMediaInput): void {
  const mediaDir = join(environment.snapshotDir, 'media')
  for (const [file, path] of record.publicMedia) copyFile({ from: join(mediaDir, file), to: join(environment.stagingDir, path) })
  for (const { file, path } of record.protectedMedia.values()) {
    copyFile({ from: join(mediaDir, file), to: join(protectedStaging, path) })
  }
}

/** A file that a page names and the snapshot lacks stops the build: a hole in a page is found here, not by a reader. */
function copyFile({ from, to }: { from: string; to: string }): void {
  if (!existsSync(from)) throw new Error(`SNAPSHOT_INCONSISTENT ${from}: named by a page but not in the snapshot`)
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to)
}

function toManifest({ record, pageCount }: { record: BuildRecord; pageCount: number }): SiteManifest {
  const files = [...record.protectedMedia.values()].map(({ path }) => path)
  return {
    public: pageCount - record.protectedPages.size,
    protected: [...record.protectedPages, ...files].map((path) => `/${path}`).sort(),
  }
}

function replaceFolder({ from, to }: { from: string; to: string }): void {
  const old = `${to}-old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(to)) renameSync(to, old)
  renameSync(from, to)
  rmSync(old, { recursive: true, force: true })
}

function removeIfEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) {
    rmdirSync(folder)
    removeIfEmpty(dirname(folder))
  }
}
