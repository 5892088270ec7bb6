import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vitest/config'

const substitutes: Record<string, string> = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/compat/jsx-runtime',
  'react/jsx-dev-runtime': 'preact/compat/jsx-dev-runtime',
}

/**
 * Islands are written for React and rendered by it at build time; the browser gets preact/compat instead, a seventh of the
 * bytes. Resolved from this file, because packages that bring question renderers do not depend on preact.
 */
export function preactInBrowser(): Plugin {
  return {
    name: 'lectern:preact-in-browser',
    enforce: 'pre',
    resolveId(source, _importer, options) {
      const substitute = this.environment.name === 'client' ? substitutes[source] : undefined
      return substitute ? this.resolve(substitute, fileURLToPath(import.meta.url), { ...options, skipSelf: true }) : undefined
    },
  }
}
