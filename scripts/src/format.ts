import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventFamilies } from '@lectern/content-schemas'
import { rootFolder } from './env.ts'
import { eventsPagePath, toEventsPage } from './eventsPage/toEventsPage.ts'

/** Formats the project, or the files named, applies the safe fixes of the linter, and writes the generated page of events. */
const paths = process.argv.slice(2)
writeFileSync(join(rootFolder, eventsPagePath), toEventsPage({ families: eventFamilies }))
const { status } = spawnSync(
  process.execPath,
  [
    join(rootFolder, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'),
    'check',
    '--write',
    ...(paths.length > 0 ? paths : ['.']),
  ],
  { cwd: rootFolder, stdio: 'inherit' },
)
process.exit(status ?? 1)
