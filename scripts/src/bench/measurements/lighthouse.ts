import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { findChromium } from '../../browser/findChromium.ts'
import { buildDemoSite, firstFolder } from '../demoSite.ts'
import type { Measurement, Row } from '../measurement.ts'
import { startFrontDoor } from '../startFrontDoor.ts'

/** Fetched by npx when it is measured: no installation needs it. */
const lighthousePackage = 'lighthouse@13.5.0'
/** Milliseconds. */
const pageLimit = 180_000

const category = z.object({ score: z.number() })
const audit = z.object({ numericValue: z.number() })
const reportSchema = z.object({
  categories: z.object({
    performance: category,
    accessibility: category,
    'best-practices': category,
    seo: category,
  }),
  audits: z.object({
    'largest-contentful-paint': audit,
    'cumulative-layout-shift': audit,
    'total-blocking-time': audit,
  }),
})
type Report = z.infer<typeof reportSchema>

export const lighthouse: Measurement = {
  name: 'lighthouse',
  summary: 'Lighthouse of public pages of the demo, as on a phone.',
  seconds: 240,
  run: async (bench) => {
    const { installation, folder: site, pages } = await buildDemoSite({ bench, name: 'lighthouse' })
    const apiOrigin = `http://127.0.0.1:${await installation.startApi()}`
    const { origin } = await startFrontDoor({
      env: installation.env,
      site,
      logs: installation.data,
      apiOrigin,
      cleanUp: bench.cleanUp,
    })
    const test = firstFolder({ site, path: '/en/tests/' })
    const english = { ...pages, 'test start': test }
    const all = Object.entries(english).flatMap(([name, path]) => [
      { name: `${name}, English`, path },
      { name: `${name}, Arabic`, path: path.replace('/en/', '/ar/') },
    ])
    const rows: Row[] = []
    for (const { name, path } of all) {
      const report = await audits({ url: origin + path, file: join(bench.folder, 'lighthouse.json') })
      rows.push(toRow({ name, path, report }))
    }
    return rows
  },
}

async function audits({ url, file }: { url: string; file: string }): Promise<Report> {
  const { executablePath, env } = await findChromium()
  const flags = '--headless=new --no-sandbox --disable-dev-shm-usage'
  await promisify(execFile)(
    'npx',
    ['--yes', lighthousePackage, url, '--output=json', `--output-path=${file}`, '--quiet', `--chrome-flags=${flags}`],
    { env: { ...process.env, ...env, CHROME_PATH: executablePath }, timeout: pageLimit },
  )
  return reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

function toRow({ name, path, report: { categories, audits: found } }: { name: string; path: string; report: Report }): Row {
  const score = ({ score: share }: { score: number }) => Math.round(share * 100)
  return {
    what: `Lighthouse: ${name}`,
    on: `${path} by the front door, phone, simulated slow connection and processor`,
    figures: [
      { value: score(categories.performance), unit: '', text: 'performance', target: { atLeast: 100 } },
      { value: score(categories.accessibility), unit: '', text: 'accessibility', target: { atLeast: 100 } },
      { value: score(categories['best-practices']), unit: '', text: 'best practices', target: { atLeast: 100 } },
      { value: score(categories.seo), unit: '', text: 'findability', target: { atLeast: 100 } },
      { value: found['largest-contentful-paint'].numericValue, unit: 'ms', text: 'largest paint', target: { atMost: 1000 } },
      { value: found['cumulative-layout-shift'].numericValue, unit: '', text: 'shift', target: { atMost: 0 } },
      { value: found['total-blocking-time'].numericValue, unit: 'ms', text: 'blocked', target: { atMost: 50 } },
    ],
  }
}
