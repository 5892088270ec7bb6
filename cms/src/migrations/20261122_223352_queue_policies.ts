import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "event_handlers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"handler" varchar NOT NULL,
  	"paused" boolean DEFAULT false NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "queue_actions" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"actor_id" uuid,
  	"action" varchar NOT NULL,
  	"handler" varchar NOT NULL,
  	"details" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "event_failures" ADD COLUMN "lane" varchar;
  ALTER TABLE "queue_actions" ADD CONSTRAINT "queue_actions_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "event_handlers_handler_idx" ON "event_handlers" USING btree ("handler");
  CREATE INDEX "queue_actions_actor_idx" ON "queue_actions" USING btree ("actor_id");
  CREATE INDEX "queue_actions_handler_idx" ON "queue_actions" USING btree ("handler");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "event_handlers" CASCADE;
  DROP TABLE "queue_actions" CASCADE;
  ALTER TABLE "event_failures" DROP COLUMN "lane";`)
}
