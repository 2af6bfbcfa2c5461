CREATE SCHEMA "app";
--> statement-breakpoint
CREATE TABLE "app"."agencies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"parent_id" uuid,
	"successor_id" uuid,
	"area" text DEFAULT 'both' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"from_on" date,
	"to_on" date,
	"record_basis" text DEFAULT 'worked_here' NOT NULL,
	"carried_from_year" text,
	"carried_from_body" text,
	"document" text,
	"document_page" text,
	"example" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agencies_kind" CHECK ("app"."agencies"."kind" in ('safeguarding_partner', 'relevant_agency', 'community_voice', 'outside')),
	CONSTRAINT "agencies_area" CHECK ("app"."agencies"."area" in ('hartlepool', 'stockton', 'both', 'other', 'not_stated')),
	CONSTRAINT "agencies_basis" CHECK ("app"."agencies"."record_basis" in ('worked_here', 'recorded_from_document', 'carried_over'))
);
--> statement-breakpoint
CREATE TABLE "app"."agency_names" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	"from_on" date,
	"to_on" date,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."installation" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"mode" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"demonstration_loaded_at" timestamp with time zone,
	"set_up_at" timestamp with time zone,
	CONSTRAINT "installation_one_row" CHECK ("app"."installation"."id" = 1),
	CONSTRAINT "installation_mode" CHECK ("app"."installation"."mode" in ('demonstration', 'live'))
);
--> statement-breakpoint
CREATE TABLE "app"."persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"record_basis" text DEFAULT 'worked_here' NOT NULL,
	"carried_from_year" text,
	"carried_from_body" text,
	"document" text,
	"document_page" text,
	"example" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "persons_basis" CHECK ("app"."persons"."record_basis" in ('worked_here', 'recorded_from_document', 'carried_over'))
);
--> statement-breakpoint
CREATE TABLE "app"."posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"title" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "posts_dates" CHECK ("app"."posts"."to_on" is null or "app"."posts"."to_on" >= "app"."posts"."from_on" - 1)
);
--> statement-breakpoint
CREATE TABLE "app"."priorities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reporting_year" text NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"record_basis" text DEFAULT 'worked_here' NOT NULL,
	"carried_from_year" text,
	"carried_from_body" text,
	"document" text,
	"document_page" text,
	"example" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "priorities_kind" CHECK ("app"."priorities"."kind" in ('business', 'thematic', 'practice')),
	CONSTRAINT "priorities_basis" CHECK ("app"."priorities"."record_basis" in ('worked_here', 'recorded_from_document', 'carried_over'))
);
--> statement-breakpoint
CREATE TABLE "app"."reported_counts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reporting_year" text NOT NULL,
	"key" text NOT NULL,
	"counted" text NOT NULL,
	"value" integer NOT NULL,
	"quote" text,
	"note" text,
	"record_basis" text DEFAULT 'worked_here' NOT NULL,
	"carried_from_year" text,
	"carried_from_body" text,
	"document" text,
	"document_page" text,
	"example" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reported_counts_basis" CHECK ("app"."reported_counts"."record_basis" in ('worked_here', 'recorded_from_document', 'carried_over'))
);
--> statement-breakpoint
CREATE TABLE "app"."settings" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"partnership_name" text NOT NULL,
	"partnership_short_name" text NOT NULL,
	"guidance_edition" text DEFAULT 'WT 2026' NOT NULL,
	"rapid_review_starts_from" text DEFAULT 'sent' NOT NULL,
	"count_start_day" boolean DEFAULT false NOT NULL,
	"rag_due_soon_days" integer DEFAULT 30 NOT NULL,
	"rag_quiet_days" integer DEFAULT 45 NOT NULL,
	"rag_moves_for_red" integer DEFAULT 2 NOT NULL,
	"idle_minutes" integer DEFAULT 15 NOT NULL,
	"session_hours" integer DEFAULT 12 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "settings_one_row" CHECK ("app"."settings"."id" = 1),
	CONSTRAINT "settings_start" CHECK ("app"."settings"."rapid_review_starts_from" in ('sent', 'aware')),
	CONSTRAINT "settings_positive" CHECK ("app"."settings"."rag_due_soon_days" > 0 and "app"."settings"."rag_quiet_days" > 0 and "app"."settings"."rag_moves_for_red" > 0 and "app"."settings"."idle_minutes" between 5 and 60 and "app"."settings"."session_hours" between 1 and 24)
);
--> statement-breakpoint
CREATE TABLE "app"."groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text,
	"cadence" text,
	"cadence_weeks" integer,
	"chaired_by" text,
	"started_on" date,
	"ended_on" date,
	"record_basis" text DEFAULT 'worked_here' NOT NULL,
	"carried_from_year" text,
	"carried_from_body" text,
	"document" text,
	"document_page" text,
	"example" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "groups_kind" CHECK ("app"."groups"."kind" in ('executive', 'engine_room', 'task_and_finish', 'other')),
	CONSTRAINT "groups_basis" CHECK ("app"."groups"."record_basis" in ('worked_here', 'recorded_from_document', 'carried_over'))
);
--> statement-breakpoint
CREATE TABLE "app"."agency_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"asked_on" date NOT NULL,
	"due_on" date NOT NULL,
	"replied_on" date,
	"nothing_known" boolean DEFAULT false NOT NULL,
	"reminded_on" date,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agency_requests_reply" CHECK ("app"."agency_requests"."replied_on" is null or "app"."agency_requests"."replied_on" >= "app"."agency_requests"."asked_on")
);
--> statement-breakpoint
CREATE TABLE "app"."clocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"start_event" text NOT NULL,
	"started_on" date NOT NULL,
	"guidance_edition" text NOT NULL,
	"length" integer NOT NULL,
	"unit" text NOT NULL,
	"count_start_day" boolean DEFAULT false NOT NULL,
	"computed_due_on" date NOT NULL,
	"override_due_on" date,
	"override_reason" text,
	"overridden_by_id" uuid,
	"met_on" date,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "clocks_rule_list" CHECK ("app"."clocks"."rule" in ('notification', 'rapid_review', 'lcspr')),
	CONSTRAINT "clocks_unit" CHECK ("app"."clocks"."unit" in ('working_day', 'month')),
	CONSTRAINT "clocks_override" CHECK (("app"."clocks"."override_due_on" is null) = ("app"."clocks"."override_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "app"."criteria_tests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"answer" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "criteria_tests_list" CHECK ("app"."criteria_tests"."criterion" in ('abuse_or_neglect', 'died_or_seriously_harmed', 'improvements_needed', 'recurrent_themes', 'two_or_more_agencies', 'panel_suggests_local', 'single_agency', 'no_agency_involvement', 'more_than_one_area', 'institutional_setting', 'national_importance')),
	CONSTRAINT "criteria_tests_answer" CHECK ("app"."criteria_tests"."answer" in ('yes', 'no', 'unclear'))
);
--> statement-breakpoint
CREATE TABLE "app"."decision_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"review_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"view" text NOT NULL,
	"reason" text NOT NULL,
	"given_by_id" uuid,
	"given_for_id" uuid,
	"given_on" date NOT NULL,
	"how" text NOT NULL,
	"how_note" text,
	"recorded_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "decision_views_view" CHECK ("app"."decision_views"."view" in ('lcspr', 'no_lcspr', 'other_local_review', 'join_existing', 'not_serious_incident', 'not_given')),
	CONSTRAINT "decision_views_how" CHECK ("app"."decision_views"."how" in ('in_person', 'meeting', 'email', 'phone')),
	CONSTRAINT "decision_views_on_behalf" CHECK ("app"."decision_views"."how" = 'in_person' or "app"."decision_views"."how_note" is not null)
);
--> statement-breakpoint
CREATE TABLE "app"."decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"matter" text NOT NULL,
	"opened_on" date NOT NULL,
	"recommended_outcome" text NOT NULL,
	"recommended_because" text NOT NULL,
	"outcome" text,
	"decided_from" date,
	"decided_to" date,
	"decided_precision" text,
	"chair_reason" text,
	"chaired_by_id" uuid,
	"supersedes_id" uuid,
	"superseded_because" text,
	"opened_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "decisions_matter" CHECK ("app"."decisions"."matter" in ('rapid_review_outcome')),
	CONSTRAINT "decisions_outcome" CHECK ("app"."decisions"."outcome" in ('lcspr', 'no_lcspr', 'other_local_review', 'join_existing', 'not_serious_incident')),
	CONSTRAINT "decisions_recommended" CHECK ("app"."decisions"."recommended_outcome" in ('lcspr', 'no_lcspr', 'other_local_review', 'join_existing', 'not_serious_incident')),
	CONSTRAINT "decisions_settled" CHECK (("app"."decisions"."outcome" is null) = ("app"."decisions"."decided_from" is null))
);
--> statement-breakpoint
CREATE TABLE "app"."identities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"sealed" text NOT NULL,
	"key_id" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "identities_subject" CHECK ("app"."identities"."subject" in ('child', 'other_child', 'adult'))
);
--> statement-breakpoint
CREATE TABLE "app"."notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"notifying_agency_id" uuid NOT NULL,
	"incident_from" date NOT NULL,
	"incident_to" date NOT NULL,
	"incident_precision" text NOT NULL,
	"aware_on" date NOT NULL,
	"sent_on" date,
	"national_reference" text,
	"nature_at_notification" text NOT NULL,
	"nature_now" text NOT NULL,
	"harm_types" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"abuse_suspected" text NOT NULL,
	"age_band" text NOT NULL,
	"gender" text DEFAULT 'not_stated' NOT NULL,
	"ethnicity" text DEFAULT 'not_known' NOT NULL,
	"disability" text DEFAULT 'unclear' NOT NULL,
	"living_arrangement" text DEFAULT 'not_stated' NOT NULL,
	"care_status" text DEFAULT 'not_stated' NOT NULL,
	"setting" text DEFAULT 'not_stated' NOT NULL,
	"outline" text NOT NULL,
	"immediate_safety" text,
	"media_interest" text DEFAULT 'unclear' NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "notifications_nature" CHECK ("app"."notifications"."nature_at_notification" in ('death', 'serious_harm', 'other', 'looked_after_death', 'care_leaver_death')),
	CONSTRAINT "notifications_nature_now" CHECK ("app"."notifications"."nature_now" in ('death', 'serious_harm', 'other', 'looked_after_death', 'care_leaver_death')),
	CONSTRAINT "notifications_age" CHECK ("app"."notifications"."age_band" in ('unborn', 'under_1', '1_to_5', '6_to_10', '11_to_15', '16_to_17', 'not_stated')),
	CONSTRAINT "notifications_abuse" CHECK ("app"."notifications"."abuse_suspected" in ('yes', 'no', 'unclear')),
	CONSTRAINT "notifications_disability" CHECK ("app"."notifications"."disability" in ('yes', 'no', 'unclear')),
	CONSTRAINT "notifications_media" CHECK ("app"."notifications"."media_interest" in ('yes', 'no', 'unclear')),
	CONSTRAINT "notifications_precision" CHECK ("app"."notifications"."incident_precision" in ('day', 'month', 'year', 'reporting_year'))
);
--> statement-breakpoint
CREATE TABLE "app"."rapid_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"opened_on" date NOT NULL,
	"meeting_on" date,
	"facts" text DEFAULT '' NOT NULL,
	"immediate_safety" text DEFAULT '' NOT NULL,
	"agency_involvement" text DEFAULT '' NOT NULL,
	"context_and_inequality" text DEFAULT '' NOT NULL,
	"childs_voice" text DEFAULT '' NOT NULL,
	"good_practice" text DEFAULT '' NOT NULL,
	"learning" text DEFAULT '' NOT NULL,
	"sent_to_panel_on" date,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."review_origins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"origin_review_id" uuid NOT NULL,
	"inferred" boolean DEFAULT false NOT NULL,
	"note" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"guidance_edition" text NOT NULL,
	"recorded_by_id" uuid,
	"is_published" boolean DEFAULT false NOT NULL,
	"published_items" text,
	"expected_year" text,
	"withdrawn_on" date,
	"withdrawn_reason" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "reviews_kind" CHECK ("app"."reviews"."kind" in ('rapid_review', 'lcspr', 'scr', 'local_learning_review'))
);
--> statement-breakpoint
CREATE TABLE "app"."sources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"reference" text NOT NULL,
	"title" text NOT NULL,
	"area" text NOT NULL,
	"reporting_year" text NOT NULL,
	"commissioned_from" date,
	"commissioned_to" date,
	"commissioned_precision" text,
	"undertaken_from" date,
	"undertaken_to" date,
	"undertaken_precision" text,
	"completed_from" date,
	"completed_to" date,
	"completed_precision" text,
	"published_from" date,
	"published_to" date,
	"published_precision" text,
	"review_id" uuid,
	"summary" text,
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
	CONSTRAINT "sources_kind" CHECK ("app"."sources"."kind" in ('review', 'audit', 'line_of_enquiry', 'national_review', 'inspection', 'other')),
	CONSTRAINT "sources_area" CHECK ("app"."sources"."area" in ('hartlepool', 'stockton', 'both', 'other', 'not_stated')),
	CONSTRAINT "sources_basis" CHECK ("app"."sources"."record_basis" in ('worked_here', 'recorded_from_document', 'carried_over')),
	CONSTRAINT "sources_undertaken_precision" CHECK ("app"."sources"."undertaken_precision" in ('day', 'month', 'year', 'reporting_year')),
	CONSTRAINT "sources_published_precision" CHECK ("app"."sources"."published_precision" in ('day', 'month', 'year', 'reporting_year')),
	CONSTRAINT "sources_completed_precision" CHECK ("app"."sources"."completed_precision" in ('day', 'month', 'year', 'reporting_year')),
	CONSTRAINT "sources_commissioned_precision" CHECK ("app"."sources"."commissioned_precision" in ('day', 'month', 'year', 'reporting_year')),
	CONSTRAINT "sources_review" CHECK ("app"."sources"."review_id" is null or "app"."sources"."review_id" = "app"."sources"."id")
);
--> statement-breakpoint
CREATE TABLE "app"."recommendation_addressees" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recommendation_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."recommendations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"source_id" uuid NOT NULL,
	"review_id" uuid,
	"text" text NOT NULL,
	"outcome" text NOT NULL,
	"measure" text NOT NULL,
	"baseline" text,
	"target" text,
	"measure_on" date,
	"by_when" date,
	"addressed_to" text NOT NULL,
	"national_body" text,
	"acceptance" text,
	"acceptance_reason" text,
	"accepted_on" date,
	"accepted_by_group_id" uuid,
	"accepted_by_agency_id" uuid,
	"acceptance_recorded_by_id" uuid,
	"released_at" timestamp with time zone,
	"released_by_id" uuid,
	"written_by_id" uuid,
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
	CONSTRAINT "recommendations_addressed" CHECK ("app"."recommendations"."addressed_to" in ('partnership', 'agencies', 'national')),
	CONSTRAINT "recommendations_acceptance" CHECK ("app"."recommendations"."acceptance" in ('accepted', 'partly', 'not_accepted')),
	CONSTRAINT "recommendations_basis" CHECK ("app"."recommendations"."record_basis" in ('worked_here', 'recorded_from_document', 'carried_over')),
	CONSTRAINT "recommendations_accepted" CHECK (("app"."recommendations"."acceptance" is null) = ("app"."recommendations"."accepted_on" is null)),
	CONSTRAINT "recommendations_refused" CHECK ("app"."recommendations"."acceptance" is null or "app"."recommendations"."acceptance" = 'accepted' or "app"."recommendations"."acceptance_reason" is not null),
	CONSTRAINT "recommendations_released" CHECK ("app"."recommendations"."released_at" is null or "app"."recommendations"."acceptance" in ('accepted', 'partly'))
);
--> statement-breakpoint
CREATE TABLE "app"."action_agencies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"contribution" text DEFAULT 'not_started' NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "action_agencies_contribution" CHECK ("app"."action_agencies"."contribution" in ('not_started', 'in_progress', 'behind', 'done', 'not_stated'))
);
--> statement-breakpoint
CREATE TABLE "app"."action_recommendations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_id" uuid NOT NULL,
	"recommendation_id" uuid NOT NULL,
	"review_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."action_scopes" (
	"action_id" uuid NOT NULL,
	"person_id" uuid,
	"agency_id" uuid,
	"group_id" uuid
);
--> statement-breakpoint
CREATE TABLE "app"."action_sources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"review_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"title" text NOT NULL,
	"detail" text,
	"intended_outcome" text,
	"measure" text,
	"type" text NOT NULL,
	"area" text DEFAULT 'both' NOT NULL,
	"owner_agency_id" uuid,
	"owner_post" text,
	"owner_person_id" uuid,
	"accountable_group_id" uuid,
	"proposed_on" date,
	"proposed_by_id" uuid,
	"agreed_on" date,
	"agreed_by_id" uuid,
	"start_on" date,
	"first_due_on" date,
	"due_on" date,
	"moves" integer DEFAULT 0 NOT NULL,
	"last_update_on" date,
	"aside" text,
	"aside_reason" text,
	"aside_on" date,
	"complete_on" date,
	"complete_said_by_id" uuid,
	"checked_on" date,
	"checked_by_id" uuid,
	"closed_on" date,
	"worsened_to" text,
	"worsened_because" text,
	"agencies_behind" integer DEFAULT 0 NOT NULL,
	"stated_status" text,
	"reported_rag" text,
	"rag_fixed" text,
	"red_from" date,
	"amber_from" date,
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
	CONSTRAINT "actions_type" CHECK ("app"."actions"."type" in ('procedure', 'training', 'tool', 'audit', 'supervision', 'pathway', 'commissioning', 'data', 'information_sharing', 'communication', 'enquiry', 'governance', 'single_agency', 'national_challenge', 'not_stated')),
	CONSTRAINT "actions_area" CHECK ("app"."actions"."area" in ('hartlepool', 'stockton', 'both', 'other', 'not_stated')),
	CONSTRAINT "actions_basis" CHECK ("app"."actions"."record_basis" in ('worked_here', 'recorded_from_document', 'carried_over')),
	CONSTRAINT "actions_aside" CHECK ("app"."actions"."aside" in ('paused', 'superseded', 'not_accepted', 'transferred')),
	CONSTRAINT "actions_worsened" CHECK ("app"."actions"."worsened_to" in ('red', 'amber')),
	CONSTRAINT "actions_rag_fixed" CHECK ("app"."actions"."rag_fixed" in ('red', 'amber', 'green', 'grey', 'blue', 'not_stated')),
	CONSTRAINT "actions_worsened_reason" CHECK (("app"."actions"."worsened_to" is null) = ("app"."actions"."worsened_because" is null)),
	CONSTRAINT "actions_due_kept" CHECK (("app"."actions"."due_on" is null) = ("app"."actions"."first_due_on" is null)),
	CONSTRAINT "actions_checked_after_complete" CHECK ("app"."actions"."checked_on" is null or "app"."actions"."complete_on" is not null),
	CONSTRAINT "actions_closed_after_checked" CHECK ("app"."actions"."closed_on" is null or "app"."actions"."checked_on" is not null),
	CONSTRAINT "actions_checked_by_another" CHECK ("app"."actions"."checked_by_id" is null or "app"."actions"."checked_by_id" is distinct from "app"."actions"."owner_person_id"),
	CONSTRAINT "actions_owner" CHECK ("app"."actions"."owner_person_id" is null or "app"."actions"."owner_agency_id" is not null),
	CONSTRAINT "actions_moves" CHECK ("app"."actions"."moves" >= 0 and "app"."actions"."agencies_behind" >= 0)
);
--> statement-breakpoint
CREATE TABLE "app"."checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_id" uuid NOT NULL,
	"result" text NOT NULL,
	"reason" text NOT NULL,
	"same_agency_reason" text,
	"checked_on" date NOT NULL,
	"checked_by_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "checks_result" CHECK ("app"."checks"."result" in ('accepted', 'returned'))
);
--> statement-breakpoint
CREATE TABLE "app"."due_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"reason" text NOT NULL,
	"moved_on" date NOT NULL,
	"asked_by_id" uuid,
	"granted_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"title" text NOT NULL,
	"detail" text,
	"dated_on" date NOT NULL,
	"web_address" text,
	"added_by_id" uuid,
	"checked_on" date,
	"checked_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "evidence_kind" CHECK ("app"."evidence"."kind" in ('procedure', 'minute', 'training_record', 'audit', 'dip_sample', 'data', 'survey', 'supervision', 'family_feedback', 'inspection', 'case_example', 'assurance_statement', 'self_assessment', 'complaint')),
	CONSTRAINT "evidence_level" CHECK ("app"."evidence"."level" in ('done', 'reached', 'understood', 'seen_in_practice', 'better_for_children')),
	CONSTRAINT "evidence_checked_by_another" CHECK ("app"."evidence"."checked_by_id" is null or "app"."evidence"."checked_by_id" is distinct from "app"."evidence"."added_by_id"),
	CONSTRAINT "evidence_web_address" CHECK ("app"."evidence"."web_address" is null or "app"."evidence"."web_address" ~ '^https?://')
);
--> statement-breakpoint
CREATE TABLE "app"."updates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action_id" uuid NOT NULL,
	"text" text NOT NULL,
	"next_step" text,
	"blocker" text,
	"said_on" date NOT NULL,
	"said_by_id" uuid,
	"how" text DEFAULT 'in_person' NOT NULL,
	"how_note" text,
	"recorded_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "updates_how" CHECK ("app"."updates"."how" in ('in_person', 'meeting', 'email', 'phone')),
	CONSTRAINT "updates_on_behalf" CHECK ("app"."updates"."how" = 'in_person' or "app"."updates"."how_note" is not null)
);
--> statement-breakpoint
CREATE TABLE "app"."account_identities" (
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"account_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_identities_provider_subject_pk" PRIMARY KEY("provider","subject")
);
--> statement-breakpoint
CREATE TABLE "app"."accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"email" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"disabled_reason" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."covers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"by_person_id" uuid NOT NULL,
	"membership" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"set_by_id" uuid,
	"reason" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "covers_membership" CHECK ("app"."covers"."membership" in ('BU', 'CL', 'EX', 'IS', 'CH', 'ER', 'LR', 'RP', 'AL', 'TF', 'TC', 'AO', 'CF', 'AU', 'OB')),
	CONSTRAINT "covers_two_people" CHECK ("app"."covers"."person_id" <> "app"."covers"."by_person_id"),
	CONSTRAINT "covers_dates" CHECK ("app"."covers"."to_on" is null or "app"."covers"."to_on" >= "app"."covers"."from_on" - 1)
);
--> statement-breakpoint
CREATE TABLE "app"."credentials" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"password_hash" text NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."denials" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "app"."denials_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"person_id" uuid,
	"attempt" text NOT NULL,
	"details" jsonb
);
--> statement-breakpoint
CREATE TABLE "app"."exclusions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"declared_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."gate_secrets" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"secret" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."limits" (
	"key" text PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"membership" text NOT NULL,
	"agency_id" uuid,
	"includes_below" boolean DEFAULT false NOT NULL,
	"group_id" uuid,
	"source_id" uuid,
	"votes_for_agency_id" uuid,
	"from_on" date NOT NULL,
	"to_on" date,
	"granted_by_id" uuid,
	"needs_second" boolean DEFAULT false NOT NULL,
	"confirmed_by_id" uuid,
	"confirmed_at" timestamp with time zone,
	"ended_by_id" uuid,
	"ended_reason" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "memberships_membership" CHECK ("app"."memberships"."membership" in ('BU', 'CL', 'EX', 'IS', 'CH', 'ER', 'AL', 'TF', 'TC', 'CF', 'AU', 'OB', 'SA')),
	CONSTRAINT "memberships_agency" CHECK (("app"."memberships"."membership" = 'AL') = ("app"."memberships"."agency_id" is not null)),
	CONSTRAINT "memberships_group" CHECK (("app"."memberships"."membership" in ('CH', 'TF', 'TC')) = ("app"."memberships"."group_id" is not null)),
	CONSTRAINT "memberships_source" CHECK (("app"."memberships"."membership" = 'CF') = ("app"."memberships"."source_id" is not null)),
	CONSTRAINT "memberships_vote" CHECK ("app"."memberships"."votes_for_agency_id" is null or "app"."memberships"."membership" = 'EX'),
	CONSTRAINT "memberships_two_people" CHECK ("app"."memberships"."confirmed_by_id" is null or "app"."memberships"."confirmed_by_id" <> "app"."memberships"."granted_by_id"),
	CONSTRAINT "memberships_not_to_oneself" CHECK ("app"."memberships"."granted_by_id" is null or "app"."memberships"."granted_by_id" <> "app"."memberships"."person_id"),
	CONSTRAINT "memberships_second_not_oneself" CHECK ("app"."memberships"."confirmed_by_id" is null or "app"."memberships"."confirmed_by_id" <> "app"."memberships"."person_id"),
	CONSTRAINT "memberships_dates" CHECK ("app"."memberships"."to_on" is null or "app"."memberships"."to_on" >= "app"."memberships"."from_on" - 1)
);
--> statement-breakpoint
CREATE TABLE "app"."permission_cells" (
	"family" text NOT NULL,
	"membership" text NOT NULL,
	"operation" text NOT NULL,
	"reach" text NOT NULL,
	CONSTRAINT "permission_cells_family_membership_operation_reach_pk" PRIMARY KEY("family","membership","operation","reach")
);
--> statement-breakpoint
CREATE TABLE "app"."review_places" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"capacity" text NOT NULL,
	"reason" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"granted_by_id" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "review_places_capacity" CHECK ("app"."review_places"."capacity" in ('BU', 'CL', 'LR', 'RP', 'ER')),
	CONSTRAINT "review_places_dates" CHECK ("app"."review_places"."to_on" is null or "app"."review_places"."to_on" >= "app"."review_places"."from_on" - 1)
);
--> statement-breakpoint
CREATE TABLE "app"."schema_versions" (
	"name" text PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"applied_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"strength" text NOT NULL,
	"authenticated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_strength" CHECK ("app"."sessions"."strength" in ('password', 'password_and_code', 'provider', 'demonstration'))
);
--> statement-breakpoint
CREATE TABLE "app"."set_up_codes" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"offered_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "app"."sign_in_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"started_by_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."commands" (
	"id" uuid PRIMARY KEY NOT NULL,
	"command" text NOT NULL,
	"actor_kind" text NOT NULL,
	"person_id" uuid,
	"account_id" uuid,
	"form_key" uuid,
	"body_digest" text,
	"result_path" text,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."counters" (
	"name" text PRIMARY KEY NOT NULL,
	"next" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"form" text NOT NULL,
	"sealed" text NOT NULL,
	"key_id" text NOT NULL,
	"page" text,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "app"."history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone NOT NULL,
	"table_name" text NOT NULL,
	"record_id" text NOT NULL,
	"root_name" text NOT NULL,
	"root_id" text NOT NULL,
	"family" text NOT NULL,
	"scope_id" uuid,
	"operation" text NOT NULL,
	"command_id" uuid,
	"command" text NOT NULL,
	"actor_kind" text NOT NULL,
	"person_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"content_digest" text NOT NULL,
	"previous_hash" text,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."history_sealed" (
	"history_id" bigint PRIMARY KEY NOT NULL,
	"seal_number" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."history_seals" (
	"number" bigint PRIMARY KEY NOT NULL,
	"sealed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"entries" bigint NOT NULL,
	"entries_digest" text NOT NULL,
	"previous_hash" text,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."jobs" (
	"name" text PRIMARY KEY NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"leased_until" timestamp with time zone,
	"last_started_at" timestamp with time zone,
	"last_finished_at" timestamp with time zone,
	"last_failure" text
);
--> statement-breakpoint
CREATE TABLE "app"."outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to_person_id" uuid NOT NULL,
	"message" text NOT NULL,
	"record_name" text NOT NULL,
	"record_id" uuid NOT NULL,
	"path" text NOT NULL,
	"read_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."record_view_reviews" (
	"view_id" bigint NOT NULL,
	"review_id" uuid NOT NULL,
	CONSTRAINT "record_view_reviews_view_id_review_id_pk" PRIMARY KEY("view_id","review_id")
);
--> statement-breakpoint
CREATE TABLE "app"."record_views" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "app"."record_views_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"person_id" uuid NOT NULL,
	"session_id" uuid,
	"kind" text NOT NULL,
	"place" text NOT NULL,
	"sensitivity" text NOT NULL,
	"filter" jsonb
);
--> statement-breakpoint
ALTER TABLE "app"."agencies" ADD CONSTRAINT "agencies_parent_id_agencies_id_fk" FOREIGN KEY ("parent_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."agencies" ADD CONSTRAINT "agencies_successor_id_agencies_id_fk" FOREIGN KEY ("successor_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."agency_names" ADD CONSTRAINT "agency_names_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."posts" ADD CONSTRAINT "posts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."posts" ADD CONSTRAINT "posts_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."agency_requests" ADD CONSTRAINT "agency_requests_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."agency_requests" ADD CONSTRAINT "agency_requests_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."clocks" ADD CONSTRAINT "clocks_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."clocks" ADD CONSTRAINT "clocks_overridden_by_id_persons_id_fk" FOREIGN KEY ("overridden_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."criteria_tests" ADD CONSTRAINT "criteria_tests_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decision_views" ADD CONSTRAINT "decision_views_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "app"."decisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decision_views" ADD CONSTRAINT "decision_views_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decision_views" ADD CONSTRAINT "decision_views_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decision_views" ADD CONSTRAINT "decision_views_given_by_id_persons_id_fk" FOREIGN KEY ("given_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decision_views" ADD CONSTRAINT "decision_views_given_for_id_persons_id_fk" FOREIGN KEY ("given_for_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decision_views" ADD CONSTRAINT "decision_views_recorded_by_id_persons_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decisions" ADD CONSTRAINT "decisions_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decisions" ADD CONSTRAINT "decisions_chaired_by_id_persons_id_fk" FOREIGN KEY ("chaired_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decisions" ADD CONSTRAINT "decisions_supersedes_id_decisions_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "app"."decisions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."decisions" ADD CONSTRAINT "decisions_opened_by_id_persons_id_fk" FOREIGN KEY ("opened_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."identities" ADD CONSTRAINT "identities_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."notifications" ADD CONSTRAINT "notifications_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."notifications" ADD CONSTRAINT "notifications_notifying_agency_id_agencies_id_fk" FOREIGN KEY ("notifying_agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."rapid_reviews" ADD CONSTRAINT "rapid_reviews_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."review_origins" ADD CONSTRAINT "review_origins_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."review_origins" ADD CONSTRAINT "review_origins_origin_review_id_reviews_id_fk" FOREIGN KEY ("origin_review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reviews" ADD CONSTRAINT "reviews_id_sources_id_fk" FOREIGN KEY ("id") REFERENCES "app"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."reviews" ADD CONSTRAINT "reviews_recorded_by_id_persons_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recommendation_addressees" ADD CONSTRAINT "recommendation_addressees_recommendation_id_recommendations_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "app"."recommendations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recommendation_addressees" ADD CONSTRAINT "recommendation_addressees_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recommendations" ADD CONSTRAINT "recommendations_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "app"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recommendations" ADD CONSTRAINT "recommendations_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recommendations" ADD CONSTRAINT "recommendations_accepted_by_group_id_groups_id_fk" FOREIGN KEY ("accepted_by_group_id") REFERENCES "app"."groups"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recommendations" ADD CONSTRAINT "recommendations_accepted_by_agency_id_agencies_id_fk" FOREIGN KEY ("accepted_by_agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recommendations" ADD CONSTRAINT "recommendations_acceptance_recorded_by_id_persons_id_fk" FOREIGN KEY ("acceptance_recorded_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recommendations" ADD CONSTRAINT "recommendations_released_by_id_persons_id_fk" FOREIGN KEY ("released_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."recommendations" ADD CONSTRAINT "recommendations_written_by_id_persons_id_fk" FOREIGN KEY ("written_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_agencies" ADD CONSTRAINT "action_agencies_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_agencies" ADD CONSTRAINT "action_agencies_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_recommendations" ADD CONSTRAINT "action_recommendations_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_recommendations" ADD CONSTRAINT "action_recommendations_recommendation_id_recommendations_id_fk" FOREIGN KEY ("recommendation_id") REFERENCES "app"."recommendations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_recommendations" ADD CONSTRAINT "action_recommendations_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_scopes" ADD CONSTRAINT "action_scopes_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_sources" ADD CONSTRAINT "action_sources_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_sources" ADD CONSTRAINT "action_sources_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "app"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."action_sources" ADD CONSTRAINT "action_sources_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD CONSTRAINT "actions_owner_agency_id_agencies_id_fk" FOREIGN KEY ("owner_agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD CONSTRAINT "actions_owner_person_id_persons_id_fk" FOREIGN KEY ("owner_person_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD CONSTRAINT "actions_accountable_group_id_groups_id_fk" FOREIGN KEY ("accountable_group_id") REFERENCES "app"."groups"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD CONSTRAINT "actions_proposed_by_id_persons_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD CONSTRAINT "actions_agreed_by_id_persons_id_fk" FOREIGN KEY ("agreed_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD CONSTRAINT "actions_complete_said_by_id_persons_id_fk" FOREIGN KEY ("complete_said_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."actions" ADD CONSTRAINT "actions_checked_by_id_persons_id_fk" FOREIGN KEY ("checked_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."checks" ADD CONSTRAINT "checks_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."checks" ADD CONSTRAINT "checks_checked_by_id_persons_id_fk" FOREIGN KEY ("checked_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."due_moves" ADD CONSTRAINT "due_moves_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."due_moves" ADD CONSTRAINT "due_moves_asked_by_id_persons_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."due_moves" ADD CONSTRAINT "due_moves_granted_by_id_persons_id_fk" FOREIGN KEY ("granted_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD CONSTRAINT "evidence_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD CONSTRAINT "evidence_added_by_id_persons_id_fk" FOREIGN KEY ("added_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."evidence" ADD CONSTRAINT "evidence_checked_by_id_persons_id_fk" FOREIGN KEY ("checked_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."updates" ADD CONSTRAINT "updates_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."updates" ADD CONSTRAINT "updates_said_by_id_persons_id_fk" FOREIGN KEY ("said_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."updates" ADD CONSTRAINT "updates_recorded_by_id_persons_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."account_identities" ADD CONSTRAINT "account_identities_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "app"."accounts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."accounts" ADD CONSTRAINT "accounts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."covers" ADD CONSTRAINT "covers_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."covers" ADD CONSTRAINT "covers_by_person_id_persons_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."covers" ADD CONSTRAINT "covers_set_by_id_persons_id_fk" FOREIGN KEY ("set_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."credentials" ADD CONSTRAINT "credentials_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "app"."accounts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exclusions" ADD CONSTRAINT "exclusions_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exclusions" ADD CONSTRAINT "exclusions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."exclusions" ADD CONSTRAINT "exclusions_declared_by_id_persons_id_fk" FOREIGN KEY ("declared_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."memberships" ADD CONSTRAINT "memberships_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."memberships" ADD CONSTRAINT "memberships_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."memberships" ADD CONSTRAINT "memberships_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "app"."groups"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."memberships" ADD CONSTRAINT "memberships_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "app"."sources"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."memberships" ADD CONSTRAINT "memberships_votes_for_agency_id_agencies_id_fk" FOREIGN KEY ("votes_for_agency_id") REFERENCES "app"."agencies"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."memberships" ADD CONSTRAINT "memberships_granted_by_id_persons_id_fk" FOREIGN KEY ("granted_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."memberships" ADD CONSTRAINT "memberships_confirmed_by_id_persons_id_fk" FOREIGN KEY ("confirmed_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."memberships" ADD CONSTRAINT "memberships_ended_by_id_persons_id_fk" FOREIGN KEY ("ended_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."review_places" ADD CONSTRAINT "review_places_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "app"."reviews"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."review_places" ADD CONSTRAINT "review_places_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."review_places" ADD CONSTRAINT "review_places_granted_by_id_persons_id_fk" FOREIGN KEY ("granted_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "app"."accounts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."sign_in_links" ADD CONSTRAINT "sign_in_links_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "app"."accounts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."sign_in_links" ADD CONSTRAINT "sign_in_links_started_by_id_persons_id_fk" FOREIGN KEY ("started_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."history_sealed" ADD CONSTRAINT "history_sealed_history_id_history_id_fk" FOREIGN KEY ("history_id") REFERENCES "app"."history"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."history_sealed" ADD CONSTRAINT "history_sealed_seal_number_history_seals_number_fk" FOREIGN KEY ("seal_number") REFERENCES "app"."history_seals"("number") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."record_view_reviews" ADD CONSTRAINT "record_view_reviews_view_id_record_views_id_fk" FOREIGN KEY ("view_id") REFERENCES "app"."record_views"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agencies_parent" ON "app"."agencies" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "agencies_successor" ON "app"."agencies" USING btree ("successor_id");--> statement-breakpoint
CREATE INDEX "agency_names_agency" ON "app"."agency_names" USING btree ("agency_id","from_on");--> statement-breakpoint
CREATE INDEX "persons_name" ON "app"."persons" USING btree ("name");--> statement-breakpoint
CREATE INDEX "posts_person" ON "app"."posts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "posts_agency" ON "app"."posts" USING btree ("agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "priorities_year_number" ON "app"."priorities" USING btree ("reporting_year","number");--> statement-breakpoint
CREATE UNIQUE INDEX "reported_counts_year_key" ON "app"."reported_counts" USING btree ("reporting_year","key");--> statement-breakpoint
CREATE UNIQUE INDEX "agency_requests_pair" ON "app"."agency_requests" USING btree ("review_id","agency_id");--> statement-breakpoint
CREATE INDEX "agency_requests_agency" ON "app"."agency_requests" USING btree ("agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "clocks_rule" ON "app"."clocks" USING btree ("review_id","rule");--> statement-breakpoint
CREATE INDEX "clocks_open" ON "app"."clocks" USING btree ("computed_due_on") WHERE met_on is null;--> statement-breakpoint
CREATE INDEX "clocks_overridden_by" ON "app"."clocks" USING btree ("overridden_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "criteria_tests_criterion" ON "app"."criteria_tests" USING btree ("review_id","criterion");--> statement-breakpoint
CREATE UNIQUE INDEX "decision_views_partner" ON "app"."decision_views" USING btree ("decision_id","agency_id");--> statement-breakpoint
CREATE INDEX "decision_views_review" ON "app"."decision_views" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "decision_views_agency" ON "app"."decision_views" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "decision_views_given_by" ON "app"."decision_views" USING btree ("given_by_id");--> statement-breakpoint
CREATE INDEX "decision_views_given_for" ON "app"."decision_views" USING btree ("given_for_id");--> statement-breakpoint
CREATE INDEX "decision_views_recorded_by" ON "app"."decision_views" USING btree ("recorded_by_id");--> statement-breakpoint
CREATE INDEX "decisions_review" ON "app"."decisions" USING btree ("review_id","matter");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_supersedes" ON "app"."decisions" USING btree ("supersedes_id");--> statement-breakpoint
CREATE INDEX "decisions_chaired_by" ON "app"."decisions" USING btree ("chaired_by_id");--> statement-breakpoint
CREATE INDEX "decisions_opened_by" ON "app"."decisions" USING btree ("opened_by_id");--> statement-breakpoint
CREATE INDEX "identities_review" ON "app"."identities" USING btree ("review_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_review" ON "app"."notifications" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "notifications_agency" ON "app"."notifications" USING btree ("notifying_agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rapid_reviews_review" ON "app"."rapid_reviews" USING btree ("review_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_origins_pair" ON "app"."review_origins" USING btree ("review_id","origin_review_id");--> statement-breakpoint
CREATE INDEX "review_origins_origin" ON "app"."review_origins" USING btree ("origin_review_id");--> statement-breakpoint
CREATE INDEX "reviews_recorded_by" ON "app"."reviews" USING btree ("recorded_by_id");--> statement-breakpoint
CREATE INDEX "reviews_kind_recorded" ON "app"."reviews" USING btree ("kind","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sources_reference" ON "app"."sources" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "sources_review_id" ON "app"."sources" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "sources_year" ON "app"."sources" USING btree ("reporting_year","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "recommendation_addressees_pair" ON "app"."recommendation_addressees" USING btree ("recommendation_id","agency_id");--> statement-breakpoint
CREATE INDEX "recommendation_addressees_agency" ON "app"."recommendation_addressees" USING btree ("agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "recommendations_reference" ON "app"."recommendations" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "recommendations_source" ON "app"."recommendations" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "recommendations_review" ON "app"."recommendations" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "recommendations_group" ON "app"."recommendations" USING btree ("accepted_by_group_id");--> statement-breakpoint
CREATE INDEX "recommendations_agency" ON "app"."recommendations" USING btree ("accepted_by_agency_id");--> statement-breakpoint
CREATE INDEX "recommendations_recorded_by" ON "app"."recommendations" USING btree ("acceptance_recorded_by_id");--> statement-breakpoint
CREATE INDEX "recommendations_released_by" ON "app"."recommendations" USING btree ("released_by_id");--> statement-breakpoint
CREATE INDEX "recommendations_written_by" ON "app"."recommendations" USING btree ("written_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "action_agencies_pair" ON "app"."action_agencies" USING btree ("action_id","agency_id");--> statement-breakpoint
CREATE INDEX "action_agencies_agency" ON "app"."action_agencies" USING btree ("agency_id");--> statement-breakpoint
CREATE UNIQUE INDEX "action_recommendations_pair" ON "app"."action_recommendations" USING btree ("action_id","recommendation_id");--> statement-breakpoint
CREATE INDEX "action_recommendations_recommendation" ON "app"."action_recommendations" USING btree ("recommendation_id");--> statement-breakpoint
CREATE INDEX "action_recommendations_review" ON "app"."action_recommendations" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "action_scopes_action" ON "app"."action_scopes" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "action_scopes_person" ON "app"."action_scopes" USING btree ("person_id","action_id");--> statement-breakpoint
CREATE INDEX "action_scopes_agency" ON "app"."action_scopes" USING btree ("agency_id","action_id");--> statement-breakpoint
CREATE INDEX "action_scopes_group" ON "app"."action_scopes" USING btree ("group_id","action_id");--> statement-breakpoint
CREATE UNIQUE INDEX "action_sources_pair" ON "app"."action_sources" USING btree ("action_id","source_id");--> statement-breakpoint
CREATE INDEX "action_sources_source" ON "app"."action_sources" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "action_sources_review" ON "app"."action_sources" USING btree ("review_id");--> statement-breakpoint
CREATE UNIQUE INDEX "actions_reference" ON "app"."actions" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "actions_due" ON "app"."actions" USING btree ("due_on","id");--> statement-breakpoint
CREATE INDEX "actions_rag_due" ON "app"."actions" USING btree ("rag_fixed","due_on","id");--> statement-breakpoint
CREATE INDEX "actions_red" ON "app"."actions" USING btree ("red_from") WHERE rag_fixed is null;--> statement-breakpoint
CREATE INDEX "actions_owner_agency" ON "app"."actions" USING btree ("owner_agency_id","due_on","id");--> statement-breakpoint
CREATE INDEX "actions_owner_person" ON "app"."actions" USING btree ("owner_person_id","due_on","id");--> statement-breakpoint
CREATE INDEX "actions_to_check" ON "app"."actions" USING btree ("due_on","id") WHERE complete_on is not null and checked_on is null and closed_on is null;--> statement-breakpoint
CREATE INDEX "actions_to_agree" ON "app"."actions" USING btree ("due_on","id") WHERE agreed_on is null and aside is null and closed_on is null;--> statement-breakpoint
CREATE INDEX "actions_group" ON "app"."actions" USING btree ("accountable_group_id","due_on","id");--> statement-breakpoint
CREATE INDEX "actions_proposed_by" ON "app"."actions" USING btree ("proposed_by_id");--> statement-breakpoint
CREATE INDEX "actions_agreed_by" ON "app"."actions" USING btree ("agreed_by_id");--> statement-breakpoint
CREATE INDEX "actions_complete_said_by" ON "app"."actions" USING btree ("complete_said_by_id");--> statement-breakpoint
CREATE INDEX "actions_checked_by" ON "app"."actions" USING btree ("checked_by_id");--> statement-breakpoint
CREATE INDEX "checks_action" ON "app"."checks" USING btree ("action_id","recorded_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "checks_checked_by" ON "app"."checks" USING btree ("checked_by_id");--> statement-breakpoint
CREATE INDEX "due_moves_action" ON "app"."due_moves" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "due_moves_asked_by" ON "app"."due_moves" USING btree ("asked_by_id");--> statement-breakpoint
CREATE INDEX "due_moves_granted_by" ON "app"."due_moves" USING btree ("granted_by_id");--> statement-breakpoint
CREATE INDEX "evidence_action" ON "app"."evidence" USING btree ("action_id","dated_on");--> statement-breakpoint
CREATE INDEX "evidence_added_by" ON "app"."evidence" USING btree ("added_by_id");--> statement-breakpoint
CREATE INDEX "evidence_checked_by" ON "app"."evidence" USING btree ("checked_by_id");--> statement-breakpoint
CREATE INDEX "updates_action" ON "app"."updates" USING btree ("action_id","recorded_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "updates_said_by" ON "app"."updates" USING btree ("said_by_id");--> statement-breakpoint
CREATE INDEX "updates_recorded_by" ON "app"."updates" USING btree ("recorded_by_id");--> statement-breakpoint
CREATE INDEX "account_identities_account" ON "app"."account_identities" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_email" ON "app"."accounts" USING btree (lower("email"));--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_person" ON "app"."accounts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "covers_person" ON "app"."covers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "covers_by" ON "app"."covers" USING btree ("by_person_id");--> statement-breakpoint
CREATE INDEX "covers_set_by" ON "app"."covers" USING btree ("set_by_id");--> statement-breakpoint
CREATE INDEX "denials_at" ON "app"."denials" USING btree ("at");--> statement-breakpoint
CREATE INDEX "exclusions_person" ON "app"."exclusions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "exclusions_review" ON "app"."exclusions" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "exclusions_declared_by" ON "app"."exclusions" USING btree ("declared_by_id");--> statement-breakpoint
CREATE INDEX "limits_resets" ON "app"."limits" USING btree ("resets_at");--> statement-breakpoint
CREATE INDEX "memberships_person" ON "app"."memberships" USING btree ("person_id","membership");--> statement-breakpoint
CREATE INDEX "memberships_agency_id" ON "app"."memberships" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "memberships_group_id" ON "app"."memberships" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "memberships_source_id" ON "app"."memberships" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "memberships_vote_agency" ON "app"."memberships" USING btree ("votes_for_agency_id");--> statement-breakpoint
CREATE INDEX "memberships_granted_by" ON "app"."memberships" USING btree ("granted_by_id");--> statement-breakpoint
CREATE INDEX "memberships_confirmed_by" ON "app"."memberships" USING btree ("confirmed_by_id");--> statement-breakpoint
CREATE INDEX "memberships_ended_by" ON "app"."memberships" USING btree ("ended_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_places_person_review" ON "app"."review_places" USING btree ("person_id","review_id","capacity","from_on");--> statement-breakpoint
CREATE INDEX "review_places_review" ON "app"."review_places" USING btree ("review_id");--> statement-breakpoint
CREATE INDEX "review_places_granted_by" ON "app"."review_places" USING btree ("granted_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "app"."sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "app"."sessions" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_links_token" ON "app"."sign_in_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sign_in_links_account" ON "app"."sign_in_links" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_in_links_started_by" ON "app"."sign_in_links" USING btree ("started_by_id");--> statement-breakpoint
CREATE UNIQUE INDEX "commands_form_key" ON "app"."commands" USING btree ("account_id","form_key");--> statement-breakpoint
CREATE INDEX "commands_person" ON "app"."commands" USING btree ("person_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_form" ON "app"."drafts" USING btree ("account_id","form");--> statement-breakpoint
CREATE INDEX "drafts_saved" ON "app"."drafts" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "history_record" ON "app"."history" USING btree ("table_name","record_id","id");--> statement-breakpoint
CREATE INDEX "history_root" ON "app"."history" USING btree ("root_name","root_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "history_command" ON "app"."history" USING btree ("command_id");--> statement-breakpoint
CREATE INDEX "history_sealed_seal" ON "app"."history_sealed" USING btree ("seal_number","history_id");--> statement-breakpoint
CREATE INDEX "outbox_person" ON "app"."outbox" USING btree ("to_person_id","recorded_at");--> statement-breakpoint
CREATE INDEX "outbox_record" ON "app"."outbox" USING btree ("record_name","record_id");--> statement-breakpoint
CREATE INDEX "record_view_reviews_review" ON "app"."record_view_reviews" USING btree ("review_id","view_id");--> statement-breakpoint
CREATE INDEX "record_views_person" ON "app"."record_views" USING btree ("person_id","at");