import react from '@astrojs/react'
import type { SiteExtension } from '@lectern/kernel/astro'
import type { AstroUserConfig } from 'astro'
import { defineConfig } from 'astro/config'
import { finishOutput } from './integrations/finishOutput.ts'
import { lazySheets } from './integrations/lazySheets.ts'
import { preactInBrowser } from './integrations/preactInBrowser.ts'
import { siteExtensions } from './integrations/siteExtensions.ts'
import { readEnvironment } from './lib/environment.ts'

/** The Astro configuration of a site with these extensions. `siteRoot` is the absolute path of `site/`. */
export function createSiteConfig({ siteRoot, extensions }: { siteRoot: string; extensions: SiteExtension[] }): AstroUserConfig {
  const environment = readEnvironment({ siteRoot })
  return defineConfig({
    root: siteRoot,
    site: environment.siteUrl,
    outDir: environment.stagingDir,
    output: 'static',
    trailingSlash: 'always',
    prefetch: false,
    devToolbar: { enabled: false },
    // One external stylesheet and no inlined scripts keep the content security policy strict and the cache useful.
    build: { format: 'directory', inlineStylesheets: 'never', assets: '_astro' },
    compressHTML: false,
    integrations: [react(), siteExtensions({ extensions }), lazySheets(), finishOutput({ environment })],
    vite: {
      plugins: [preactInBrowser()],
      build: { assetsInlineLimit: 0 },
    },
  })
}
