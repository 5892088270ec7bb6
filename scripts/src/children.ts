import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import type { Environment } from './childEnvironment.ts'
import { rootFolder } from './env.ts'

/** A Node program: `script` is absolute, `name` is for people. */
export type Program = {
  name: string
  script: string
  scriptArguments?: string[]
  nodeArguments?: string[]
  cwd: string
  env: Environment
}

export type Ending = { code: number | null; signal: NodeJS.Signals | null }
export type Child = {
  name: string
  pid: number
  /** The last lines of its output, oldest first. */
  lastLines: () => string[]
  ended: Promise<Ending>
  /** SIGTERM, and SIGKILL for it and whatever it started when `limit` ms have passed. */
  stop: (options: { limit: number }) => Promise<void>
  kill: () => void
}

const keptLines = 40

/**
 * Starts a program in a process group of its own: Ctrl-C in the terminal reaches only us, and we stop the others in order.
 * Should we die without a word, the program notices (watchParent.mjs) and ends too. Its output goes to `logs`/<name>.log
 * and, line by line, to `onLine`.
 */
export function startChild({
  program,
  logs,
  onLine,
}: {
  program: Program
  logs: string
  onLine?: (line: { text: string; stream: 'stdout' | 'stderr' }) => void
}): Child {
  mkdirSync(logs, { recursive: true })
  const log = createWriteStream(join(logs, `${program.name}.log`), { mode: 0o600 })
  const watchParent = join(rootFolder, 'scripts', 'src', 'watchParent.mjs')
  const child = spawn(
    process.execPath,
    [
      ...['--disable-warning=ExperimentalWarning', '--import', watchParent],
      ...(program.nodeArguments ?? []),
      program.script,
      ...(program.scriptArguments ?? []),
    ],
    {
      cwd: program.cwd,
      env: { ...program.env, LECTERN_PARENT: String(process.pid) },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  const lines: string[] = []
  const take = (stream: 'stdout' | 'stderr') => {
    const readable = child[stream]
    if (!readable) return
    createInterface({ input: readable, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (text) => {
      log.write(`${text}\n`)
      lines.push(text)
      if (lines.length > keptLines) lines.shift()
      onLine?.({ text, stream })
    })
  }
  take('stdout')
  take('stderr')

  const ended = new Promise<Ending>((resolve) => {
    child.once('error', (error) => {
      lines.push(error.message)
      log.end()
      resolve({ code: 1, signal: null })
    })
    child.once('close', (code, signal) => {
      log.end()
      // Whatever it started and left behind.
      signalGroup({ child, signal: 'SIGKILL' })
      resolve({ code, signal })
    })
  })
  return {
    name: program.name,
    pid: child.pid ?? 0,
    lastLines: () => [...lines],
    ended,
    kill: () => signalGroup({ child, signal: 'SIGKILL' }),
    async stop({ limit }) {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const timer = new AbortController()
      const late = delay(limit, undefined, { signal: timer.signal, ref: false }).then(
        () => signalGroup({ child, signal: 'SIGKILL' }),
        () => {},
      )
      await Promise.race([ended, late.then(() => ended)])
      timer.abort()
    },
  }
}

/** Runs a program to its end. Throws an Error with the last lines of its output when it fails. */
export async function runProgram({
  program,
  logs,
  onLine,
  signal,
}: {
  program: Program
  logs: string
  onLine?: (line: { text: string; stream: 'stdout' | 'stderr' }) => void
  signal?: AbortSignal
}): Promise<void> {
  signal?.throwIfAborted()
  const child = startChild({ program, logs, ...(onLine ? { onLine } : {}) })
  const abort = () => void child.stop({ limit: 5000 })
  signal?.addEventListener('abort', abort)
  const ending = await child.ended
  signal?.removeEventListener('abort', abort)
  signal?.throwIfAborted()
  if (ending.code !== 0) throw new Error(`${describeEnding({ child, ending })}${quoteLines(child)}`)
}

export function describeEnding({ child, ending }: { child: Child; ending: Ending }): string {
  return `“${child.name}” ended with ${ending.signal ? `signal ${ending.signal}` : `exit code ${ending.code}`}.`
}

export function quoteLines(child: Child): string {
  const lines = child.lastLines()
  return lines.length === 0 ? '' : `\n${lines.map((line) => `    ${line}`).join('\n')}`
}

function signalGroup({ child, signal }: { child: ChildProcess; signal: NodeJS.Signals }): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    // ESRCH: the whole group has gone already, which is what was wanted.
    if (!(error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'EPERM'))) throw error
  }
}
