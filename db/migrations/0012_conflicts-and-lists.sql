CREATE TABLE "app"."list_removals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"removed_by_id" uuid,
	"ended_by_id" uuid,
	"ended_reason" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "list_removals_dates" CHECK ("app"."list_removals"."to_on" is null or "app"."list_removals"."to_on" >= "app"."list_removals"."from_on" - 1),
	CONSTRAINT "list_removals_two_people" CHECK ("app"."list_removals"."removed_by_id" is null or "app"."list_removals"."removed_by_id" <> "app"."list_removals"."person_id"),
	CONSTRAINT "list_removals_ended" CHECK ("app"."list_removals"."ended_by_id" is null or ("app"."list_removals"."to_on" is not null and "app"."list_removals"."ended_reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "app"."exclusions" RENAME TO "conflicts_of_interest";--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" DROP CONSTRAINT "exclusions_review_id_reviews_id_fk";
--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" DROP CONSTRAINT "exclusions_person_id_persons_id_fk";
--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" DROP CONSTRAINT "exclusions_declared_by_id_persons_id_fk";
--> statement-breakpoint
DROP INDEX "app"."exclusions_person";--> statement-breakpoint
DROP INDEX "app"."exclusions_review";--> statement-breakpoint
DROP INDEX "app"."exclusions_declared_by";--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD COLUMN "outcome" text DEFAULT 'excluded' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ALTER COLUMN "outcome" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD COLUMN "confirm_by" date;--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD COLUMN "chair_confirmed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD COLUMN "partner_confirmed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD COLUMN "ended_by_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD COLUMN "ended_reason" text;--> statement-breakpoint
ALTER TABLE "app"."review_places" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "app"."list_removals" ADD CONSTRAINT "list_removals_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."list_removals" ADD CONSTRAINT "list_removals_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."list_removals" ADD CONSTRAINT "list_removals_removed_by_id_persons_id_fk" FOREIGN KEY ("removed_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."list_removals" ADD CONSTRAINT "list_removals_ended_by_id_persons_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "list_removals_person" ON "app"."list_removals" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "list_removals_review" ON "app"."list_removals" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "list_removals_removed_by" ON "app"."list_removals" USING btree ("removed_by_id");--> statement-breakpoint
CREATE INDEX "list_removals_ended_by" ON "app"."list_removals" USING btree ("ended_by_id");--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_declared_by_id_persons_id_fk" FOREIGN KEY ("declared_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_chair_confirmed_by_id_persons_id_fk" FOREIGN KEY ("chair_confirmed_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_partner_confirmed_by_id_persons_id_fk" FOREIGN KEY ("partner_confirmed_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_ended_by_id_persons_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conflicts_of_interest_person" ON "app"."conflicts_of_interest" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "conflicts_of_interest_review" ON "app"."conflicts_of_interest" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "conflicts_of_interest_declared_by" ON "app"."conflicts_of_interest" USING btree ("declared_by_id");--> statement-breakpoint
CREATE INDEX "conflicts_of_interest_chair" ON "app"."conflicts_of_interest" USING btree ("chair_confirmed_by_id");--> statement-breakpoint
CREATE INDEX "conflicts_of_interest_partner" ON "app"."conflicts_of_interest" USING btree ("partner_confirmed_by_id");--> statement-breakpoint
CREATE INDEX "conflicts_of_interest_ended_by" ON "app"."conflicts_of_interest" USING btree ("ended_by_id");--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_outcome" CHECK ("app"."conflicts_of_interest"."outcome" in ('stays', 'steps_back', 'excluded'));--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_dates" CHECK ("app"."conflicts_of_interest"."to_on" is null or "app"."conflicts_of_interest"."to_on" >= "app"."conflicts_of_interest"."from_on" - 1);--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_two_people" CHECK ("app"."conflicts_of_interest"."chair_confirmed_by_id" is null or "app"."conflicts_of_interest"."partner_confirmed_by_id" is null or "app"."conflicts_of_interest"."chair_confirmed_by_id" <> "app"."conflicts_of_interest"."partner_confirmed_by_id");--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_not_oneself" CHECK (coalesce("app"."conflicts_of_interest"."chair_confirmed_by_id" <> "app"."conflicts_of_interest"."person_id", true) and coalesce("app"."conflicts_of_interest"."partner_confirmed_by_id" <> "app"."conflicts_of_interest"."person_id", true));--> statement-breakpoint
ALTER TABLE "app"."conflicts_of_interest" ADD CONSTRAINT "conflicts_of_interest_ended" CHECK ("app"."conflicts_of_interest"."ended_by_id" is null or ("app"."conflicts_of_interest"."to_on" is not null and "app"."conflicts_of_interest"."ended_reason" is not null));--> statement-breakpoint
ALTER TABLE "app"."review_places" ADD CONSTRAINT "review_places_emergency" CHECK ("app"."review_places"."ends_at" is null or ("app"."review_places"."capacity" = 'BU' and "app"."review_places"."granted_by_id" is null and "app"."review_places"."to_on" is not null));