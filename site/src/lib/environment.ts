import { resolve } from 'node:path'
import { z } from 'zod'

export type Environment = {
  /** Absolute path of the snapshot folder. */
  snapshotDir: string
  /** Origin of the site without a trailing slash. */
  siteUrl: string
  /** Absolute path of the public output. */
  outDir: string
  /** Where Astro writes. It becomes `outDir` once it is complete and nothing protected is left in it. */
  stagingDir: string
  /** Absolute path of the output that only the front door may read. */
  protectedDir: string
  /** Absolute path of the list of what was built. */
  manifestFile: string
}

const environmentSchema = z.object({
  LECTERN_SNAPSHOT: z.string().min(1).default('../.lectern/snapshot'),
  LECTERN_SITE_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4000'),
  LECTERN_SITE_OUT: z.string().min(1).default('../.lectern/site'),
})

/**
 * Reads the variables of the build; relative paths count from `siteRoot`. What pages need is written back as
 * absolute paths, because they are bundled and moved before they run.
 */
export function readEnvironment({ siteRoot }: { siteRoot: string }): Environment {
  const parsed = environmentSchema.parse(process.env)
  const outDir = resolve(siteRoot, parsed.LECTERN_SITE_OUT)
  const snapshotDir = resolve(siteRoot, parsed.LECTERN_SNAPSHOT)
  process.env.LECTERN_SNAPSHOT = snapshotDir
  process.env.LECTERN_SITE_ROOT = siteRoot
  process.env.LECTERN_SHARE_CACHE ??= resolve(outDir, '..', 'share-images')
  return {
    snapshotDir,
    siteUrl: parsed.LECTERN_SITE_URL.replace(/\/+$/, ''),
    outDir,
    stagingDir: `${outDir}-building`,
    protectedDir: `${outDir}-protected`,
    manifestFile: resolve(outDir, '..', 'site-manifest.json'),
  }
}
