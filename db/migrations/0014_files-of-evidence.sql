CREATE TABLE "app"."file_chunks" (
	"upload_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "file_chunks_upload_id_number_pk" PRIMARY KEY("upload_id","number"),
	CONSTRAINT "file_chunks_number" CHECK ("app"."file_chunks"."number" >= 0),
	CONSTRAINT "file_chunks_size" CHECK (length("app"."file_chunks"."bytes") between 1 and 262144)
);
--> statement-breakpoint
CREATE TABLE "app"."files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"evidence_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by_id" uuid NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app"."uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"arrived_at" timestamp with time zone DEFAULT now() NOT NULL,
	"media_type" text,
	"size" integer,
	"sha256" text,
	"ready_at" timestamp with time zone,
	"attached_at" timestamp with time zone,
	CONSTRAINT "uploads_ready" CHECK ("app"."uploads"."ready_at" is null or ("app"."uploads"."media_type" is not null and "app"."uploads"."size" is not null and "app"."uploads"."sha256" is not null)),
	CONSTRAINT "uploads_attached_when_ready" CHECK ("app"."uploads"."attached_at" is null or "app"."uploads"."ready_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "app"."file_chunks" ADD CONSTRAINT "file_chunks_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "app"."uploads"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."files" ADD CONSTRAINT "files_id_uploads_id_fk" FOREIGN KEY ("id") REFERENCES "app"."uploads"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."files" ADD CONSTRAINT "files_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "app"."evidence"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."files" ADD CONSTRAINT "files_action_id_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "app"."actions"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."files" ADD CONSTRAINT "files_uploaded_by_id_persons_id_fk" FOREIGN KEY ("uploaded_by_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app"."uploads" ADD CONSTRAINT "uploads_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "app"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_evidence" ON "app"."files" USING btree ("evidence_id");--> statement-breakpoint
CREATE INDEX "files_action" ON "app"."files" USING btree ("action_id");--> statement-breakpoint
CREATE INDEX "files_uploaded_by" ON "app"."files" USING btree ("uploaded_by_id");--> statement-breakpoint
CREATE INDEX "uploads_person" ON "app"."uploads" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "uploads_arrived" ON "app"."uploads" USING btree ("arrived_at") WHERE attached_at is null;