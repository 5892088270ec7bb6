const { existsSync, readdirSync, readFileSync } = require('node:fs')
const { join } = require('node:path')

/**
 * Packages below `examples` are dependencies of the workspace itself, so that the CMS and the site find them by name: a plugin
 * that lies there is installed with two list entries and no further edit.
 */
function readPackage(manifest) {
  if (manifest.name !== 'lectern') return manifest
  const names = examplePackages()
  return {
    ...manifest,
    dependencies: { ...manifest.dependencies, ...Object.fromEntries(names.map((name) => [name, 'workspace:*'])) },
  }
}

function examplePackages() {
  const examples = join(__dirname, 'examples')
  return readdirSync(examples)
    .sort()
    .map((folder) => join(examples, folder, 'package.json'))
    .filter((path) => existsSync(path))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')).name)
}

module.exports = { hooks: { readPackage } }
