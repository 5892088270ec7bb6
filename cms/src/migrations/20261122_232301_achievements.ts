import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "achievement_tiers" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"rule" jsonb NOT NULL
  );
  
  CREATE TABLE "achievements" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"art" varchar DEFAULT 'book' NOT NULL,
  	"secret" boolean DEFAULT false,
  	"revocable" boolean DEFAULT false,
  	"order" numeric DEFAULT 100,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "achievements_locales" (
  	"title" varchar NOT NULL,
  	"description" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "achievement_awards" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"achievement_id" uuid NOT NULL,
  	"tier" numeric NOT NULL,
  	"state" varchar NOT NULL,
  	"place" numeric,
  	"awarded_at" timestamp(3) with time zone NOT NULL,
  	"event" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "achievement_progress" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"achievement_id" uuid NOT NULL,
  	"tier" numeric NOT NULL,
  	"shape" varchar NOT NULL,
  	"state" jsonb NOT NULL,
  	"done" numeric NOT NULL,
  	"of" numeric NOT NULL
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "achievements_id" uuid;
  ALTER TABLE "achievement_tiers" ADD CONSTRAINT "achievement_tiers_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."achievements"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "achievements_locales" ADD CONSTRAINT "achievements_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."achievements"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "achievement_awards" ADD CONSTRAINT "achievement_awards_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "achievement_awards" ADD CONSTRAINT "achievement_awards_achievement_id_achievements_id_fk" FOREIGN KEY ("achievement_id") REFERENCES "public"."achievements"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "achievement_progress" ADD CONSTRAINT "achievement_progress_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "achievement_progress" ADD CONSTRAINT "achievement_progress_achievement_id_achievements_id_fk" FOREIGN KEY ("achievement_id") REFERENCES "public"."achievements"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "achievement_tiers_order_idx" ON "achievement_tiers" USING btree ("_order");
  CREATE INDEX "achievement_tiers_parent_id_idx" ON "achievement_tiers" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "achievements_code_idx" ON "achievements" USING btree ("code");
  CREATE INDEX "achievements_updated_at_idx" ON "achievements" USING btree ("updated_at");
  CREATE INDEX "achievements_created_at_idx" ON "achievements" USING btree ("created_at");
  CREATE UNIQUE INDEX "achievements_locales_locale_parent_id_unique" ON "achievements_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "achievement_awards_achievement_idx" ON "achievement_awards" USING btree ("achievement_id");
  CREATE UNIQUE INDEX "learner_achievement_tier_idx" ON "achievement_awards" USING btree ("learner_id","achievement_id","tier");
  CREATE INDEX "achievement_tier_state_idx" ON "achievement_awards" USING btree ("achievement_id","tier","state");
  CREATE INDEX "achievement_progress_achievement_idx" ON "achievement_progress" USING btree ("achievement_id");
  CREATE UNIQUE INDEX "learner_achievement_tier_1_idx" ON "achievement_progress" USING btree ("learner_id","achievement_id","tier");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_achievements_fk" FOREIGN KEY ("achievements_id") REFERENCES "public"."achievements"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_achievements_id_idx" ON "payload_locked_documents_rels" USING btree ("achievements_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "achievement_tiers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "achievements" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "achievements_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "achievement_awards" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "achievement_progress" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "achievement_tiers" CASCADE;
  DROP TABLE "achievements" CASCADE;
  DROP TABLE "achievements_locales" CASCADE;
  DROP TABLE "achievement_awards" CASCADE;
  DROP TABLE "achievement_progress" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_achievements_fk";
  
  DROP INDEX "payload_locked_documents_rels_achievements_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "achievements_id";`)
}
