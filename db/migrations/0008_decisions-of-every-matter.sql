ALTER TABLE "app"."decision_views" DROP CONSTRAINT "decision_views_view";--> statement-breakpoint
ALTER TABLE "app"."decisions" DROP CONSTRAINT "decisions_matter";--> statement-breakpoint
ALTER TABLE "app"."decisions" DROP CONSTRAINT "decisions_outcome";--> statement-breakpoint
ALTER TABLE "app"."decisions" DROP CONSTRAINT "decisions_recommended";--> statement-breakpoint
DROP INDEX "app"."decisions_first";--> statement-breakpoint
ALTER TABLE "app"."decision_views" ALTER COLUMN "review_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."decisions" ALTER COLUMN "review_id" DROP NOT NULL;--> statement-breakpoint
-- Until now there was one matter.
ALTER TABLE "app"."decision_views" ADD COLUMN "matter" text DEFAULT 'rapid_review_outcome' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."decision_views" ALTER COLUMN "matter" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "app"."decisions" ADD COLUMN "recommendation_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."decisions" ADD COLUMN "action_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."decisions" ADD COLUMN "example" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- What the database derives is no save: neither history nor versions speak of it.
ALTER TABLE "app"."decisions" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "app"."decisions" d SET "example" = s."example" FROM "app"."sources" s WHERE s."id" = d."review_id";--> statement-breakpoint
ALTER TABLE "app"."decisions" ENABLE TRIGGER USER;--> statement-breakpoint
ALTER TABLE "app"."decisions" ADD CONSTRAINT "decisions_recommendation_id_recommendations_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "app"."recommendations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decisions" ADD CONSTRAINT "decisions_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decisions_recommendation" ON "app"."decisions" USING btree ("recommendation_id");--> statement-breakpoint
CREATE INDEX "decisions_action" ON "app"."decisions" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "decisions_open" ON "app"."decisions" USING btree ("opened_on") WHERE outcome is null;--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_first" ON "app"."decisions" USING btree ("matter",coalesce("recommendation_id", "action_id", "review_id")) WHERE supersedes_id is null;--> statement-breakpoint
ALTER TABLE "app"."decision_views" ADD CONSTRAINT "decision_views_view" CHECK ("app"."decision_views"."view" is null or ("app"."decision_views"."matter" = 'rapid_review_outcome' and "app"."decision_views"."view" in ('lcspr', 'no_lcspr', 'other_local_review', 'join_existing', 'not_serious_incident', 'not_given')) or ("app"."decision_views"."matter" = 'lead_reviewer' and "app"."decision_views"."view" in ('approved', 'not_approved', 'not_given')) or ("app"."decision_views"."matter" = 'publication' and "app"."decision_views"."view" in ('full', 'redacted', 'summary_and_report', 'improvements_only', 'not_published', 'delayed', 'anonymous', 'not_given')) or ("app"."decision_views"."matter" = 'recommendation' and "app"."decision_views"."view" in ('accepted', 'partly', 'not_accepted', 'not_given')) or ("app"."decision_views"."matter" = 'closed_without_impact' and "app"."decision_views"."view" in ('agreed', 'not_agreed', 'not_given')));--> statement-breakpoint
ALTER TABLE "app"."decisions" ADD CONSTRAINT "decisions_subject" CHECK (case "app"."decisions"."matter"
      when 'recommendation' then "app"."decisions"."recommendation_id" is not null and "app"."decisions"."action_id" is null
      when 'closed_without_impact' then num_nonnulls("app"."decisions"."recommendation_id", "app"."decisions"."action_id") = 1
      else "app"."decisions"."review_id" is not null and num_nonnulls("app"."decisions"."recommendation_id", "app"."decisions"."action_id") = 0 end);--> statement-breakpoint
ALTER TABLE "app"."decisions" ADD CONSTRAINT "decisions_matter" CHECK ("app"."decisions"."matter" in ('rapid_review_outcome', 'lead_reviewer', 'publication', 'recommendation', 'closed_without_impact'));--> statement-breakpoint
ALTER TABLE "app"."decisions" ADD CONSTRAINT "decisions_outcome" CHECK ("app"."decisions"."outcome" is null or ("app"."decisions"."matter" = 'rapid_review_outcome' and "app"."decisions"."outcome" in ('lcspr', 'no_lcspr', 'other_local_review', 'join_existing', 'not_serious_incident')) or ("app"."decisions"."matter" = 'lead_reviewer' and "app"."decisions"."outcome" in ('approved', 'not_approved')) or ("app"."decisions"."matter" = 'publication' and "app"."decisions"."outcome" in ('full', 'redacted', 'summary_and_report', 'improvements_only', 'not_published', 'delayed', 'anonymous')) or ("app"."decisions"."matter" = 'recommendation' and "app"."decisions"."outcome" in ('accepted', 'partly', 'not_accepted')) or ("app"."decisions"."matter" = 'closed_without_impact' and "app"."decisions"."outcome" in ('agreed', 'not_agreed')));--> statement-breakpoint
ALTER TABLE "app"."decisions" ADD CONSTRAINT "decisions_recommended" CHECK ("app"."decisions"."recommended_outcome" is null or ("app"."decisions"."matter" = 'rapid_review_outcome' and "app"."decisions"."recommended_outcome" in ('lcspr', 'no_lcspr', 'other_local_review', 'join_existing', 'not_serious_incident')) or ("app"."decisions"."matter" = 'lead_reviewer' and "app"."decisions"."recommended_outcome" in ('approved', 'not_approved')) or ("app"."decisions"."matter" = 'publication' and "app"."decisions"."recommended_outcome" in ('full', 'redacted', 'summary_and_report', 'improvements_only', 'not_published', 'delayed', 'anonymous')) or ("app"."decisions"."matter" = 'recommendation' and "app"."decisions"."recommended_outcome" in ('accepted', 'partly', 'not_accepted')) or ("app"."decisions"."matter" = 'closed_without_impact' and "app"."decisions"."recommended_outcome" in ('agreed', 'not_agreed')));
