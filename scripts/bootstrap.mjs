// The door of every npm script. Plain JavaScript for any Node ≥ 20 with nothing installed yet: it installs the pinned
// dependencies when they are missing or out of date, then runs the command on the Node that they bring.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const commands = ['start', 'test', 'dev', 'check', 'bench', 'chaos', 'format', 'lectern', 'new-plugin']
const oldestNode = 20

const [command, ...commandArguments] = process.argv.slice(2)
if (!commands.includes(command))
  quit({ message: `Unknown command “${command ?? ''}”. There are: ${commands.join(', ')}.`, code: 2 })

const major = Number.parseInt(process.versions.node, 10)
if (major < oldestNode) {
  quit({
    message: `Lectern needs Node ${oldestNode} or later; this is Node ${process.versions.node}. See https://nodejs.org.`,
    code: 1,
  })
}

try {
  accessSync(root, constants.W_OK)
} catch {
  quit({
    message: `This user cannot write to ${root}, and Lectern keeps its packages and data there. Change the owner or use a copy of your own.`,
    code: 1,
  })
}

installWhenNeeded()
run()

function installWhenNeeded() {
  const stamp = join(root, 'node_modules', '.lectern-install')
  const wanted = installDigest()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return

  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  process.stdout.write('  installing packages … ')
  const began = Date.now()
  // Removed first, so that an interrupted installation is never taken for a finished one.
  rmSync(stamp, { force: true })
  const installed = spawnSync('npx', ['--yes', packageManager, 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: root,
    env: { ...cleanEnvironment(), CI: 'true' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  })
  if (installed.status !== 0) {
    process.stdout.write('failed\n')
    process.stderr.write(
      `${installed.stdout ?? ''}${installed.stderr ?? ''}${installed.error ? `${installed.error.message}\n` : ''}`,
    )
    const interrupted = installed.signal === 'SIGINT' || installed.signal === 'SIGTERM'
    quit({
      message: interrupted ? 'Interrupted.' : 'The packages could not be installed; what the installer said is above.',
      code: 1,
    })
  }
  if (!existsSync(nodeOfProject()))
    quit({ message: 'The installation ended without the pinned Node in node_modules/.bin.', code: 1 })
  writeFileSync(stamp, wanted)
  process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1)} s\n`)
}

/** Changes with whatever changes what would be installed: the lockfile, the workspace, any package.json, the platform. */
function installDigest() {
  const files = ['pnpm-lock.yaml', '.pnpmfile.cjs', 'pnpm-workspace.yaml', 'package.json']
  const patches = join(root, 'patches')
  for (const name of existsSync(patches) ? readdirSync(patches).sort() : []) files.push(`patches/${name}`)
  for (const folder of ['cms', 'site', 'content-schemas', 'scripts']) files.push(`${folder}/package.json`)
  const plugins = join(root, 'plugins')
  for (const name of existsSync(plugins) ? readdirSync(plugins).sort() : []) files.push(`plugins/${name}/package.json`)
  const examples = join(root, 'examples')
  for (const name of existsSync(examples) ? readdirSync(examples).sort() : []) files.push(`examples/${name}/package.json`)
  const digest = createHash('sha256').update(`${process.platform} ${process.arch}\n`)
  for (const file of files) {
    const path = join(root, file)
    digest.update(`${file}\n`)
    if (existsSync(path)) digest.update(readFileSync(path))
  }
  return digest.digest('hex')
}

function run() {
  const child = spawn(
    nodeOfProject(),
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      './scripts/src/watchParent.mjs',
      `scripts/src/${command}.ts`,
      ...commandArguments,
    ],
    {
      cwd: root,
      // The channel closes when this process dies in whatever way; the command then stops too.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: {
        ...cleanEnvironment(),
        LECTERN_PARENT: String(process.pid),
        PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
      },
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => quit({ message: `The pinned Node could not be started: ${error.message}`, code: 1 }))
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code ?? 1)
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name)
    process.kill(process.pid, signal)
  })
}

function nodeOfProject() {
  // The shell wrapper in .bin would stand between the signals and the process.
  const direct = join(root, 'node_modules', 'node', 'bin', 'node')
  return existsSync(direct) ? direct : join(root, 'node_modules', '.bin', 'node')
}

/** npm hands its own settings down as variables; pnpm would read and complain about them. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name) || isRegistrySetting(name)),
  )
}

/** Where packages come from is the operator's choice and must survive. */
function isRegistrySetting(name) {
  return /^npm_config_(registry|https?_proxy|noproxy|cafile|ca|cache|userconfig|strict_ssl)$/i.test(name)
}

function quit({ message, code }) {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}
