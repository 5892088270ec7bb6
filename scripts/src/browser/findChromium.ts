import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { rootFolder } from '../env.ts'

/** `env` is what the program needs beside the usual. */
export type ChromiumProgram = { executablePath: string; env: Record<string, string> }

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

/**
 * A Chromium that starts: the system's, else the one inside the npm package @sparticuz/chromium, with the libraries that the
 * package brings when the system lacks them. Throws an Error that says what is missing.
 */
export async function findChromium(): Promise<ChromiumProgram> {
  const installed = systemPaths.find((path) => existsSync(path))
  if (installed && complaintOf({ executablePath: installed, env: {} }) === null) return { executablePath: installed, env: {} }

  const folder = await unpackOnce()
  const packed = { executablePath: join(folder, 'chromium'), env: {} }
  if (complaintOf(packed) === null) return packed
  const withLibraries = { ...packed, env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } }
  const complaint = complaintOf(withLibraries)
  if (complaint === null) return withLibraries
  throw new Error(
    `There is no Chromium that starts here, and the browser tests need one. Install one (Debian: apt-get install chromium). The packed one said: ${complaint}`,
  )
}

/** Null when the program tells its version. */
function complaintOf({ executablePath, env }: ChromiumProgram): string | null {
  const { status, stdout, stderr, error } = spawnSync(executablePath, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 30_000,
  })
  return status === 0 && /\d+\.\d+/.test(stdout) ? null : (error?.message ?? stderr.trim().split('\n').at(-1) ?? 'nothing')
}

/**
 * The package unpacks into the temporary folder, which other users and half-finished attempts share; here it is a folder of
 * the checkout that appears when it is complete.
 */
async function unpackOnce(): Promise<string> {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'))
  const cache = join(rootFolder, 'node_modules', '.cache')
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(cache, { recursive: true })
  const unfinished = mkdtempSync(join(cache, 'chromium-unpacking-'))
  const usual = process.env.TMPDIR
  process.env.TMPDIR = unfinished
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium')
    await chromium.executablePath()
    await inflate(join(packageFolder, 'bin', 'al2023.tar.br'))
  } finally {
    if (usual === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = usual
  }
  if (existsSync(folder)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, folder)
  return folder
}
