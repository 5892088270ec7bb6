import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_test_kind" AS ENUM('graded', 'practice');
  ALTER TABLE "tests" ADD COLUMN "settings_kind" "enum_test_kind" DEFAULT 'graded';
  ALTER TABLE "_tests_v" ADD COLUMN "version_settings_kind" "enum_test_kind" DEFAULT 'graded';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "tests" DROP COLUMN "settings_kind";
  ALTER TABLE "_tests_v" DROP COLUMN "version_settings_kind";
  DROP TYPE "public"."enum_test_kind";`)
}
