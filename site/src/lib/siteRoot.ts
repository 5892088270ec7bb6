import { fileURLToPath } from 'node:url'

/** Absolute path of `site/`. Pages are bundled and moved before they run, so the build says where it is. */
export function siteRoot(): string {
  return process.env.LECTERN_SITE_ROOT ?? fileURLToPath(new URL('../..', import.meta.url))
}
