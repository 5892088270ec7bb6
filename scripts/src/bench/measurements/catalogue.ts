import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { snapshotManifestSchema } from '@lectern/content-schemas/snapshot'
import { z } from 'zod'
import { dataFolders } from '../../childEnvironment.ts'
import { rootFolder } from '../../env.ts'
import { astroProgram } from '../../siteBuild.ts'
import { countFiles } from '../countFiles.ts'
import { createInstallation } from '../installation.ts'
import type { Figure, Measurement } from '../measurement.ts'
import { type Measured, runMeasured } from '../runMeasured.ts'

const catalog = join(rootFolder, '..', 'shared', 'catalogs', 'freecodecamp', 'es.ndjson.gz')
const shown = '../shared/catalogs/freecodecamp/es.ndjson.gz'
const mebibyte = 1024 * 1024
const report = z.object({ created: z.number(), updated: z.number(), unchanged: z.number(), editions: z.number() })

export const catalogue: Measurement = {
  name: 'catalogue',
  summary: 'A catalogue of 16,646 lessons: import, second import, snapshot, site.',
  seconds: 240,
  run: async (bench) => {
    if (!existsSync(catalog)) return [{ what: 'Catalogue', on: shown, skipped: `${shown} is missing` }]
    const installation = await createInstallation({ bench, name: 'catalogue' })
    const first = await installation.command({ name: 'import', input: { catalog } })
    const again = await installation.command({ name: 'import', input: { catalog } })
    const snapshot = await installation.command({ name: 'snapshot' })
    const out = join(installation.data, 'built')
    const { logs } = dataFolders(installation)
    const site = await runMeasured({
      program: astroProgram({ name: 'site-build', args: ['build'], env: { ...installation.env, LECTERN_SITE_OUT: out } }),
      logs,
      cleanUp: bench.cleanUp,
    })
    const made = report.parse(first.last)
    const kept = report.parse(again.last)
    return [
      {
        what: 'Catalogue, import and editions',
        on: `${shown} (16,646 lessons, 11,483 questions) into an empty database: ${made.created} documents, ${made.editions} editions; memory of the import, not of PostgreSQL`,
        figures: figuresOf({ measured: first, seconds: 120, mebibytes: 1536 }),
      },
      {
        what: 'The same catalogue once more',
        on: `${kept.unchanged} unchanged, ${kept.created + kept.updated} written, ${kept.editions} editions`,
        figures: figuresOf({ measured: again, seconds: 20 }),
      },
      {
        what: 'Snapshot of the catalogue',
        on: `everything published, ${readRecords(dataFolders(installation).snapshot)} records`,
        figures: figuresOf({ measured: snapshot, seconds: 30 }),
      },
      {
        what: 'Site build of the catalogue',
        on: `from nothing, ${countFiles({ folder: out, ending: '.html' })} pages`,
        figures: figuresOf({ measured: site, seconds: 60, mebibytes: 3 * 1024 }),
      },
    ]
  },
}

function figuresOf({ measured, seconds, mebibytes }: { measured: Measured; seconds: number; mebibytes?: number }): Figure[] {
  const time: Figure = { value: measured.seconds, unit: 's', target: { atMost: seconds } }
  if (measured.peak === null) return [time]
  const target = mebibytes === undefined ? {} : { target: { atMost: mebibytes } }
  return [time, { value: measured.peak / mebibyte, unit: 'MiB', text: 'at most resident', ...target }]
}

function readRecords(folder: string): number {
  const { files } = snapshotManifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  return files.reduce((sum, { records }) => sum + records, 0)
}
