import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { rootFolder } from '../../env.ts'
import { createInstallation } from '../installation.ts'
import type { Measurement } from '../measurement.ts'

const folder = join(rootFolder, '..', 'shared', 'courses', 'iot-for-beginners')
const shown = '../shared/courses/iot-for-beginners'
const report = z.object({
  ok: z.literal(true),
  report: z.object({ created: z.number(), updated: z.number(), unchanged: z.number() }),
})

export const courseImport: Measurement = {
  name: 'course-import',
  summary: 'Importing a real course folder, twice.',
  seconds: 40,
  run: async (bench) => {
    const what = 'Course folder, import and edition'
    if (!existsSync(folder)) return [{ what, on: shown, skipped: `${shown} is missing` }]
    const installation = await createInstallation({ bench, name: 'course-import' })
    const first = await installation.command({ name: 'import', input: { folder } })
    const again = await installation.command({ name: 'import', input: { folder } })
    const made = report.parse(first.last).report
    const kept = report.parse(again.last).report
    return [
      {
        what,
        on: `${shown} into an empty database: ${made.created} documents, with the start of the process`,
        figures: [{ value: first.seconds, unit: 's', target: { atMost: 15 } }],
      },
      {
        what: 'The same folder once more',
        on: `${kept.unchanged} unchanged, ${kept.created + kept.updated} written`,
        figures: [
          { value: again.seconds, unit: 's' },
          { value: kept.created + kept.updated, unit: '', text: 'written', target: { atMost: 0 } },
        ],
      },
    ]
  },
}
