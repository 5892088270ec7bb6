import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "xp_rules" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"rule" jsonb NOT NULL,
  	"active" boolean DEFAULT true,
  	"version" numeric DEFAULT 0,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "xp_rules_locales" (
  	"name" varchar NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "xp_rule_versions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"rule" varchar NOT NULL,
  	"version" numeric NOT NULL,
  	"code" varchar NOT NULL,
  	"args" jsonb NOT NULL,
  	"active" boolean DEFAULT false NOT NULL,
  	"effective_from" timestamp(3) with time zone NOT NULL,
  	"user" varchar
  );
  
  CREATE TABLE "xp_ledger" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"seq" numeric NOT NULL,
  	"rule" varchar NOT NULL,
  	"version" numeric NOT NULL,
  	"code" varchar NOT NULL,
  	"source" varchar NOT NULL,
  	"event" varchar NOT NULL,
  	"course" varchar,
  	"base" numeric NOT NULL,
  	"points" numeric NOT NULL,
  	"steps" jsonb,
  	"day" varchar NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"reverses" varchar
  );
  
  CREATE TABLE "xp_totals" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"total" numeric DEFAULT 0 NOT NULL,
  	"entries" numeric DEFAULT 0 NOT NULL,
  	"level" numeric DEFAULT 1 NOT NULL,
  	"streak_days" numeric DEFAULT 0 NOT NULL,
  	"longest_streak" numeric DEFAULT 0 NOT NULL,
  	"freezes" numeric DEFAULT 0 NOT NULL,
  	"last_day" varchar,
  	"last_at" timestamp(3) with time zone,
  	"last_zone" varchar
  );
  
  CREATE TABLE "xp_days" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"day" varchar NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"time_zone" varchar NOT NULL,
  	"event" varchar NOT NULL
  );
  
  CREATE TABLE "xp_levels" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"level" numeric NOT NULL,
  	"points" numeric
  );
  
  CREATE TABLE "xp_levels_locales" (
  	"name" varchar,
  	"reward" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "xp_settings" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"base" numeric DEFAULT 100 NOT NULL,
  	"exponent" numeric DEFAULT 1.5 NOT NULL,
  	"highest" numeric DEFAULT 50 NOT NULL,
  	"freeze_every" numeric DEFAULT 7 NOT NULL,
  	"freezes_most" numeric DEFAULT 2 NOT NULL,
  	"leaderboards" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "users" ADD COLUMN "time_zone" varchar DEFAULT 'UTC' NOT NULL;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "xp_rules_id" uuid;
  ALTER TABLE "xp_rules_locales" ADD CONSTRAINT "xp_rules_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."xp_rules"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "xp_ledger" ADD CONSTRAINT "xp_ledger_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "xp_totals" ADD CONSTRAINT "xp_totals_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "xp_days" ADD CONSTRAINT "xp_days_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "xp_levels" ADD CONSTRAINT "xp_levels_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."xp_settings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "xp_levels_locales" ADD CONSTRAINT "xp_levels_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."xp_levels"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "xp_rules_updated_at_idx" ON "xp_rules" USING btree ("updated_at");
  CREATE INDEX "xp_rules_created_at_idx" ON "xp_rules" USING btree ("created_at");
  CREATE UNIQUE INDEX "xp_rules_locales_locale_parent_id_unique" ON "xp_rules_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "rule_version_idx" ON "xp_rule_versions" USING btree ("rule","version");
  CREATE UNIQUE INDEX "learner_rule_source_idx" ON "xp_ledger" USING btree ("learner_id","rule","source");
  CREATE UNIQUE INDEX "learner_seq_idx" ON "xp_ledger" USING btree ("learner_id","seq");
  CREATE INDEX "learner_day_idx" ON "xp_ledger" USING btree ("learner_id","day");
  CREATE UNIQUE INDEX "xp_totals_learner_idx" ON "xp_totals" USING btree ("learner_id");
  CREATE UNIQUE INDEX "learner_day_1_idx" ON "xp_days" USING btree ("learner_id","day");
  CREATE INDEX "xp_levels_order_idx" ON "xp_levels" USING btree ("_order");
  CREATE INDEX "xp_levels_parent_id_idx" ON "xp_levels" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "xp_levels_locales_locale_parent_id_unique" ON "xp_levels_locales" USING btree ("_locale","_parent_id");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_xp_rules_fk" FOREIGN KEY ("xp_rules_id") REFERENCES "public"."xp_rules"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_xp_rules_id_idx" ON "payload_locked_documents_rels" USING btree ("xp_rules_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "xp_rules" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "xp_rules_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "xp_rule_versions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "xp_ledger" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "xp_totals" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "xp_days" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "xp_levels" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "xp_levels_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "xp_settings" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "xp_rules" CASCADE;
  DROP TABLE "xp_rules_locales" CASCADE;
  DROP TABLE "xp_rule_versions" CASCADE;
  DROP TABLE "xp_ledger" CASCADE;
  DROP TABLE "xp_totals" CASCADE;
  DROP TABLE "xp_days" CASCADE;
  DROP TABLE "xp_levels" CASCADE;
  DROP TABLE "xp_levels_locales" CASCADE;
  DROP TABLE "xp_settings" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_xp_rules_fk";
  
  DROP INDEX "payload_locked_documents_rels_xp_rules_id_idx";
  ALTER TABLE "users" DROP COLUMN "time_zone";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "xp_rules_id";`)
}
