CREATE TABLE "app"."saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"removed_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_short" CHECK (length("app"."saved_views"."name") between 1 and 80 and length("app"."saved_views"."query") <= 1000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "app"."saved_views" USING btree ("account_id",lower("name")) WHERE removed_at is null;