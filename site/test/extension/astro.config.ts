import { fileURLToPath } from 'node:url'
import { extensions } from '../../learn.config.ts'
import { createSiteConfig } from '../../src/createSiteConfig.ts'
import { exampleExtension } from './extension.ts'

export default createSiteConfig({
  siteRoot: fileURLToPath(new URL('../../', import.meta.url)),
  extensions: [...extensions, exampleExtension],
})
