import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_test_answers_hidden" AS ENUM('afterSubmit', 'later', 'afterClose');
  ALTER TYPE "public"."enum_test_behaviour" ADD VALUE 'adaptive';
  ALTER TYPE "public"."enum_test_behaviour" ADD VALUE 'adaptive-no-penalty';
  ALTER TYPE "public"."enum_test_behaviour" ADD VALUE 'certainty';
  ALTER TYPE "public"."enum_test_behaviour" ADD VALUE 'certainty-immediate';
  CREATE TABLE "test_answers_hidden" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_test_answers_hidden",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "test_feedback_bands" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"from_percent" numeric DEFAULT 0
  );
  
  CREATE TABLE "test_feedback_bands_locales" (
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "_test_answers_hidden_v" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_test_answers_hidden",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "_test_feedback_bands_v" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"from_percent" numeric DEFAULT 0,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_test_feedback_bands_v_locales" (
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  ALTER TABLE "tests" ALTER COLUMN "settings_tries" DROP DEFAULT;
  ALTER TABLE "_tests_v" ALTER COLUMN "version_settings_tries" DROP DEFAULT;
  ALTER TABLE "attempts" ADD COLUMN "page" numeric;
  ALTER TABLE "attempts" ADD COLUMN "flags" jsonb;
  ALTER TABLE "attempts" ADD COLUMN "behaviour" varchar;
  ALTER TABLE "responses" ADD COLUMN "certainty" numeric;
  ALTER TABLE "edition_tests" ADD COLUMN "kind" varchar;
  ALTER TABLE "edition_tests" ADD COLUMN "overall_feedback" jsonb;
  ALTER TABLE "test_answers_hidden" ADD CONSTRAINT "test_answers_hidden_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tests"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "test_feedback_bands" ADD CONSTRAINT "test_feedback_bands_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."tests"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "test_feedback_bands_locales" ADD CONSTRAINT "test_feedback_bands_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."test_feedback_bands"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_test_answers_hidden_v" ADD CONSTRAINT "_test_answers_hidden_v_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_tests_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_test_feedback_bands_v" ADD CONSTRAINT "_test_feedback_bands_v_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_tests_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_test_feedback_bands_v_locales" ADD CONSTRAINT "_test_feedback_bands_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_test_feedback_bands_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "test_answers_hidden_order_idx" ON "test_answers_hidden" USING btree ("order");
  CREATE INDEX "test_answers_hidden_parent_idx" ON "test_answers_hidden" USING btree ("parent_id");
  CREATE INDEX "test_feedback_bands_order_idx" ON "test_feedback_bands" USING btree ("_order");
  CREATE INDEX "test_feedback_bands_parent_id_idx" ON "test_feedback_bands" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "test_feedback_bands_locales_locale_parent_id_unique" ON "test_feedback_bands_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_test_answers_hidden_v_order_idx" ON "_test_answers_hidden_v" USING btree ("order");
  CREATE INDEX "_test_answers_hidden_v_parent_idx" ON "_test_answers_hidden_v" USING btree ("parent_id");
  CREATE INDEX "_test_feedback_bands_v_order_idx" ON "_test_feedback_bands_v" USING btree ("_order");
  CREATE INDEX "_test_feedback_bands_v_parent_id_idx" ON "_test_feedback_bands_v" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "_test_feedback_bands_v_locales_locale_parent_id_unique" ON "_test_feedback_bands_v_locales" USING btree ("_locale","_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "test_answers_hidden" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "test_feedback_bands" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "test_feedback_bands_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_test_answers_hidden_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_test_feedback_bands_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_test_feedback_bands_v_locales" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "test_answers_hidden" CASCADE;
  DROP TABLE "test_feedback_bands" CASCADE;
  DROP TABLE "test_feedback_bands_locales" CASCADE;
  DROP TABLE "_test_answers_hidden_v" CASCADE;
  DROP TABLE "_test_feedback_bands_v" CASCADE;
  DROP TABLE "_test_feedback_bands_v_locales" CASCADE;
  ALTER TABLE "tests" ALTER COLUMN "settings_behaviour" SET DATA TYPE text;
  ALTER TABLE "tests" ALTER COLUMN "settings_behaviour" SET DEFAULT 'deferred'::text;
  ALTER TABLE "_tests_v" ALTER COLUMN "version_settings_behaviour" SET DATA TYPE text;
  ALTER TABLE "_tests_v" ALTER COLUMN "version_settings_behaviour" SET DEFAULT 'deferred'::text;
  DROP TYPE "public"."enum_test_behaviour";
  CREATE TYPE "public"."enum_test_behaviour" AS ENUM('deferred', 'immediate', 'interactive');
  ALTER TABLE "tests" ALTER COLUMN "settings_behaviour" SET DEFAULT 'deferred'::"public"."enum_test_behaviour";
  ALTER TABLE "tests" ALTER COLUMN "settings_behaviour" SET DATA TYPE "public"."enum_test_behaviour" USING "settings_behaviour"::"public"."enum_test_behaviour";
  ALTER TABLE "_tests_v" ALTER COLUMN "version_settings_behaviour" SET DEFAULT 'deferred'::"public"."enum_test_behaviour";
  ALTER TABLE "_tests_v" ALTER COLUMN "version_settings_behaviour" SET DATA TYPE "public"."enum_test_behaviour" USING "version_settings_behaviour"::"public"."enum_test_behaviour";
  ALTER TABLE "tests" ALTER COLUMN "settings_tries" SET DEFAULT 3;
  ALTER TABLE "_tests_v" ALTER COLUMN "version_settings_tries" SET DEFAULT 3;
  ALTER TABLE "attempts" DROP COLUMN "page";
  ALTER TABLE "attempts" DROP COLUMN "flags";
  ALTER TABLE "attempts" DROP COLUMN "behaviour";
  ALTER TABLE "responses" DROP COLUMN "certainty";
  ALTER TABLE "edition_tests" DROP COLUMN "kind";
  ALTER TABLE "edition_tests" DROP COLUMN "overall_feedback";
  DROP TYPE "public"."enum_test_answers_hidden";`)
}
