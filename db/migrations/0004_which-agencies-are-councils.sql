ALTER TABLE "app"."agencies" ADD COLUMN "is_council" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Of the safeguarding partners so far, those whose latest name says so. Others are told apart on their own page.
UPDATE "app"."agencies" a SET "is_council" = true
 WHERE a."kind" = 'safeguarding_partner'
   AND (SELECT n."name" FROM "app"."agency_names" n WHERE n."agency_id" = a."id" ORDER BY n."from_on" DESC NULLS LAST LIMIT 1) ~* '\mcouncil\M';
