CREATE TABLE "app"."action_words" (
	"action_id" uuid PRIMARY KEY NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
-- Derived rows: made anew below from what they are derived from.
DELETE FROM "app"."action_scopes";--> statement-breakpoint
ALTER TABLE "app"."action_scopes" DROP CONSTRAINT "action_scopes_action_id_actions_id_fk";--> statement-breakpoint
DROP INDEX "app"."action_scopes_action";--> statement-breakpoint
DROP INDEX "app"."action_scopes_person";--> statement-breakpoint
DROP INDEX "app"."action_scopes_agency";--> statement-breakpoint
DROP INDEX "app"."action_scopes_group";--> statement-breakpoint
ALTER TABLE "app"."action_scopes" DROP COLUMN "action_id";--> statement-breakpoint
ALTER TABLE "app"."action_scopes" DROP COLUMN "person_id";--> statement-breakpoint
ALTER TABLE "app"."action_scopes" DROP COLUMN "agency_id";--> statement-breakpoint
ALTER TABLE "app"."action_scopes" DROP COLUMN "group_id";--> statement-breakpoint
ALTER TABLE "app"."action_scopes" ADD COLUMN "opened_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."action_scopes" ADD COLUMN "key" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."action_scopes" ADD COLUMN "by_action_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD COLUMN "party_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
-- What the database derives is no save: neither history nor versions speak of it.
ALTER TABLE "app"."actions" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "app"."actions" a SET "party_ids" = ARRAY(
	SELECT p.id FROM (VALUES (a."owner_person_id"), (a."owner_agency_id"), (a."accountable_group_id")) p (id) WHERE p.id IS NOT NULL
	UNION SELECT x."agency_id" FROM "app"."action_agencies" x WHERE x."action_id" = a."id");--> statement-breakpoint
ALTER TABLE "app"."actions" ENABLE TRIGGER USER;--> statement-breakpoint
WITH keys AS (
	SELECT a."id" AS by_action_id, k.key FROM "app"."actions" a CROSS JOIN LATERAL (VALUES (a."owner_person_id"), (a."owner_agency_id"), (a."accountable_group_id")) k (key) WHERE k.key IS NOT NULL
	UNION SELECT x."action_id", x."agency_id" FROM "app"."action_agencies" x
	UNION SELECT l."action_id", l."source_id" FROM "app"."action_sources" l
), opened AS (
	SELECT a."id" AS by_action_id, a."id" AS opened_id FROM "app"."actions" a
	UNION ALL SELECT l."action_id", l."source_id" FROM "app"."action_sources" l
	UNION ALL SELECT r."action_id", r."recommendation_id" FROM "app"."action_recommendations" r
)
INSERT INTO "app"."action_scopes" ("opened_id", "key", "by_action_id") SELECT o.opened_id, k.key, k.by_action_id FROM opened o JOIN keys k ON k.by_action_id = o.by_action_id;--> statement-breakpoint
-- As the trigger does from here on: words without apostrophes, those joined by hyphens together and one by one, and the number of
-- the reference without the zeros before it.
INSERT INTO "app"."action_words" ("action_id", "words")
SELECT a."id", array_to_tsvector(ARRAY(
	SELECT DISTINCT w.word
	FROM concat_ws(' ', a."reference", a."title", a."detail") t (told)
	CROSS JOIN LATERAL regexp_split_to_table(regexp_replace(lower(concat_ws(' ', t.told, translate(t.told, '-', ' '), regexp_replace(a."reference", '\D+0*', ' ', 'g'))), '[''’]', '', 'g'), '[^[:alnum:]-]+') p (part)
	CROSS JOIN LATERAL left(btrim(p.part, '-'), 200) w (word)
	WHERE w.word <> ''
)) FROM "app"."actions" a;--> statement-breakpoint
ALTER TABLE "app"."action_scopes" ADD CONSTRAINT "action_scopes_opened_id_key_by_action_id_pk" PRIMARY KEY("opened_id","key","by_action_id");--> statement-breakpoint
ALTER TABLE "app"."action_scopes" ADD CONSTRAINT "action_scopes_by_action_id_actions_id_fk" FOREIGN KEY ("by_action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_words" ADD CONSTRAINT "action_words_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_scopes_by_action" ON "app"."action_scopes" USING btree ("by_action_id");--> statement-breakpoint
CREATE INDEX "action_scopes_key" ON "app"."action_scopes" USING btree ("key");--> statement-breakpoint
CREATE INDEX "action_words_words" ON "app"."action_words" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "sources_recorded" ON "app"."sources" USING btree ("recorded_at" DESC NULLS FIRST,"id");
