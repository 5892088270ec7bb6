import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closedLoop } from '../load.ts'
import type { Measurement } from '../measurement.ts'
import { quantile } from '../quantile.ts'
import { startFrontDoor } from '../startFrontDoor.ts'

const connections = 64
const page = `<!doctype html><title>Page</title>${'<p>A paragraph of a page of usual size.</p>'.repeat(200)}`

export const frontDoor: Measurement = {
  name: 'front-door',
  summary: 'How many small pages the front door serves in a second.',
  seconds: 10,
  run: async (bench) => {
    const folder = join(bench.folder, 'front-door')
    mkdirSync(join(folder, 'site', 'en'), { recursive: true })
    writeFileSync(join(folder, 'site', 'en', 'index.html'), page)
    const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
    const env = {
      ...Object.fromEntries(inherited),
      NODE_ENV: 'production' as const,
      LECTERN_ENTITLEMENT_SECRET: 'bench',
      LECTERN_TRUST_PROXY: 'no',
    }
    const { port } = await startFrontDoor({ env, site: join(folder, 'site'), logs: folder, cleanUp: bench.cleanUp })

    const load = async (seconds: number) => {
      const times: number[] = []
      const turns = await closedLoop({
        port,
        connections,
        seconds,
        acceptEncoding: 'gzip, br',
        turn: async (connection) => {
          const { status, ms } = await connection.ask({ method: 'GET', path: '/en/' })
          if (status !== 200) throw new Error(`The front door answered ${status}.`)
          times.push(ms)
        },
      })
      return { perSecond: turns / seconds, p99: quantile({ values: times, share: 0.99 }) }
    }
    await load(1)
    const { perSecond, p99 } = await load(bench.duration(6))
    return [
      {
        what: 'Front door, small cached page',
        on: `one page of ${Math.round(page.length / 1024)} KB, compressed, ${connections} connections without pause; one process, the sender on the same machine`,
        figures: [
          { value: perSecond, unit: '/s', text: 'requests', target: { atLeast: 8000 } },
          { value: p99, unit: 'ms', text: 'p99', target: { atMost: 10 } },
        ],
      },
    ]
  },
}
