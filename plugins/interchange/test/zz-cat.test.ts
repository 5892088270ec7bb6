import { it } from 'vitest'
import { startTestCms } from '../../../cms/src/testing/startTestCms.ts'
import { registriesOf } from '@lectern/kernel'
import { importCatalog } from '../src/index.ts'
it('tries', { timeout: 500000 }, async () => {
  const cms = await startTestCms()
  const questionTypes = registriesOf(cms.payload).questionTypes
  for (let i = 0; i < 2; i++) {
    const t = performance.now()
    let peak = 0
    const timer = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss) }, 100)
    const r = await importCatalog({ req: { payload: cms.payload }, file: '/work/shared/catalogs/freecodecamp/es.ndjson.gz', questionTypes })
    clearInterval(timer)
    console.log('TIME', performance.now() - t, 'peak MB', peak / 1e6, JSON.stringify({ ...r, courses: r.courses.length, problems: r.problems.slice(0, 3) }))
  }
  await cms.stop()
})
