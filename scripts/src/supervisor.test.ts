import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Child, runProgram, startChild } from './children.ts'
import { isAlive } from './processes.ts'
import { readStartLock, takeStartLock } from './startLock.ts'
import { createSupervisor } from './supervisor.ts'

let folder: string
const children: Child[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-children-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal)
  rmSync(folder, { recursive: true })
})

const environment = { PATH: process.env.PATH ?? '', NODE_ENV: 'development' as const }
const program = (name: string, code: string) => {
  const script = join(folder, `${name}.mjs`)
  writeFileSync(script, code)
  return { name, script, cwd: folder, env: environment }
}
/** Starts a program and waits for its first line. */
const run = async (name: string, code: string) => {
  let ready = () => {}
  const begun = new Promise<void>((resolve) => {
    ready = resolve
  })
  const child = startChild({ program: program(name, code), logs: folder, onLine: () => ready() })
  children.push(child)
  await begun
  return child
}
const order = () => readFileSync(join(folder, 'order'), 'utf8').trim().split('\n')
const polite = (name: string) => `
import { appendFileSync } from 'node:fs'
process.on('SIGTERM', () => { appendFileSync(${JSON.stringify(join(folder, 'order'))}, '${name}\\n'); process.exit(0) })
setInterval(() => {}, 1000)
console.log('ready')`

describe('createSupervisor', () => {
  it('stops in the opposite order of starting', async () => {
    const supervisor = createSupervisor({ write: () => {} })
    supervisor.keep([await run('first', polite('first'))], { limit: 5000 })
    supervisor.keep([await run('second', polite('second'))], { limit: 5000 })
    await supervisor.stop()
    expect(order()).toEqual(['second', 'first'])
    expect(await supervisor.finished).toBe(0)
  })

  it('stops everything when one ends by itself, says which, and fails', async () => {
    let said = ''
    const supervisor = createSupervisor({
      write: (text) => {
        said += text
      },
    })
    supervisor.keep([await run('steady', polite('steady'))], { limit: 5000 })
    supervisor.keep(
      [await run('weak', `console.log('ready'); console.error('out of luck'); setTimeout(() => process.exit(3), 50)`)],
      { limit: 5000 },
    )
    expect(await supervisor.finished).toBe(1)
    expect(said).toContain('“weak” ended with exit code 3.')
    expect(said).toContain('out of luck')
    expect(order()).toEqual(['steady'])
    expect(supervisor.aborted.aborted).toBe(true)
  })

  it('stops the rest although one cannot be stopped', async () => {
    const supervisor = createSupervisor({ write: () => {} })
    const child = await run('steady', polite('steady'))
    supervisor.keep([child], { limit: 5000 })
    supervisor.onStop({ stop: () => Promise.reject(new Error('no')), force: () => {} })
    await supervisor.stop()
    expect(isAlive(child.pid)).toBe(false)
    expect(await supervisor.finished).toBe(1)
  })
})

describe('startChild', () => {
  it('kills what does not listen, and what it has started', async () => {
    const child = await run(
      'stubborn',
      `import { spawn } from 'node:child_process'
       process.on('SIGTERM', () => {})
       const grandchild = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'])
       setInterval(() => {}, 1000)
       console.log(grandchild.pid)`,
    )
    const grandchild = Number(child.lastLines()[0])
    await child.stop({ limit: 100 })
    expect(isAlive(child.pid)).toBe(false)
    await expect.poll(() => isAlive(grandchild)).toBe(false)
  })

  it('ends when the one who started it was killed', async () => {
    const watchParent = join(import.meta.dirname, 'watchParent.mjs')
    const parent = await run(
      'parent',
      `import { spawn } from 'node:child_process'
       const orphan = spawn(process.execPath, ['--import', ${JSON.stringify(watchParent)}, '-e', 'console.log(1); setInterval(() => {}, 1000)'], { detached: true, stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env: { ...process.env, LECTERN_PARENT: String(process.pid) } })
       orphan.stdout.once('data', () => console.log(orphan.pid))
       setInterval(() => {}, 1000)`,
    )
    const orphan = Number(parent.lastLines()[0])
    expect(isAlive(orphan)).toBe(true)
    process.kill(parent.pid, 'SIGKILL')
    await expect.poll(() => isAlive(orphan), { timeout: 5000 }).toBe(false)
  })
})

describe('watchParent', () => {
  it('leaves alone what a program forks for itself', async () => {
    const forked = join(folder, 'forked.mjs')
    writeFileSync(forked, `process.on('message', () => process.send('still here'))`)
    const child = await run(
      'forking',
      `import { fork } from 'node:child_process'
       const worker = fork(${JSON.stringify(forked)})
       worker.on('exit', () => console.log('gone'))
       worker.on('message', (text) => { console.log(text); worker.kill() })
       setTimeout(() => worker.send('ask'), 300)
       setInterval(() => {}, 1000)`,
    )
    expect(child.lastLines()[0]).toBe('still here')
  })
})

describe('runProgram', () => {
  it('fails with the last lines of the output', async () => {
    const failing = runProgram({ program: program('broken', `console.error('no such table'); process.exit(2)`), logs: folder })
    await expect(failing).rejects.toThrow(/“broken” ended with exit code 2\.\n {4}no such table/)
  })

  it('stops when it is called off', async () => {
    const abort = new AbortController()
    const running = runProgram({
      program: program('long', `console.log('ready'); setInterval(() => {}, 1000)`),
      logs: folder,
      signal: abort.signal,
      onLine: () => abort.abort(new Error('called off')),
    })
    await expect(running).rejects.toThrow('called off')
  })
})

describe('takeStartLock', () => {
  it('takes over from a process that has died', () => {
    writeFileSync(join(folder, 'start.lock'), JSON.stringify({ pid: 2 ** 22 + 1, address: 'http://127.0.0.1:4000' }))
    expect(takeStartLock({ data: folder, address: 'http://127.0.0.1:4001' }).ok).toBe(true)
  })

  it('takes over when the number now belongs to something else', () => {
    writeFileSync(join(folder, 'start.lock'), JSON.stringify({ pid: process.ppid, address: 'http://127.0.0.1:4000' }))
    expect(takeStartLock({ data: folder, address: 'http://127.0.0.1:4001' }).ok).toBe(true)
  })

  it('refuses while another one holds it, and says where that is', () => {
    takeStartLock({ data: folder, address: 'http://127.0.0.1:4000' })
    expect(takeStartLock({ data: folder, address: 'http://127.0.0.1:4000' })).toMatchObject({
      ok: false,
      error: { code: 'ALREADY_RUNNING', message: expect.stringContaining('http://127.0.0.1:4000') },
    })
  })

  it('can be taken again after it was given back', () => {
    const lock = takeStartLock({ data: folder, address: 'http://127.0.0.1:4000' })
    if (lock.ok) lock.value.release()
    expect(readStartLock({ data: folder })).toBeNull()
  })
})
