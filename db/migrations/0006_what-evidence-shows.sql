ALTER TABLE "app"."evidence" DROP CONSTRAINT "evidence_checked_by_another";--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD COLUMN "period_from" date;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD COLUMN "period_to" date;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD COLUMN "agency_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD COLUMN "looked_at" integer;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD COLUMN "numerator" integer;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD COLUMN "denominator" integer;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD COLUMN "before" text;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD COLUMN "after" text;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD COLUMN "strength" text;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD COLUMN "expires_on" date;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD COLUMN "holds_personal_data" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD COLUMN "declined_on" date;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD COLUMN "declined_by_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD COLUMN "check_reason" text;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD CONSTRAINT "evidence_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD CONSTRAINT "evidence_declined_by_id_persons_id_fk" FOREIGN KEY ("declined_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_declined_by" ON "app"."evidence" USING btree ("declined_by_id");--> statement-breakpoint
CREATE INDEX "evidence_agency" ON "app"."evidence" USING btree ("agency_id");--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD CONSTRAINT "evidence_strength" CHECK ("app"."evidence"."strength" in ('anecdote', 'self_report', 'record', 'audit', 'independent'));--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD CONSTRAINT "evidence_one_result" CHECK ("app"."evidence"."checked_on" is null or "app"."evidence"."declined_on" is null);--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD CONSTRAINT "evidence_declined_reason" CHECK ("app"."evidence"."declined_on" is null or ("app"."evidence"."declined_by_id" is not null and "app"."evidence"."check_reason" is not null));--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD CONSTRAINT "evidence_period" CHECK ("app"."evidence"."period_to" is null or ("app"."evidence"."period_from" is not null and "app"."evidence"."period_to" >= "app"."evidence"."period_from"));--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD CONSTRAINT "evidence_numbers" CHECK ("app"."evidence"."looked_at" >= 0 and "app"."evidence"."numerator" >= 0 and "app"."evidence"."denominator" > 0 and "app"."evidence"."numerator" <= "app"."evidence"."denominator" and ("app"."evidence"."numerator" is null) = ("app"."evidence"."denominator" is null));--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD CONSTRAINT "evidence_checked_by_another" CHECK (("app"."evidence"."checked_by_id" is null or "app"."evidence"."checked_by_id" is distinct from "app"."evidence"."added_by_id") and ("app"."evidence"."declined_by_id" is null or "app"."evidence"."declined_by_id" is distinct from "app"."evidence"."added_by_id"));