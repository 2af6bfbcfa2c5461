CREATE TABLE "app"."meeting_attendances" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"agency_id" uuid,
	"presence" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meeting_attendances_presence" CHECK ("app"."meeting_attendances"."presence" in ('present', 'apologies'))
);
--> statement-breakpoint
CREATE TABLE "app"."meeting_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"meeting_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"matter" text NOT NULL,
	"options" text,
	"decision" text NOT NULL,
	"reasons" text NOT NULL,
	"evidence_seen" text,
	"decided_by" text,
	"dissent" text,
	"conflicts" text,
	"legal_basis" text,
	"review_on" date,
	"supersedes_id" uuid,
	"about_source_id" uuid,
	"about_recommendation_id" uuid,
	"about_action_id" uuid,
	"example" boolean DEFAULT false NOT NULL,
	"recorded_by_id" uuid,
	"confirmed_at" timestamp with time zone,
	"confirmed_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meeting_decisions_confirmed" CHECK (("app"."meeting_decisions"."confirmed_at" is null) = ("app"."meeting_decisions"."confirmed_by_id" is null)),
	CONSTRAINT "meeting_decisions_about_one" CHECK (num_nonnulls("app"."meeting_decisions"."about_source_id", "app"."meeting_decisions"."about_recommendation_id", "app"."meeting_decisions"."about_action_id") <= 1)
);
--> statement-breakpoint
CREATE TABLE "app"."meetings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"planned_on" date NOT NULL,
	"place" text,
	"held_on" date,
	"called_off_because" text,
	"chaired_by_id" uuid,
	"stand_in_because" text,
	"minute_reference" text,
	"minute_address" text,
	"papers" text,
	"also_there" text,
	"example" boolean DEFAULT false NOT NULL,
	"recorded_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meetings_held_or_called_off" CHECK ("app"."meetings"."held_on" is null or "app"."meetings"."called_off_because" is null),
	CONSTRAINT "meetings_minute_address" CHECK ("app"."meetings"."minute_address" is null or "app"."meetings"."minute_address" ~ '^https?://')
);
--> statement-breakpoint
CREATE TABLE "app"."challenges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"raised_on" date NOT NULL,
	"raised_by_id" uuid NOT NULL,
	"raised_by_agency_id" uuid,
	"about_agency_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"forum" text,
	"challenge" text NOT NULL,
	"asked" text NOT NULL,
	"stage" text DEFAULT 'informal' NOT NULL,
	"due_on" date NOT NULL,
	"answer" text,
	"answered_on" date,
	"answered_by_id" uuid,
	"how" text,
	"how_note" text,
	"answer_recorded_by_id" uuid,
	"outcome" text,
	"outcome_reason" text,
	"changed_for_children" text,
	"closed_on" date,
	"closed_by_id" uuid,
	"about_source_id" uuid,
	"about_recommendation_id" uuid,
	"about_action_id" uuid,
	"about_decision_id" uuid,
	"example" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "challenges_topic" CHECK ("app"."challenges"."topic" in ('threshold', 'information', 'late_return', 'slipped_action', 'quality', 'decision', 'other')),
	CONSTRAINT "challenges_stage" CHECK ("app"."challenges"."stage" in ('informal', 'formal', 'executive')),
	CONSTRAINT "challenges_outcome" CHECK ("app"."challenges"."outcome" in ('upheld', 'partly', 'not_upheld', 'withdrawn')),
	CONSTRAINT "challenges_how" CHECK ("app"."challenges"."how" in ('in_person', 'meeting', 'email', 'phone')),
	CONSTRAINT "challenges_about_one" CHECK (num_nonnulls("app"."challenges"."about_source_id", "app"."challenges"."about_recommendation_id", "app"."challenges"."about_action_id", "app"."challenges"."about_decision_id") <= 1),
	CONSTRAINT "challenges_of_another" CHECK ("app"."challenges"."raised_by_agency_id" is distinct from "app"."challenges"."about_agency_id"),
	CONSTRAINT "challenges_answered" CHECK (num_nonnulls("app"."challenges"."answer", "app"."challenges"."answered_on", "app"."challenges"."answered_by_id", "app"."challenges"."how", "app"."challenges"."answer_recorded_by_id") in (0, 5) and ("app"."challenges"."how" is null or "app"."challenges"."how" = 'in_person' or "app"."challenges"."how_note" is not null)),
	CONSTRAINT "challenges_closed" CHECK (num_nonnulls("app"."challenges"."closed_on", "app"."challenges"."closed_by_id", "app"."challenges"."outcome", "app"."challenges"."outcome_reason") in (0, 4))
);
--> statement-breakpoint
ALTER TABLE "app"."groups" ADD COLUMN "cadence_months" integer;--> statement-breakpoint
ALTER TABLE "app"."meeting_attendances" ADD CONSTRAINT "meeting_attendances_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "app"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meeting_attendances" ADD CONSTRAINT "meeting_attendances_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "app"."groups"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meeting_attendances" ADD CONSTRAINT "meeting_attendances_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meeting_attendances" ADD CONSTRAINT "meeting_attendances_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meeting_decisions" ADD CONSTRAINT "meeting_decisions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "app"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meeting_decisions" ADD CONSTRAINT "meeting_decisions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "app"."groups"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meeting_decisions" ADD CONSTRAINT "meeting_decisions_supersedes_id_meeting_decisions_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "app"."meeting_decisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meeting_decisions" ADD CONSTRAINT "meeting_decisions_about_source_id_sources_id_fk" FOREIGN KEY ("about_source_id") REFERENCES "app"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meeting_decisions" ADD CONSTRAINT "meeting_decisions_about_recommendation_id_recommendations_id_fk" FOREIGN KEY ("about_recommendation_id") REFERENCES "app"."recommendations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meeting_decisions" ADD CONSTRAINT "meeting_decisions_about_action_id_actions_id_fk" FOREIGN KEY ("about_action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meeting_decisions" ADD CONSTRAINT "meeting_decisions_recorded_by_id_persons_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meeting_decisions" ADD CONSTRAINT "meeting_decisions_confirmed_by_id_persons_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meetings" ADD CONSTRAINT "meetings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "app"."groups"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meetings" ADD CONSTRAINT "meetings_chaired_by_id_persons_id_fk" FOREIGN KEY ("chaired_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."meetings" ADD CONSTRAINT "meetings_recorded_by_id_persons_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."challenges" ADD CONSTRAINT "challenges_raised_by_id_persons_id_fk" FOREIGN KEY ("raised_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."challenges" ADD CONSTRAINT "challenges_raised_by_agency_id_agencies_id_fk" FOREIGN KEY ("raised_by_agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."challenges" ADD CONSTRAINT "challenges_about_agency_id_agencies_id_fk" FOREIGN KEY ("about_agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."challenges" ADD CONSTRAINT "challenges_answered_by_id_persons_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."challenges" ADD CONSTRAINT "challenges_answer_recorded_by_id_persons_id_fk" FOREIGN KEY ("answer_recorded_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."challenges" ADD CONSTRAINT "challenges_closed_by_id_persons_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."challenges" ADD CONSTRAINT "challenges_about_source_id_sources_id_fk" FOREIGN KEY ("about_source_id") REFERENCES "app"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."challenges" ADD CONSTRAINT "challenges_about_recommendation_id_recommendations_id_fk" FOREIGN KEY ("about_recommendation_id") REFERENCES "app"."recommendations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."challenges" ADD CONSTRAINT "challenges_about_action_id_actions_id_fk" FOREIGN KEY ("about_action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."challenges" ADD CONSTRAINT "challenges_about_decision_id_meeting_decisions_id_fk" FOREIGN KEY ("about_decision_id") REFERENCES "app"."meeting_decisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_attendances_person" ON "app"."meeting_attendances" USING btree ("meeting_id","person_id");--> statement-breakpoint
CREATE INDEX "meeting_attendances_group" ON "app"."meeting_attendances" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "meeting_attendances_person_id" ON "app"."meeting_attendances" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "meeting_attendances_agency" ON "app"."meeting_attendances" USING btree ("agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_decisions_reference" ON "app"."meeting_decisions" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "meeting_decisions_meeting" ON "app"."meeting_decisions" USING btree ("meeting_id","recorded_at");--> statement-breakpoint
CREATE INDEX "meeting_decisions_group" ON "app"."meeting_decisions" USING btree ("group_id","recorded_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_decisions_supersedes" ON "app"."meeting_decisions" USING btree ("supersedes_id");--> statement-breakpoint
CREATE INDEX "meeting_decisions_source" ON "app"."meeting_decisions" USING btree ("about_source_id");--> statement-breakpoint
CREATE INDEX "meeting_decisions_recommendation" ON "app"."meeting_decisions" USING btree ("about_recommendation_id");--> statement-breakpoint
CREATE INDEX "meeting_decisions_action" ON "app"."meeting_decisions" USING btree ("about_action_id");--> statement-breakpoint
CREATE INDEX "meeting_decisions_recorded_by" ON "app"."meeting_decisions" USING btree ("recorded_by_id");--> statement-breakpoint
CREATE INDEX "meeting_decisions_confirmed_by" ON "app"."meeting_decisions" USING btree ("confirmed_by_id");--> statement-breakpoint
CREATE INDEX "meetings_group" ON "app"."meetings" USING btree ("group_id","planned_on" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "meetings_chaired_by" ON "app"."meetings" USING btree ("chaired_by_id");--> statement-breakpoint
CREATE INDEX "meetings_recorded_by" ON "app"."meetings" USING btree ("recorded_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "challenges_reference" ON "app"."challenges" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "challenges_raised" ON "app"."challenges" USING btree ("raised_on" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "challenges_open" ON "app"."challenges" USING btree ("due_on") WHERE closed_on is null;--> statement-breakpoint
CREATE INDEX "challenges_raised_by" ON "app"."challenges" USING btree ("raised_by_id");--> statement-breakpoint
CREATE INDEX "challenges_raised_by_agency" ON "app"."challenges" USING btree ("raised_by_agency_id");--> statement-breakpoint
CREATE INDEX "challenges_about_agency" ON "app"."challenges" USING btree ("about_agency_id");--> statement-breakpoint
CREATE INDEX "challenges_answered_by" ON "app"."challenges" USING btree ("answered_by_id");--> statement-breakpoint
CREATE INDEX "challenges_answer_recorded_by" ON "app"."challenges" USING btree ("answer_recorded_by_id");--> statement-breakpoint
CREATE INDEX "challenges_closed_by" ON "app"."challenges" USING btree ("closed_by_id");--> statement-breakpoint
CREATE INDEX "challenges_source" ON "app"."challenges" USING btree ("about_source_id");--> statement-breakpoint
CREATE INDEX "challenges_recommendation" ON "app"."challenges" USING btree ("about_recommendation_id");--> statement-breakpoint
CREATE INDEX "challenges_action" ON "app"."challenges" USING btree ("about_action_id");--> statement-breakpoint
CREATE INDEX "challenges_decision" ON "app"."challenges" USING btree ("about_decision_id");--> statement-breakpoint
ALTER TABLE "app"."groups" ADD CONSTRAINT "groups_cadence" CHECK ("app"."groups"."cadence_weeks" is null or "app"."groups"."cadence_months" is null);