CREATE TABLE "app"."search_entries" (
	"table_name" text NOT NULL,
	"record_id" uuid NOT NULL,
	"family" text NOT NULL,
	"scope_id" uuid NOT NULL,
	"review_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "search_entries_table_name_record_id_pk" PRIMARY KEY("table_name","record_id")
);
--> statement-breakpoint
CREATE INDEX "search_entries_words" ON "app"."search_entries" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_entries_at" ON "app"."search_entries" USING btree ("at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "search_entries_scope" ON "app"."search_entries" USING btree ("scope_id");--> statement-breakpoint
CREATE INDEX "search_entries_review" ON "app"."search_entries" USING btree ("review_id");