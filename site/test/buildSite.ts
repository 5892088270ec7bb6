import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

type BuildSiteInput = { snapshot: string; out: string; config?: string }

/** Builds the site as an installation does. `config` is a path below `site/`. */
export async function buildSite({ snapshot, out, config = 'astro.config.ts' }: BuildSiteInput): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve('astro/package.json')
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    LECTERN_SNAPSHOT: snapshot,
    LECTERN_SITE_OUT: out,
    NODE_ENV: 'production' as const,
  }
  const args = [join(dirname(manifest), bin.astro), 'build', '--silent', '--config', config]
  await promisify(execFile)(process.execPath, args, { cwd: fileURLToPath(new URL('..', import.meta.url)), env })
}
