import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   DROP INDEX "events_updated_at_idx";
  DROP INDEX "events_created_at_idx";
  DROP INDEX "event_receipts_updated_at_idx";
  DROP INDEX "event_receipts_created_at_idx";
  DROP INDEX "question_versions_updated_at_idx";
  DROP INDEX "question_versions_created_at_idx";
  DROP INDEX "event_failures_updated_at_idx";
  DROP INDEX "event_failures_created_at_idx";
  DROP INDEX "enrolments_learner_idx";
  DROP INDEX "enrolments_updated_at_idx";
  DROP INDEX "enrolments_created_at_idx";
  DROP INDEX "lesson_progress_learner_idx";
  DROP INDEX "lesson_progress_updated_at_idx";
  DROP INDEX "lesson_progress_created_at_idx";
  DROP INDEX "attempts_learner_idx";
  DROP INDEX "attempts_updated_at_idx";
  DROP INDEX "attempts_created_at_idx";
  DROP INDEX "responses_attempt_idx";
  DROP INDEX "responses_updated_at_idx";
  DROP INDEX "responses_created_at_idx";
  DROP INDEX "access_code_tries_updated_at_idx";
  DROP INDEX "access_code_tries_created_at_idx";
  DROP INDEX "editions_course_idx";
  DROP INDEX "editions_updated_at_idx";
  DROP INDEX "editions_created_at_idx";
  DROP INDEX "edition_tests_updated_at_idx";
  DROP INDEX "edition_tests_created_at_idx";
  DROP INDEX "lesson_contents_updated_at_idx";
  DROP INDEX "lesson_contents_created_at_idx";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   CREATE INDEX "events_updated_at_idx" ON "events" USING btree ("updated_at");
  CREATE INDEX "events_created_at_idx" ON "events" USING btree ("created_at");
  CREATE INDEX "event_receipts_updated_at_idx" ON "event_receipts" USING btree ("updated_at");
  CREATE INDEX "event_receipts_created_at_idx" ON "event_receipts" USING btree ("created_at");
  CREATE INDEX "question_versions_updated_at_idx" ON "question_versions" USING btree ("updated_at");
  CREATE INDEX "question_versions_created_at_idx" ON "question_versions" USING btree ("created_at");
  CREATE INDEX "event_failures_updated_at_idx" ON "event_failures" USING btree ("updated_at");
  CREATE INDEX "event_failures_created_at_idx" ON "event_failures" USING btree ("created_at");
  CREATE INDEX "enrolments_learner_idx" ON "enrolments" USING btree ("learner_id");
  CREATE INDEX "enrolments_updated_at_idx" ON "enrolments" USING btree ("updated_at");
  CREATE INDEX "enrolments_created_at_idx" ON "enrolments" USING btree ("created_at");
  CREATE INDEX "lesson_progress_learner_idx" ON "lesson_progress" USING btree ("learner_id");
  CREATE INDEX "lesson_progress_updated_at_idx" ON "lesson_progress" USING btree ("updated_at");
  CREATE INDEX "lesson_progress_created_at_idx" ON "lesson_progress" USING btree ("created_at");
  CREATE INDEX "attempts_learner_idx" ON "attempts" USING btree ("learner_id");
  CREATE INDEX "attempts_updated_at_idx" ON "attempts" USING btree ("updated_at");
  CREATE INDEX "attempts_created_at_idx" ON "attempts" USING btree ("created_at");
  CREATE INDEX "responses_attempt_idx" ON "responses" USING btree ("attempt_id");
  CREATE INDEX "responses_updated_at_idx" ON "responses" USING btree ("updated_at");
  CREATE INDEX "responses_created_at_idx" ON "responses" USING btree ("created_at");
  CREATE INDEX "access_code_tries_updated_at_idx" ON "access_code_tries" USING btree ("updated_at");
  CREATE INDEX "access_code_tries_created_at_idx" ON "access_code_tries" USING btree ("created_at");
  CREATE INDEX "editions_course_idx" ON "editions" USING btree ("course_id");
  CREATE INDEX "editions_updated_at_idx" ON "editions" USING btree ("updated_at");
  CREATE INDEX "editions_created_at_idx" ON "editions" USING btree ("created_at");
  CREATE INDEX "edition_tests_updated_at_idx" ON "edition_tests" USING btree ("updated_at");
  CREATE INDEX "edition_tests_created_at_idx" ON "edition_tests" USING btree ("created_at");
  CREATE INDEX "lesson_contents_updated_at_idx" ON "lesson_contents" USING btree ("updated_at");
  CREATE INDEX "lesson_contents_created_at_idx" ON "lesson_contents" USING btree ("created_at");`)
}
