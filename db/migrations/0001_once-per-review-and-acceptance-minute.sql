ALTER TABLE "app"."identities" DROP CONSTRAINT "identities_subject";--> statement-breakpoint
ALTER TABLE "app"."clocks" ADD COLUMN "taken_back_on" date;--> statement-breakpoint
ALTER TABLE "app"."notifications" ADD COLUMN "saved_beside" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."recommendation_addressees" ADD COLUMN "removed_on" date;--> statement-breakpoint
ALTER TABLE "app"."recommendations" ADD COLUMN "acceptance_how" text;--> statement-breakpoint
ALTER TABLE "app"."recommendations" ADD COLUMN "acceptance_note" text;--> statement-breakpoint
ALTER TABLE "app"."recommendations" ADD COLUMN "saved_beside" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "app"."identities" ADD CONSTRAINT "identities_subject" CHECK ("app"."identities"."subject" in ('child', 'other_child', 'adult', 'child_replaced'));--> statement-breakpoint
-- Recorded by two people at the same moment: the latest is the one that counts, and none is thrown away.
UPDATE app.identities i SET subject = 'child_replaced'
 WHERE i.subject = 'child' AND EXISTS (
   SELECT 1 FROM app.identities later WHERE later.review_id = i.review_id AND later.subject = 'child' AND (later.recorded_at, later.id) > (i.recorded_at, i.id));
--> statement-breakpoint
-- Put to the partners twice at the same moment: the later one supersedes what the earlier one came to.
WITH RECURSIVE chain AS (
  SELECT id AS root, id AS last FROM app.decisions WHERE supersedes_id IS NULL
  UNION ALL SELECT c.root, d.id FROM chain c JOIN app.decisions d ON d.supersedes_id = c.last
), ends AS (
  SELECT c.root, c.last FROM chain c WHERE NOT EXISTS (SELECT 1 FROM app.decisions d WHERE d.supersedes_id = c.last)
), roots AS (
  SELECT id, lag(id) OVER (PARTITION BY review_id, matter ORDER BY recorded_at, id) AS before FROM app.decisions WHERE supersedes_id IS NULL
)
UPDATE app.decisions d SET supersedes_id = e.last, superseded_because = 'It had been put to the safeguarding partners at the same moment'
  FROM roots r JOIN ends e ON e.root = r.before WHERE d.id = r.id;
--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_first" ON "app"."decisions" USING btree ("review_id","matter") WHERE supersedes_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "identities_child" ON "app"."identities" USING btree ("review_id") WHERE subject = 'child';--> statement-breakpoint
ALTER TABLE "app"."recommendations" ADD CONSTRAINT "recommendations_how" CHECK ("app"."recommendations"."acceptance_how" in ('in_person', 'meeting', 'email', 'phone'));
