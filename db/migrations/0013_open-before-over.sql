DROP INDEX "app"."actions_due";--> statement-breakpoint
DROP INDEX "app"."actions_rag_due";--> statement-breakpoint
DROP INDEX "app"."actions_owner_agency";--> statement-breakpoint
DROP INDEX "app"."actions_owner_person";--> statement-breakpoint
DROP INDEX "app"."actions_to_check";--> statement-breakpoint
DROP INDEX "app"."actions_to_agree";--> statement-breakpoint
DROP INDEX "app"."actions_group";--> statement-breakpoint
ALTER TABLE "app"."actions" ADD COLUMN "is_over" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- What the database derives is no save: neither history nor versions speak of it.
ALTER TABLE "app"."actions" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "app"."actions" SET "is_over" = true WHERE "closed_on" IS NOT NULL OR "checked_on" IS NOT NULL OR "aside" IN ('superseded', 'not_accepted', 'transferred');--> statement-breakpoint
ALTER TABLE "app"."actions" ENABLE TRIGGER USER;--> statement-breakpoint
CREATE INDEX "actions_due" ON "app"."actions" USING btree ("is_over","due_on","reference");--> statement-breakpoint
CREATE INDEX "actions_rag_due" ON "app"."actions" USING btree ("rag_fixed","is_over","due_on","reference");--> statement-breakpoint
CREATE INDEX "actions_owner_agency" ON "app"."actions" USING btree ("owner_agency_id","is_over","due_on","reference");--> statement-breakpoint
CREATE INDEX "actions_owner_person" ON "app"."actions" USING btree ("owner_person_id","is_over","due_on","reference");--> statement-breakpoint
CREATE INDEX "actions_to_check" ON "app"."actions" USING btree ("is_over","due_on","reference") WHERE complete_on is not null and checked_on is null and closed_on is null;--> statement-breakpoint
CREATE INDEX "actions_to_agree" ON "app"."actions" USING btree ("is_over","due_on","reference") WHERE agreed_on is null and aside is null and closed_on is null;--> statement-breakpoint
CREATE INDEX "actions_group" ON "app"."actions" USING btree ("accountable_group_id","is_over","due_on","reference");