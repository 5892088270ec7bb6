import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "notification_contents" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"kind" varchar NOT NULL,
  	"fact" varchar NOT NULL,
  	"data" jsonb NOT NULL,
  	"group_key" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notifications" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"kind" varchar NOT NULL,
  	"fact" varchar NOT NULL,
  	"content_id" uuid NOT NULL,
  	"in_app" boolean DEFAULT false NOT NULL,
  	"read_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notification_deliveries" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"notification_id" uuid NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"channel" varchar NOT NULL,
  	"mode" varchar NOT NULL,
  	"state" varchar NOT NULL,
  	"due_at" timestamp(3) with time zone NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"error" varchar,
  	"sent_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notification_preferences" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"kind" varchar NOT NULL,
  	"channel" varchar NOT NULL,
  	"mode" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notification_settings" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"quiet_from" numeric,
  	"quiet_to" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notification_channel_states" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"learner_id" uuid NOT NULL,
  	"channel" varchar NOT NULL,
  	"address" varchar NOT NULL,
  	"reason" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "announcements" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"course_id" uuid,
  	"scheduled_at" timestamp(3) with time zone,
  	"state" varchar DEFAULT 'draft' NOT NULL,
  	"sent_at" timestamp(3) with time zone,
  	"recipients" numeric,
  	"author_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "announcements_locales" (
  	"title" varchar NOT NULL,
  	"body" varchar NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_content_id_notification_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."notification_contents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notification_deliveries" ADD CONSTRAINT "notification_deliveries_notification_id_notifications_id_fk" FOREIGN KEY ("notification_id") REFERENCES "public"."notifications"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notification_deliveries" ADD CONSTRAINT "notification_deliveries_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notification_preferences" ADD CONSTRAINT "notification_preferences_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notification_channel_states" ADD CONSTRAINT "notification_channel_states_learner_id_users_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "announcements" ADD CONSTRAINT "announcements_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "announcements" ADD CONSTRAINT "announcements_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "announcements_locales" ADD CONSTRAINT "announcements_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."announcements"("id") ON DELETE cascade ON UPDATE no action;
  CREATE UNIQUE INDEX "kind_fact_idx" ON "notification_contents" USING btree ("kind","fact");
  CREATE INDEX "notifications_content_idx" ON "notifications" USING btree ("content_id");
  CREATE UNIQUE INDEX "learner_kind_fact_idx" ON "notifications" USING btree ("learner_id","kind","fact");
  CREATE INDEX "learner_inApp_readAt_idx" ON "notifications" USING btree ("learner_id","in_app","read_at");
  CREATE INDEX "notification_deliveries_learner_idx" ON "notification_deliveries" USING btree ("learner_id");
  CREATE UNIQUE INDEX "notification_channel_idx" ON "notification_deliveries" USING btree ("notification_id","channel");
  CREATE INDEX "state_channel_dueAt_idx" ON "notification_deliveries" USING btree ("state","channel","due_at");
  CREATE UNIQUE INDEX "learner_kind_channel_idx" ON "notification_preferences" USING btree ("learner_id","kind","channel");
  CREATE UNIQUE INDEX "notification_settings_learner_idx" ON "notification_settings" USING btree ("learner_id");
  CREATE UNIQUE INDEX "learner_channel_idx" ON "notification_channel_states" USING btree ("learner_id","channel");
  CREATE INDEX "announcements_course_idx" ON "announcements" USING btree ("course_id");
  CREATE INDEX "announcements_state_idx" ON "announcements" USING btree ("state");
  CREATE INDEX "announcements_author_idx" ON "announcements" USING btree ("author_id");
  CREATE INDEX "announcements_updated_at_idx" ON "announcements" USING btree ("updated_at");
  CREATE INDEX "announcements_created_at_idx" ON "announcements" USING btree ("created_at");
  CREATE UNIQUE INDEX "announcements_locales_locale_parent_id_unique" ON "announcements_locales" USING btree ("_locale","_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "notification_contents" CASCADE;
  DROP TABLE "notifications" CASCADE;
  DROP TABLE "notification_deliveries" CASCADE;
  DROP TABLE "notification_preferences" CASCADE;
  DROP TABLE "notification_settings" CASCADE;
  DROP TABLE "notification_channel_states" CASCADE;
  DROP TABLE "announcements" CASCADE;
  DROP TABLE "announcements_locales" CASCADE;`)
}
