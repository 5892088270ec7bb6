import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "attempt_files" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"attempt_id" uuid NOT NULL,
  	"item" varchar NOT NULL,
  	"bytes" numeric NOT NULL,
  	"digest" varchar,
  	"state" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "attempt_files" ADD CONSTRAINT "attempt_files_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "attempt_files" ADD CONSTRAINT "attempt_files_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "attempt_files_learner_idx" ON "attempt_files" USING btree ("learner_id");
  CREATE INDEX "attempt_files_attempt_idx" ON "attempt_files" USING btree ("attempt_id");
  CREATE INDEX "attempt_item_1_idx" ON "attempt_files" USING btree ("attempt_id","item");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "attempt_files" CASCADE;`)
}
