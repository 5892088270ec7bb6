import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Folders below `examples` that are packages, relative to the checkout; the others hold content. */
export function examplePackages({ root }: { root: string }): string[] {
  const examples = join(root, 'examples')
  if (!existsSync(examples)) return []
  return readdirSync(examples)
    .sort()
    .filter((name) => existsSync(join(examples, name, 'package.json')))
    .map((name) => `examples/${name}`)
}
