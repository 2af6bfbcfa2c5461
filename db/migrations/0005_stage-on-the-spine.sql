ALTER TABLE "app"."reviews" ADD COLUMN "notified_on" date;--> statement-breakpoint
ALTER TABLE "app"."reviews" ADD COLUMN "opened_on" date;--> statement-breakpoint
ALTER TABLE "app"."reviews" ADD COLUMN "put_on" date;--> statement-breakpoint
ALTER TABLE "app"."reviews" ADD COLUMN "decided_on" date;--> statement-breakpoint
ALTER TABLE "app"."reviews" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "app"."reviews" ADD COLUMN "sent_to_panel_on" date;--> statement-breakpoint
ALTER TABLE "app"."reviews" ADD CONSTRAINT "reviews_outcome" CHECK ("app"."reviews"."outcome" in ('lcspr', 'no_lcspr', 'other_local_review', 'join_existing', 'not_serious_incident'));--> statement-breakpoint
-- What the database derives is no save: neither history nor versions speak of it.
ALTER TABLE "app"."reviews" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "app"."reviews" r SET "notified_on" = n."sent_on" FROM "app"."notifications" n WHERE n."review_id" = r."id";--> statement-breakpoint
UPDATE "app"."reviews" r SET "opened_on" = x."opened_on", "sent_to_panel_on" = x."sent_to_panel_on" FROM "app"."rapid_reviews" x WHERE x."review_id" = r."id";--> statement-breakpoint
UPDATE "app"."reviews" r SET "put_on" = d."opened_on", "decided_on" = d."decided_from", "outcome" = d."outcome" FROM "app"."decisions" d
	WHERE d."review_id" = r."id" AND NOT EXISTS (SELECT 1 FROM "app"."decisions" later WHERE later."supersedes_id" = d."id");--> statement-breakpoint
-- The annual report for 2020-21 says that four of six rapid reviews led to practice reviews, and not which to which: the pairs that
-- were inferred go, and that four of them did so stays.
UPDATE "app"."reviews" r SET "outcome" = 'lcspr' FROM "app"."review_origins" o WHERE o."origin_review_id" = r."id" AND o."inferred" AND r."outcome" IS NULL;--> statement-breakpoint
ALTER TABLE "app"."reviews" ENABLE TRIGGER USER;--> statement-breakpoint
DELETE FROM "app"."review_origins" WHERE "inferred";
