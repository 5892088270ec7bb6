import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."_locales" ADD VALUE 'ar';
  ALTER TYPE "public"."enum__courses_v_published_locale" ADD VALUE 'ar';
  ALTER TYPE "public"."enum__modules_v_published_locale" ADD VALUE 'ar';
  ALTER TYPE "public"."enum__lessons_v_published_locale" ADD VALUE 'ar';
  ALTER TYPE "public"."enum__materials_v_published_locale" ADD VALUE 'ar';
  ALTER TYPE "public"."enum__tests_v_published_locale" ADD VALUE 'ar';
  ALTER TYPE "public"."enum__questions_v_published_locale" ADD VALUE 'ar';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "courses_locales" ALTER COLUMN "_locale" SET DATA TYPE text;
  ALTER TABLE "_courses_v_locales" ALTER COLUMN "_locale" SET DATA TYPE text;
  ALTER TABLE "modules_locales" ALTER COLUMN "_locale" SET DATA TYPE text;
  ALTER TABLE "_modules_v_locales" ALTER COLUMN "_locale" SET DATA TYPE text;
  ALTER TABLE "lessons_locales" ALTER COLUMN "_locale" SET DATA TYPE text;
  ALTER TABLE "_lessons_v_locales" ALTER COLUMN "_locale" SET DATA TYPE text;
  ALTER TABLE "materials_locales" ALTER COLUMN "_locale" SET DATA TYPE text;
  ALTER TABLE "_materials_v_locales" ALTER COLUMN "_locale" SET DATA TYPE text;
  ALTER TABLE "tests_locales" ALTER COLUMN "_locale" SET DATA TYPE text;
  ALTER TABLE "_tests_v_locales" ALTER COLUMN "_locale" SET DATA TYPE text;
  ALTER TABLE "media_locales" ALTER COLUMN "_locale" SET DATA TYPE text;
  ALTER TABLE "categories_locales" ALTER COLUMN "_locale" SET DATA TYPE text;
  DROP TYPE "public"."_locales";
  CREATE TYPE "public"."_locales" AS ENUM('en', 'ru');
  ALTER TABLE "courses_locales" ALTER COLUMN "_locale" SET DATA TYPE "public"."_locales" USING "_locale"::"public"."_locales";
  ALTER TABLE "_courses_v_locales" ALTER COLUMN "_locale" SET DATA TYPE "public"."_locales" USING "_locale"::"public"."_locales";
  ALTER TABLE "modules_locales" ALTER COLUMN "_locale" SET DATA TYPE "public"."_locales" USING "_locale"::"public"."_locales";
  ALTER TABLE "_modules_v_locales" ALTER COLUMN "_locale" SET DATA TYPE "public"."_locales" USING "_locale"::"public"."_locales";
  ALTER TABLE "lessons_locales" ALTER COLUMN "_locale" SET DATA TYPE "public"."_locales" USING "_locale"::"public"."_locales";
  ALTER TABLE "_lessons_v_locales" ALTER COLUMN "_locale" SET DATA TYPE "public"."_locales" USING "_locale"::"public"."_locales";
  ALTER TABLE "materials_locales" ALTER COLUMN "_locale" SET DATA TYPE "public"."_locales" USING "_locale"::"public"."_locales";
  ALTER TABLE "_materials_v_locales" ALTER COLUMN "_locale" SET DATA TYPE "public"."_locales" USING "_locale"::"public"."_locales";
  ALTER TABLE "tests_locales" ALTER COLUMN "_locale" SET DATA TYPE "public"."_locales" USING "_locale"::"public"."_locales";
  ALTER TABLE "_tests_v_locales" ALTER COLUMN "_locale" SET DATA TYPE "public"."_locales" USING "_locale"::"public"."_locales";
  ALTER TABLE "media_locales" ALTER COLUMN "_locale" SET DATA TYPE "public"."_locales" USING "_locale"::"public"."_locales";
  ALTER TABLE "categories_locales" ALTER COLUMN "_locale" SET DATA TYPE "public"."_locales" USING "_locale"::"public"."_locales";
  ALTER TABLE "_courses_v" ALTER COLUMN "published_locale" SET DATA TYPE text;
  DROP TYPE "public"."enum__courses_v_published_locale";
  CREATE TYPE "public"."enum__courses_v_published_locale" AS ENUM('en', 'ru');
  ALTER TABLE "_courses_v" ALTER COLUMN "published_locale" SET DATA TYPE "public"."enum__courses_v_published_locale" USING "published_locale"::"public"."enum__courses_v_published_locale";
  ALTER TABLE "_modules_v" ALTER COLUMN "published_locale" SET DATA TYPE text;
  DROP TYPE "public"."enum__modules_v_published_locale";
  CREATE TYPE "public"."enum__modules_v_published_locale" AS ENUM('en', 'ru');
  ALTER TABLE "_modules_v" ALTER COLUMN "published_locale" SET DATA TYPE "public"."enum__modules_v_published_locale" USING "published_locale"::"public"."enum__modules_v_published_locale";
  ALTER TABLE "_lessons_v" ALTER COLUMN "published_locale" SET DATA TYPE text;
  DROP TYPE "public"."enum__lessons_v_published_locale";
  CREATE TYPE "public"."enum__lessons_v_published_locale" AS ENUM('en', 'ru');
  ALTER TABLE "_lessons_v" ALTER COLUMN "published_locale" SET DATA TYPE "public"."enum__lessons_v_published_locale" USING "published_locale"::"public"."enum__lessons_v_published_locale";
  ALTER TABLE "_materials_v" ALTER COLUMN "published_locale" SET DATA TYPE text;
  DROP TYPE "public"."enum__materials_v_published_locale";
  CREATE TYPE "public"."enum__materials_v_published_locale" AS ENUM('en', 'ru');
  ALTER TABLE "_materials_v" ALTER COLUMN "published_locale" SET DATA TYPE "public"."enum__materials_v_published_locale" USING "published_locale"::"public"."enum__materials_v_published_locale";
  ALTER TABLE "_tests_v" ALTER COLUMN "published_locale" SET DATA TYPE text;
  DROP TYPE "public"."enum__tests_v_published_locale";
  CREATE TYPE "public"."enum__tests_v_published_locale" AS ENUM('en', 'ru');
  ALTER TABLE "_tests_v" ALTER COLUMN "published_locale" SET DATA TYPE "public"."enum__tests_v_published_locale" USING "published_locale"::"public"."enum__tests_v_published_locale";
  ALTER TABLE "_questions_v" ALTER COLUMN "published_locale" SET DATA TYPE text;
  DROP TYPE "public"."enum__questions_v_published_locale";
  CREATE TYPE "public"."enum__questions_v_published_locale" AS ENUM('en', 'ru');
  ALTER TABLE "_questions_v" ALTER COLUMN "published_locale" SET DATA TYPE "public"."enum__questions_v_published_locale" USING "published_locale"::"public"."enum__questions_v_published_locale";`)
}
