CREATE TABLE "app"."action_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"wanted_on" date,
	"escalated_to" text,
	"basis" text,
	"recommendation_id" uuid,
	"asked_on" date NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"how" text DEFAULT 'in_person' NOT NULL,
	"how_note" text,
	"recorded_by_id" uuid,
	"result" text,
	"answer" text,
	"answered_on" date,
	"answered_by_id" uuid,
	"answer_how" text,
	"answer_note" text,
	"answer_recorded_by_id" uuid,
	"undone_on" date,
	"undone_by_id" uuid,
	"undone_because" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "action_requests_kind" CHECK ("app"."action_requests"."kind" in ('date', 'escalation', 'closing')),
	CONSTRAINT "action_requests_escalated_to" CHECK ("app"."action_requests"."escalated_to" in ('chair', 'executive')),
	CONSTRAINT "action_requests_basis" CHECK ("app"."action_requests"."basis" in ('own_evidence', 'recommendation', 'exception')),
	CONSTRAINT "action_requests_how" CHECK ("app"."action_requests"."how" in ('in_person', 'meeting', 'email', 'phone')),
	CONSTRAINT "action_requests_answer_how" CHECK ("app"."action_requests"."answer_how" in ('in_person', 'meeting', 'email', 'phone')),
	CONSTRAINT "action_requests_result" CHECK ("app"."action_requests"."result" in ('granted', 'refused')),
	CONSTRAINT "action_requests_date" CHECK (("app"."action_requests"."kind" = 'date') = ("app"."action_requests"."wanted_on" is not null)),
	CONSTRAINT "action_requests_escalation" CHECK (("app"."action_requests"."kind" = 'escalation') = ("app"."action_requests"."escalated_to" is not null)),
	CONSTRAINT "action_requests_closing" CHECK (("app"."action_requests"."kind" = 'closing') = ("app"."action_requests"."basis" is not null)),
	CONSTRAINT "action_requests_judged_on" CHECK (("app"."action_requests"."basis" is not distinct from 'recommendation') = ("app"."action_requests"."recommendation_id" is not null)),
	CONSTRAINT "action_requests_on_behalf" CHECK (("app"."action_requests"."how" = 'in_person' or "app"."action_requests"."how_note" is not null) and ("app"."action_requests"."answer_how" is null or "app"."action_requests"."answer_how" = 'in_person' or "app"."action_requests"."answer_note" is not null)),
	CONSTRAINT "action_requests_answered" CHECK (num_nulls("app"."action_requests"."result", "app"."action_requests"."answered_on", "app"."action_requests"."answered_by_id", "app"."action_requests"."answer_how") in (0, 4) and ("app"."action_requests"."result" is null or "app"."action_requests"."result" = 'granted' or "app"."action_requests"."answer" is not null)),
	CONSTRAINT "action_requests_by_another" CHECK ("app"."action_requests"."answered_by_id" is distinct from "app"."action_requests"."asked_by_id"),
	CONSTRAINT "action_requests_undone" CHECK (num_nulls("app"."action_requests"."undone_on", "app"."action_requests"."undone_by_id", "app"."action_requests"."undone_because") in (0, 3) and ("app"."action_requests"."undone_on" is null or ("app"."action_requests"."kind" = 'closing' and "app"."action_requests"."result" is not distinct from 'granted')))
);
--> statement-breakpoint
ALTER TABLE "app"."checks" DROP CONSTRAINT "checks_result";--> statement-breakpoint
ALTER TABLE "app"."settings" ADD COLUMN "second_check_months" integer[] DEFAULT '{3,6,12}' NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."action_agencies" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "app"."action_agencies" ADD COLUMN "noted_on" date;--> statement-breakpoint
ALTER TABLE "app"."action_agencies" ADD COLUMN "noted_by_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD COLUMN "priority" text;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD COLUMN "blocker" text;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD COLUMN "blocked_since" date;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD COLUMN "closed_by_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD COLUMN "reopened_on" date;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD COLUMN "reopened_because" text;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD COLUMN "worsened_on" date;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD COLUMN "worsened_by_id" uuid;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD COLUMN "escalated_to" text;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD COLUMN "executive_closes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD COLUMN "next_check_on" date;--> statement-breakpoint
ALTER TABLE "app"."checks" ADD COLUMN "after_months" integer;--> statement-breakpoint
ALTER TABLE "app"."action_requests" ADD CONSTRAINT "action_requests_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_requests" ADD CONSTRAINT "action_requests_recommendation_id_recommendations_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "app"."recommendations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_requests" ADD CONSTRAINT "action_requests_asked_by_id_persons_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_requests" ADD CONSTRAINT "action_requests_recorded_by_id_persons_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_requests" ADD CONSTRAINT "action_requests_answered_by_id_persons_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_requests" ADD CONSTRAINT "action_requests_answer_recorded_by_id_persons_id_fk" FOREIGN KEY ("answer_recorded_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_requests" ADD CONSTRAINT "action_requests_undone_by_id_persons_id_fk" FOREIGN KEY ("undone_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_requests_action" ON "app"."action_requests" USING btree ("action_id","recorded_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "action_requests_open" ON "app"."action_requests" USING btree ("action_id","kind") WHERE result is null;--> statement-breakpoint
CREATE INDEX "action_requests_waiting" ON "app"."action_requests" USING btree ("asked_on") WHERE result is null;--> statement-breakpoint
CREATE INDEX "action_requests_recommendation" ON "app"."action_requests" USING btree ("recommendation_id");--> statement-breakpoint
CREATE INDEX "action_requests_asked_by" ON "app"."action_requests" USING btree ("asked_by_id");--> statement-breakpoint
CREATE INDEX "action_requests_recorded_by" ON "app"."action_requests" USING btree ("recorded_by_id");--> statement-breakpoint
CREATE INDEX "action_requests_answered_by" ON "app"."action_requests" USING btree ("answered_by_id");--> statement-breakpoint
CREATE INDEX "action_requests_answer_recorded_by" ON "app"."action_requests" USING btree ("answer_recorded_by_id");--> statement-breakpoint
CREATE INDEX "action_requests_undone_by" ON "app"."action_requests" USING btree ("undone_by_id");--> statement-breakpoint
ALTER TABLE "app"."action_agencies" ADD CONSTRAINT "action_agencies_noted_by_id_persons_id_fk" FOREIGN KEY ("noted_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD CONSTRAINT "actions_closed_by_id_persons_id_fk" FOREIGN KEY ("closed_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD CONSTRAINT "actions_worsened_by_id_persons_id_fk" FOREIGN KEY ("worsened_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "action_agencies_noted_by" ON "app"."action_agencies" USING btree ("noted_by_id");--> statement-breakpoint
CREATE INDEX "actions_closed_by" ON "app"."actions" USING btree ("closed_by_id");--> statement-breakpoint
CREATE INDEX "actions_worsened_by" ON "app"."actions" USING btree ("worsened_by_id");--> statement-breakpoint
CREATE INDEX "actions_next_check" ON "app"."actions" USING btree ("next_check_on","id") WHERE next_check_on is not null;--> statement-breakpoint
CREATE INDEX "actions_blocked" ON "app"."actions" USING btree ("due_on","id") WHERE blocker is not null;--> statement-breakpoint
CREATE INDEX "actions_escalated" ON "app"."actions" USING btree ("due_on","id") WHERE escalated_to is not null;--> statement-breakpoint
CREATE INDEX "actions_priority" ON "app"."actions" USING btree ("priority","due_on","id") WHERE priority is not null;--> statement-breakpoint
ALTER TABLE "app"."settings" ADD CONSTRAINT "settings_second_checks" CHECK (cardinality("app"."settings"."second_check_months") between 1 and 6 and 0 < all ("app"."settings"."second_check_months"));--> statement-breakpoint
ALTER TABLE "app"."actions" ADD CONSTRAINT "actions_priority_known" CHECK ("app"."actions"."priority" in ('high', 'medium', 'low'));--> statement-breakpoint
ALTER TABLE "app"."actions" ADD CONSTRAINT "actions_escalated_to" CHECK ("app"."actions"."escalated_to" in ('chair', 'executive'));--> statement-breakpoint
ALTER TABLE "app"."actions" ADD CONSTRAINT "actions_blocked_since" CHECK (("app"."actions"."blocker" is null) = ("app"."actions"."blocked_since" is null));--> statement-breakpoint
ALTER TABLE "app"."actions" ADD CONSTRAINT "actions_closed_by_another" CHECK ("app"."actions"."closed_by_id" is null or "app"."actions"."closed_by_id" is distinct from "app"."actions"."owner_person_id");--> statement-breakpoint
ALTER TABLE "app"."actions" ADD CONSTRAINT "actions_reopened_reason" CHECK (("app"."actions"."reopened_on" is null) = ("app"."actions"."reopened_because" is null));--> statement-breakpoint
ALTER TABLE "app"."checks" ADD CONSTRAINT "checks_second" CHECK (("app"."checks"."after_months" is null) = ("app"."checks"."result" in ('accepted', 'returned')));--> statement-breakpoint
ALTER TABLE "app"."checks" ADD CONSTRAINT "checks_result" CHECK ("app"."checks"."result" in ('accepted', 'returned', 'in_place', 'slipped'));--> statement-breakpoint
-- What the database derives is no save: neither history nor versions speak of it.
ALTER TABLE "app"."actions" DISABLE TRIGGER USER;--> statement-breakpoint
UPDATE "app"."actions" SET "next_check_on" = ("complete_on" + interval '3 months')::date WHERE "checked_on" is not null and "aside" is null;--> statement-breakpoint
UPDATE "app"."actions" SET "executive_closes" = true WHERE "owner_agency_id" is null and "checked_on" is not null or "checked_on" is not null and "due_on" < "complete_on" or "checked_on" is not null and ("worsened_to" = 'red' or "moves" >= (SELECT "rag_moves_for_red" FROM "app"."settings"));--> statement-breakpoint
UPDATE "app"."actions" a SET "blocker" = u."blocker", "blocked_since" = u."said_on" FROM (SELECT DISTINCT ON ("action_id") "action_id", "blocker", "said_on" FROM "app"."updates" ORDER BY "action_id", "said_on" DESC, "recorded_at" DESC) u WHERE u."action_id" = a."id" and u."blocker" is not null and a."complete_on" is null and a."closed_on" is null;--> statement-breakpoint
ALTER TABLE "app"."actions" ENABLE TRIGGER USER;
