import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, startChild } from './children.ts'
import { frontDoorProgram } from './frontDoor/program.ts'
import { waitForHealth } from './health.ts'
import { freePort } from './ports.ts'

/** Connections that ask again as soon as they are answered. */
const connections = 64
/** Milliseconds. */
const warmUp = 1000
const measured = 5000

process.exit(await main())

/** How many small pages the front door serves in a second, and how long the slowest hundredth waits. */
async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  let door: Child | null = null
  try {
    mkdirSync(join(folder, 'site', 'en'), { recursive: true })
    writeFileSync(
      join(folder, 'site', 'en', 'index.html'),
      `<!doctype html><title>Page</title>${'<p>A paragraph of a page of usual size.</p>'.repeat(200)}`,
    )
    const port = await freePort()
    const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const env = {
      ...Object.fromEntries(inherited),
      NODE_ENV: 'production' as const,
      LECTERN_HOST: '127.0.0.1',
      LECTERN_PORT: String(port),
      LECTERN_SITE_OUT: join(folder, 'site'),
      LECTERN_ENTITLEMENT_SECRET: 'bench',
      LECTERN_TRUST_PROXY: 'no',
    }
    door = startChild({
      program: frontDoorProgram({ env, cmsOrigin: 'http://127.0.0.1:1', apiOrigin: 'http://127.0.0.1:1' }),
      logs: folder,
    })
    await waitForHealth({ child: door, url: `http://127.0.0.1:${port}/healthz`, limit: 20_000 })
    await load({ port, duration: warmUp })
    const times = (await load({ port, duration: measured })).sort((a, b) => a - b)
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1)
    process.stdout.write(`front door, one cached page, ${connections} connections\n`)
    process.stdout.write(
      `  ${Math.round(times.length / (measured / 1000))} requests/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(0.9999)} ms\n`,
    )
    return 0
  } finally {
    await door?.stop({ limit: 3000 })
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds that each request took. Plain sockets: an HTTP client in Node would be slower than what it measures. */
async function load({ port, duration }: { port: number; duration: number }): Promise<number[]> {
  const times: number[] = []
  const end = performance.now() + duration
  await Promise.all(Array.from({ length: connections }, () => askUntil({ port, end, times })))
  return times
}

function askUntil({ port, end, times }: { port: number; end: number; times: number[] }): Promise<void> {
  const question = 'GET /en/ HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: gzip, br\r\nAccept-Language: en\r\n\r\n'
  return new Promise((resolve, reject) => {
    let began = 0
    let missing = 0
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => ask())
    const ask = () => {
      began = performance.now()
      socket.write(question)
    }
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      if (missing === 0) {
        const head = chunk.toString('latin1')
        const length = /content-length: (\d+)/i.exec(head)?.[1]
        if (!head.startsWith('HTTP/1.1 200') || length === undefined)
          return socket.destroy(new Error(`The front door answered: ${head.slice(0, 200)}`))
        missing = head.indexOf('\r\n\r\n') + 4 + Number(length)
      }
      missing -= chunk.length
      if (missing > 0) return
      if (missing < 0) return socket.destroy(new Error('The front door sent more than it announced.'))
      const now = performance.now()
      times.push(now - began)
      if (now < end) ask()
      else {
        socket.end()
        resolve()
      }
    })
  })
}
