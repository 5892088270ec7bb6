import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "xp_board_members" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"shown_as" varchar NOT NULL,
  	"league" numeric DEFAULT 1 NOT NULL,
  	"joined_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "xp_scores" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"board" varchar NOT NULL,
  	"points" numeric NOT NULL
  );
  
  CREATE TABLE "xp_league_places" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"week" varchar NOT NULL,
  	"league" numeric NOT NULL,
  	"team" numeric NOT NULL,
  	"points" numeric NOT NULL,
  	"state" varchar DEFAULT 'open' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "xp_settings" ADD COLUMN "boards" boolean DEFAULT false;
  ALTER TABLE "xp_settings" ADD COLUMN "league_size" numeric DEFAULT 30 NOT NULL;
  ALTER TABLE "xp_settings" ADD COLUMN "league_promote" numeric DEFAULT 7 NOT NULL;
  ALTER TABLE "xp_settings" ADD COLUMN "league_demote" numeric DEFAULT 7 NOT NULL;
  ALTER TABLE "xp_settings" ADD COLUMN "league_zone" varchar DEFAULT 'UTC' NOT NULL;
  ALTER TABLE "xp_board_members" ADD CONSTRAINT "xp_board_members_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "xp_scores" ADD CONSTRAINT "xp_scores_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "xp_league_places" ADD CONSTRAINT "xp_league_places_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "xp_board_members_learner_idx" ON "xp_board_members" USING btree ("learner_id");
  CREATE UNIQUE INDEX "learner_board_idx" ON "xp_scores" USING btree ("learner_id","board");
  CREATE INDEX "board_points_learner_idx" ON "xp_scores" USING btree ("board","points","learner_id");
  CREATE UNIQUE INDEX "learner_week_idx" ON "xp_league_places" USING btree ("learner_id","week");
  CREATE INDEX "week_league_team_idx" ON "xp_league_places" USING btree ("week","league","team");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "xp_board_members" CASCADE;
  DROP TABLE "xp_scores" CASCADE;
  DROP TABLE "xp_league_places" CASCADE;
  ALTER TABLE "xp_settings" DROP COLUMN "boards";
  ALTER TABLE "xp_settings" DROP COLUMN "league_size";
  ALTER TABLE "xp_settings" DROP COLUMN "league_promote";
  ALTER TABLE "xp_settings" DROP COLUMN "league_demote";
  ALTER TABLE "xp_settings" DROP COLUMN "league_zone";`)
}
