import type { PostgresAdapterArgs } from '@payloadcms/db-postgres'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { type ExtraConfigColumn, index } from '@payloadcms/db-postgres/drizzle/pg-core'

/** Extensions of PostgreSQL that `bankIndexes` needs. `pg_trgm` comes with PostgreSQL, and an owner of a database may create it. */
export const databaseExtensions = ['pg_trgm']

type SchemaHook = NonNullable<PostgresAdapterArgs['afterSchemaInit']>[number]

/**
 * Indexes that no field can state: words anywhere in the name or the text of a question (trigrams; the list of the admin
 * reads the newest versions, other readers the questions), the questions that share a key with a text, and the tests that
 * name a question.
 */
export const bankIndexes: SchemaHook = ({ schema, extendTable }) => {
  const table = (name: string) => {
    const found = schema.tables[name]
    if (!found) throw new Error(`The schema has no table ${name}.`)
    return found
  }
  extendTable({
    table: table('questions'),
    extraConfig: (columns) => ({
      bankName: trigrams('questions_name_words', columns.name),
      bankText: trigrams('questions_text_words', columns.text),
    }),
  })
  extendTable({
    table: table('_questions_v'),
    extraConfig: (columns) => ({
      bankName: trigrams('questions_v_name_words', columns.version_name).where(sql`"latest"`),
      bankText: trigrams('questions_v_text_words', columns.version_text).where(sql`"latest"`),
      bankParent: index('questions_v_latest_parent').on(columns.parent).where(sql`"latest"`),
    }),
  })
  extendTable({
    table: table('_questions_v_texts'),
    extraConfig: (columns) => ({ bankTags: index('questions_v_texts_text').on(columns.text) }),
  })
  extendTable({
    table: table('question_fingerprints'),
    extraConfig: (columns) => ({ bankKeys: index('question_fingerprints_keys').using('gin', columns.keys) }),
  })
  for (const name of ['tests', 'edition_tests']) {
    extendTable({
      table: table(name),
      extraConfig: (columns) => ({ bankItems: index(`${name}_items_within`).using('gin', columns.items.op('jsonb_path_ops')) }),
    })
  }
  return schema
}

function trigrams(name: string, column: ExtraConfigColumn) {
  return index(name).using('gin', column.op('gin_trgm_ops'))
}
