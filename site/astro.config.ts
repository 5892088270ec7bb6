import { fileURLToPath } from 'node:url'
import react from '@astrojs/react'
import { defineConfig } from 'astro/config'
import { finishOutput } from './src/integrations/finishOutput.ts'
import { preactInBrowser } from './src/integrations/preactInBrowser.ts'
import { readEnvironment } from './src/lib/environment.ts'

const environment = readEnvironment({ siteRoot: fileURLToPath(new URL('.', import.meta.url)) })

export default defineConfig({
  site: environment.siteUrl,
  outDir: environment.stagingDir,
  output: 'static',
  trailingSlash: 'always',
  prefetch: false,
  devToolbar: { enabled: false },
  // One external stylesheet and no inlined scripts keep the content security policy strict and the cache useful.
  build: { format: 'directory', inlineStylesheets: 'never', assets: '_astro' },
  compressHTML: false,
  integrations: [react(), finishOutput({ environment })],
  vite: {
    plugins: [preactInBrowser()],
    build: { assetsInlineLimit: 0 },
  },
})
