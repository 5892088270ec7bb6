import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "question_categories" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" uuid,
  	"course_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "question_categories_locales" (
  	"title" varchar NOT NULL,
  	"path" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "question_usage" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"question" varchar NOT NULL,
  	"version" varchar NOT NULL,
  	"attempts" numeric NOT NULL,
  	"marked" numeric NOT NULL,
  	"fraction_sum" numeric NOT NULL,
  	"stale" boolean DEFAULT false NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "question_edits" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"by_id" uuid,
  	"state" varchar NOT NULL,
  	"changes" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "question_edit_rows" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"edit" varchar NOT NULL,
  	"question" varchar NOT NULL,
  	"outcome" varchar NOT NULL,
  	"reason" varchar,
  	"before" jsonb,
  	"after" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "question_fingerprints" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"question" varchar NOT NULL,
  	"language" varchar NOT NULL,
  	"digest" varchar NOT NULL,
  	"words" varchar NOT NULL,
  	"keys" jsonb NOT NULL,
  	"as_of" timestamp(3) with time zone NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "question_pairs" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"first" varchar NOT NULL,
  	"second" varchar NOT NULL,
  	"similarity" numeric NOT NULL,
  	"state" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "questions" ADD COLUMN "retired" boolean DEFAULT false;
  ALTER TABLE "questions" ADD COLUMN "category_id" uuid;
  ALTER TABLE "questions" ADD COLUMN "used_in_tests" numeric DEFAULT 0;
  ALTER TABLE "questions" ADD COLUMN "attempts" numeric DEFAULT 0;
  ALTER TABLE "questions" ADD COLUMN "facility" numeric;
  ALTER TABLE "_questions_v" ADD COLUMN "version_retired" boolean DEFAULT false;
  ALTER TABLE "_questions_v" ADD COLUMN "version_category_id" uuid;
  ALTER TABLE "_questions_v" ADD COLUMN "version_used_in_tests" numeric DEFAULT 0;
  ALTER TABLE "_questions_v" ADD COLUMN "version_attempts" numeric DEFAULT 0;
  ALTER TABLE "_questions_v" ADD COLUMN "version_facility" numeric;
  ALTER TABLE "question_categories" ADD CONSTRAINT "question_categories_parent_id_question_categories_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."question_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "question_categories" ADD CONSTRAINT "question_categories_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "question_categories_locales" ADD CONSTRAINT "question_categories_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."question_categories"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "question_edits" ADD CONSTRAINT "question_edits_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "question_categories_parent_idx" ON "question_categories" USING btree ("parent_id");
  CREATE INDEX "question_categories_course_idx" ON "question_categories" USING btree ("course_id");
  CREATE INDEX "question_categories_updated_at_idx" ON "question_categories" USING btree ("updated_at");
  CREATE INDEX "question_categories_created_at_idx" ON "question_categories" USING btree ("created_at");
  CREATE UNIQUE INDEX "question_categories_locales_locale_parent_id_unique" ON "question_categories_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "question_usage_stale_idx" ON "question_usage" USING btree ("stale");
  CREATE UNIQUE INDEX "question_version_idx" ON "question_usage" USING btree ("question","version");
  CREATE INDEX "question_edits_by_idx" ON "question_edits" USING btree ("by_id");
  CREATE UNIQUE INDEX "edit_question_idx" ON "question_edit_rows" USING btree ("edit","question");
  CREATE INDEX "edit_outcome_idx" ON "question_edit_rows" USING btree ("edit","outcome");
  CREATE INDEX "question_fingerprints_digest_idx" ON "question_fingerprints" USING btree ("digest");
  CREATE UNIQUE INDEX "question_language_idx" ON "question_fingerprints" USING btree ("question","language");
  CREATE INDEX "question_fingerprints_keys" ON "question_fingerprints" USING gin ("keys");
  CREATE INDEX "question_pairs_second_idx" ON "question_pairs" USING btree ("second");
  CREATE INDEX "question_pairs_similarity_idx" ON "question_pairs" USING btree ("similarity");
  CREATE UNIQUE INDEX "first_second_idx" ON "question_pairs" USING btree ("first","second");
  ALTER TABLE "questions" ADD CONSTRAINT "questions_category_id_question_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."question_categories"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_questions_v" ADD CONSTRAINT "_questions_v_version_category_id_question_categories_id_fk" FOREIGN KEY ("version_category_id") REFERENCES "public"."question_categories"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "tests_items_within" ON "tests" USING gin ("items" jsonb_path_ops);
  CREATE INDEX "questions_retired_idx" ON "questions" USING btree ("retired");
  CREATE INDEX "questions_category_idx" ON "questions" USING btree ("category_id");
  CREATE INDEX "questions_used_in_tests_idx" ON "questions" USING btree ("used_in_tests");
  CREATE INDEX "questions_attempts_idx" ON "questions" USING btree ("attempts");
  CREATE INDEX "questions_facility_idx" ON "questions" USING btree ("facility");
  CREATE INDEX "questions_name_words" ON "questions" USING gin ("name" gin_trgm_ops);
  CREATE INDEX "questions_text_words" ON "questions" USING gin ("text" gin_trgm_ops);
  CREATE INDEX "questions_texts_text_idx" ON "questions_texts" USING btree ("text");
  CREATE INDEX "_questions_v_version_version_retired_idx" ON "_questions_v" USING btree ("version_retired");
  CREATE INDEX "_questions_v_version_version_category_idx" ON "_questions_v" USING btree ("version_category_id");
  CREATE INDEX "_questions_v_version_version_used_in_tests_idx" ON "_questions_v" USING btree ("version_used_in_tests");
  CREATE INDEX "_questions_v_version_version_attempts_idx" ON "_questions_v" USING btree ("version_attempts");
  CREATE INDEX "_questions_v_version_version_facility_idx" ON "_questions_v" USING btree ("version_facility");
  CREATE INDEX "questions_v_name_words" ON "_questions_v" USING gin ("version_name" gin_trgm_ops) WHERE "latest";
  CREATE INDEX "questions_v_text_words" ON "_questions_v" USING gin ("version_text" gin_trgm_ops) WHERE "latest";
  CREATE INDEX "questions_v_latest_parent" ON "_questions_v" USING btree ("parent_id") WHERE "latest";
  CREATE INDEX "questions_v_texts_text" ON "_questions_v_texts" USING btree ("text");
  CREATE INDEX "edition_tests_items_within" ON "edition_tests" USING gin ("items" jsonb_path_ops);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "question_categories" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "question_categories_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "question_usage" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "question_edits" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "question_edit_rows" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "question_fingerprints" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "question_pairs" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "question_categories" CASCADE;
  DROP TABLE "question_categories_locales" CASCADE;
  DROP TABLE "question_usage" CASCADE;
  DROP TABLE "question_edits" CASCADE;
  DROP TABLE "question_edit_rows" CASCADE;
  DROP TABLE "question_fingerprints" CASCADE;
  DROP TABLE "question_pairs" CASCADE;
  ALTER TABLE "questions" DROP CONSTRAINT "questions_category_id_question_categories_id_fk";
  
  ALTER TABLE "_questions_v" DROP CONSTRAINT "_questions_v_version_category_id_question_categories_id_fk";
  
  DROP INDEX "tests_items_within";
  DROP INDEX "questions_retired_idx";
  DROP INDEX "questions_category_idx";
  DROP INDEX "questions_used_in_tests_idx";
  DROP INDEX "questions_attempts_idx";
  DROP INDEX "questions_facility_idx";
  DROP INDEX "questions_name_words";
  DROP INDEX "questions_text_words";
  DROP INDEX "questions_texts_text_idx";
  DROP INDEX "_questions_v_version_version_retired_idx";
  DROP INDEX "_questions_v_version_version_category_idx";
  DROP INDEX "_questions_v_version_version_used_in_tests_idx";
  DROP INDEX "_questions_v_version_version_attempts_idx";
  DROP INDEX "_questions_v_version_version_facility_idx";
  DROP INDEX "questions_v_name_words";
  DROP INDEX "questions_v_text_words";
  DROP INDEX "questions_v_latest_parent";
  DROP INDEX "questions_v_texts_text";
  DROP INDEX "edition_tests_items_within";
  ALTER TABLE "questions" DROP COLUMN "retired";
  ALTER TABLE "questions" DROP COLUMN "category_id";
  ALTER TABLE "questions" DROP COLUMN "used_in_tests";
  ALTER TABLE "questions" DROP COLUMN "attempts";
  ALTER TABLE "questions" DROP COLUMN "facility";
  ALTER TABLE "_questions_v" DROP COLUMN "version_retired";
  ALTER TABLE "_questions_v" DROP COLUMN "version_category_id";
  ALTER TABLE "_questions_v" DROP COLUMN "version_used_in_tests";
  ALTER TABLE "_questions_v" DROP COLUMN "version_attempts";
  ALTER TABLE "_questions_v" DROP COLUMN "version_facility";`)
}
