ALTER TABLE "app"."updates" ADD COLUMN "completes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Which of the words so far said that an action is complete is known from what was asked of the product; they themselves stay as they are.
ALTER TABLE "app"."updates" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "app"."updates" u SET "completes" = true FROM "app"."history" h
	WHERE h."table_name" = 'updates' AND h."record_id" = u."id"::text AND h."operation" = 'insert' AND h."command" = 'say-complete';--> statement-breakpoint
ALTER TABLE "app"."updates" ENABLE TRIGGER USER;
