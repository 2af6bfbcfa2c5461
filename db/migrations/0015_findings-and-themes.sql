CREATE TABLE "app"."finding_agencies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"finding_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"removed_on" date,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."finding_recommendations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"finding_id" uuid NOT NULL,
	"recommendation_id" uuid NOT NULL,
	"removed_on" date,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."finding_repeats" (
	"id" uuid PRIMARY KEY NOT NULL,
	"finding_id" uuid NOT NULL,
	"earlier_id" uuid NOT NULL,
	"removed_on" date,
	"said_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "finding_repeats_another" CHECK ("app"."finding_repeats"."finding_id" <> "app"."finding_repeats"."earlier_id")
);
--> statement-breakpoint
CREATE TABLE "app"."finding_themes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"finding_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"removed_on" date,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."findings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"source_id" uuid NOT NULL,
	"review_id" uuid,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"text" text NOT NULL,
	"why" text,
	"shown_by" text,
	"voice" text,
	"owner_agency_id" uuid,
	"owner_post" text,
	"agreement" text,
	"agreement_reason" text,
	"decided_on" date,
	"decided_how" text,
	"decided_note" text,
	"decided_by_group_id" uuid,
	"decision_recorded_by_id" uuid,
	"answer" text,
	"answer_reason" text,
	"answered_on" date,
	"answered_by_id" uuid,
	"written_by_id" uuid,
	"saved_beside" integer DEFAULT 0 NOT NULL,
	"record_basis" text DEFAULT 'worked_here' NOT NULL,
	"carried_from_year" text,
	"carried_from_body" text,
	"document" text,
	"document_page" text,
	"example" boolean DEFAULT false NOT NULL,
	"retention_class" text DEFAULT 'review' NOT NULL,
	"held_because" text,
	"disposed_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "findings_kind" CHECK ("app"."findings"."kind" in ('gap', 'good_practice')),
	CONSTRAINT "findings_level" CHECK ("app"."findings"."level" in ('frontline', 'management', 'system', 'national', 'not_stated')),
	CONSTRAINT "findings_agreement" CHECK ("app"."findings"."agreement" in ('agreed', 'not_agreed')),
	CONSTRAINT "findings_answer" CHECK ("app"."findings"."answer" in ('addressed', 'accepted_without_action')),
	CONSTRAINT "findings_how" CHECK ("app"."findings"."decided_how" in ('in_person', 'meeting', 'email', 'phone')),
	CONSTRAINT "findings_basis" CHECK ("app"."findings"."record_basis" in ('worked_here', 'recorded_from_document', 'carried_over')),
	CONSTRAINT "findings_decided" CHECK ("app"."findings"."record_basis" <> 'worked_here' or ("app"."findings"."agreement" is null) = ("app"."findings"."decided_on" is null)),
	CONSTRAINT "findings_not_agreed" CHECK ("app"."findings"."agreement" is null or "app"."findings"."agreement" = 'agreed' or "app"."findings"."agreement_reason" is not null),
	CONSTRAINT "findings_answered" CHECK ("app"."findings"."answer" is null or ("app"."findings"."agreement" is not null and "app"."findings"."agreement" = 'agreed' and "app"."findings"."kind" = 'gap' and "app"."findings"."answered_on" is not null)),
	CONSTRAINT "findings_without_action" CHECK ("app"."findings"."answer" is null or "app"."findings"."answer" <> 'accepted_without_action' or "app"."findings"."answer_reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "app"."theme_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"theme_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"into_id" uuid,
	"changed_on" date NOT NULL,
	"reason" text NOT NULL,
	"changed_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "theme_changes_kind" CHECK ("app"."theme_changes"."kind" in ('merged', 'split', 'retired', 'restored')),
	CONSTRAINT "theme_changes_into_another" CHECK (("app"."theme_changes"."kind" in ('merged', 'split')) = ("app"."theme_changes"."into_id" is not null) and "app"."theme_changes"."into_id" is distinct from "app"."theme_changes"."theme_id")
);
--> statement-breakpoint
CREATE TABLE "app"."themes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"parent_id" uuid,
	"name" text NOT NULL,
	"description" text,
	"edition" text NOT NULL,
	"source" text NOT NULL,
	"name_to_check" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"record_basis" text DEFAULT 'worked_here' NOT NULL,
	"carried_from_year" text,
	"carried_from_body" text,
	"document" text,
	"document_page" text,
	"example" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "themes_basis" CHECK ("app"."themes"."record_basis" in ('worked_here', 'recorded_from_document', 'carried_over')),
	CONSTRAINT "themes_not_own_parent" CHECK ("app"."themes"."parent_id" is distinct from "app"."themes"."id")
);
--> statement-breakpoint
ALTER TABLE "app"."finding_agencies" ADD CONSTRAINT "finding_agencies_finding_id_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "app"."findings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."finding_agencies" ADD CONSTRAINT "finding_agencies_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."finding_recommendations" ADD CONSTRAINT "finding_recommendations_finding_id_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "app"."findings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."finding_recommendations" ADD CONSTRAINT "finding_recommendations_recommendation_id_recommendations_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "app"."recommendations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."finding_repeats" ADD CONSTRAINT "finding_repeats_finding_id_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "app"."findings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."finding_repeats" ADD CONSTRAINT "finding_repeats_earlier_id_findings_id_fk" FOREIGN KEY ("earlier_id") REFERENCES "app"."findings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."finding_repeats" ADD CONSTRAINT "finding_repeats_said_by_id_persons_id_fk" FOREIGN KEY ("said_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."finding_themes" ADD CONSTRAINT "finding_themes_finding_id_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "app"."findings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."finding_themes" ADD CONSTRAINT "finding_themes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "app"."themes"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."findings" ADD CONSTRAINT "findings_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "app"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."findings" ADD CONSTRAINT "findings_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."findings" ADD CONSTRAINT "findings_owner_agency_id_agencies_id_fk" FOREIGN KEY ("owner_agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."findings" ADD CONSTRAINT "findings_decided_by_group_id_groups_id_fk" FOREIGN KEY ("decided_by_group_id") REFERENCES "app"."groups"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."findings" ADD CONSTRAINT "findings_decision_recorded_by_id_persons_id_fk" FOREIGN KEY ("decision_recorded_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."findings" ADD CONSTRAINT "findings_answered_by_id_persons_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."findings" ADD CONSTRAINT "findings_written_by_id_persons_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."theme_changes" ADD CONSTRAINT "theme_changes_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "app"."themes"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."theme_changes" ADD CONSTRAINT "theme_changes_into_id_themes_id_fk" FOREIGN KEY ("into_id") REFERENCES "app"."themes"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."theme_changes" ADD CONSTRAINT "theme_changes_changed_by_id_persons_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."themes" ADD CONSTRAINT "themes_parent_id_themes_id_fk" FOREIGN KEY ("parent_id") REFERENCES "app"."themes"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "finding_agencies_pair" ON "app"."finding_agencies" USING btree ("finding_id","agency_id");--> statement-breakpoint
CREATE INDEX "finding_agencies_agency" ON "app"."finding_agencies" USING btree ("agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "finding_recommendations_pair" ON "app"."finding_recommendations" USING btree ("finding_id","recommendation_id");--> statement-breakpoint
CREATE INDEX "finding_recommendations_recommendation" ON "app"."finding_recommendations" USING btree ("recommendation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "finding_repeats_pair" ON "app"."finding_repeats" USING btree ("finding_id","earlier_id");--> statement-breakpoint
CREATE INDEX "finding_repeats_earlier" ON "app"."finding_repeats" USING btree ("earlier_id");--> statement-breakpoint
CREATE INDEX "finding_repeats_said_by" ON "app"."finding_repeats" USING btree ("said_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "finding_themes_pair" ON "app"."finding_themes" USING btree ("finding_id","theme_id");--> statement-breakpoint
CREATE INDEX "finding_themes_theme" ON "app"."finding_themes" USING btree ("theme_id");--> statement-breakpoint
CREATE UNIQUE INDEX "findings_reference" ON "app"."findings" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "findings_source" ON "app"."findings" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "findings_review" ON "app"."findings" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "findings_owner_agency" ON "app"."findings" USING btree ("owner_agency_id");--> statement-breakpoint
CREATE INDEX "findings_group" ON "app"."findings" USING btree ("decided_by_group_id");--> statement-breakpoint
CREATE INDEX "findings_recorded_by" ON "app"."findings" USING btree ("decision_recorded_by_id");--> statement-breakpoint
CREATE INDEX "findings_answered_by" ON "app"."findings" USING btree ("answered_by_id");--> statement-breakpoint
CREATE INDEX "findings_written_by" ON "app"."findings" USING btree ("written_by_id");--> statement-breakpoint
CREATE INDEX "theme_changes_theme" ON "app"."theme_changes" USING btree ("theme_id","changed_on");--> statement-breakpoint
CREATE INDEX "theme_changes_into" ON "app"."theme_changes" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "theme_changes_changed_by" ON "app"."theme_changes" USING btree ("changed_by_id");--> statement-breakpoint
CREATE INDEX "themes_parent" ON "app"."themes" USING btree ("parent_id","position");