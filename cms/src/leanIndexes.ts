import { nobody } from '@lectern/kernel'
import type { PostgresAdapter } from '@payloadcms/db-postgres'

type SchemaHook = NonNullable<PostgresAdapter['beforeSchemaInit']>[number]

/**
 * Takes the indexes away that only cost writes, from the tables that operations alone write. Learners write them all the
 * time, and an index on `updated_at` makes PostgreSQL renew every index of a row with each change of it.
 *
 * Goes: indexes on `created_at` and `updated_at` (ids are in the order of time: list by `id`), and those on a column with
 * which a unique index of several columns begins.
 */
export const leanIndexes: SchemaHook = ({ adapter, schema }) => {
  const { rawTables, payload, tableNameMap } = adapter
  const written = payload.config.collections.filter(({ access }) => access.create === nobody)
  for (const { slug } of written) {
    const table = rawTables[tableNameMap.get(slug.replaceAll('-', '_')) ?? slug.replaceAll('-', '_')]
    const indexes = Object.entries(table?.indexes ?? {})
    const led = indexes.flatMap(([, { on, unique }]) => (unique && Array.isArray(on) ? on.slice(0, 1) : []))
    for (const [name, { on, unique }] of indexes) {
      const [column, ...more] = [on].flat()
      const isSpare = column === 'createdAt' || column === 'updatedAt' || led.includes(column ?? '')
      if (!unique && more.length === 0 && isSpare) delete table?.indexes?.[name]
    }
  }
  return schema
}
